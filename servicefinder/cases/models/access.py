"""Who may work a case besides its department."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from servicefinder.catalogue.models import Department

from .cases import Case


class CaseShare(models.Model):
    """Another department may read and work the case until the share ends."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="shares")
    department = models.ForeignKey(Department, models.CASCADE, related_name="+", verbose_name="Amt")
    shared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    shared_at = models.DateTimeField("freigegeben", auto_now_add=True)

    class Meta:
        verbose_name = "Freigabe"
        verbose_name_plural = "Freigaben"
        constraints = [models.UniqueConstraint(fields=["case", "department"], name="case_share")]

    def __str__(self) -> str:
        return str(self.department)


class Deputy(models.Model):
    """Stands in for an absent person. Both days are inclusive.

    It opens departments of that person which `entered_by` leads, and no others: nobody lets somebody into a
    department that is not one's own to open.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="deputies", verbose_name="abwesend"
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="stands_in_for", verbose_name="Vertretung"
    )
    valid_from = models.DateField("ab")
    valid_until = models.DateField("bis einschließlich")
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False
    )

    class Meta:
        verbose_name = "Vertretung"
        verbose_name_plural = "Vertretungen"
        ordering = ["-valid_from"]
        constraints = [
            models.CheckConstraint(name="deputy_period", condition=Q(valid_until__gte=F("valid_from"))),
            models.CheckConstraint(name="deputy_is_another", condition=~Q(person=F("deputy"))),
        ]

    def __str__(self) -> str:
        return f"{self.deputy} für {self.person}"
