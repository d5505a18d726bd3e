"""Who belongs to which department, and the groups that carry the permissions that follow from it."""

from datetime import date

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from ..enums import Role
from .identities import Department
from .validators import check_order


class MembershipQuerySet(models.QuerySet["Membership"]):
    def valid_on(self, day: date) -> "MembershipQuerySet":
        """Memberships that hold on `day`; both ends are inclusive."""
        begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
        not_over = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
        return self.filter(begun & not_over)

    def valid_today(self) -> "MembershipQuerySet":
        return self.valid_on(timezone.localdate())


class Membership(models.Model):
    """The one source of what somebody may do in a department. Both days are inclusive and optional."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", verbose_name="Person"
    )
    department = models.ForeignKey(Department, models.CASCADE, related_name="memberships", verbose_name="Amt")
    role = models.CharField("Rolle", max_length=10, choices=Role.choices, default=Role.AUTHOR)
    valid_from = models.DateField("ab", null=True, blank=True)
    valid_until = models.DateField("bis einschließlich", null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "Mitgliedschaft"
        verbose_name_plural = "Mitgliedschaften"
        ordering = ["department__name", "role"]
        constraints = [
            models.UniqueConstraint(fields=["user", "department", "role"], name="membership"),
            models.CheckConstraint(
                name="membership_period",
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.department} ({self.get_role_display()})"

    def clean(self) -> None:
        super().clean()
        check_order(self.valid_from, self.valid_until, "valid_until", "Das Ende liegt vor dem Anfang.")


class DepartmentGroup(models.Model):
    """The group behind a role in a department; kept by `domain.memberships`, never edited by hand."""

    department = models.ForeignKey(Department, models.CASCADE, related_name="groups", verbose_name="Amt")
    role = models.CharField("Rolle", max_length=10, choices=Role.choices)
    group = models.OneToOneField(
        Group, models.CASCADE, related_name="department_group", verbose_name="Gruppe"
    )

    class Meta:
        verbose_name = "Gruppe eines Amtes"
        verbose_name_plural = "Gruppen der Ämter"
        constraints = [models.UniqueConstraint(fields=["department", "role"], name="department_group")]

    def __str__(self) -> str:
        return f"{self.department} ({self.get_role_display()})"
