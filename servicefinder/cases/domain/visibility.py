"""Who sees which case. Nobody sees one by rank alone: an administrator without a department sees none."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from servicefinder.catalogue.models import Membership

from ..models import Case, CaseShare, Deputy


def departments_of(user: Any) -> set[UUID]:
    """Departments that the person belongs to today, and those of the people it stands in for today."""
    if not user.is_authenticated or not user.is_active:
        return set()
    today = timezone.localdate()
    absent = Deputy.objects.filter(deputy=user, valid_from__lte=today, valid_until__gte=today)
    people = Q(user=user) | Q(user__in=absent.values("person"))
    return set(Membership.objects.valid_on(today).filter(people).values_list("department_id", flat=True))


def belongs_to(user: Any, department_id: UUID | None) -> bool:
    """Whether the person works for the department today; nobody works for None, and nobody by rank alone."""
    return department_id is not None and department_id in departments_of(user)


def visible_cases(user: Any) -> QuerySet[Case]:
    """Cases of the person's departments, and those shared with them."""
    return cases_of(departments_of(user))


def cases_of(departments: set[UUID], *, with_shared: bool = True) -> QuerySet[Case]:
    """What people of `departments` see; without what is shared, an index gives the order."""
    if len(departments) == 1 and not with_shared:
        return Case.objects.filter(department=next(iter(departments)))
    mine = Q(department__in=departments)
    shared = Q(pk__in=Case.objects.filter(shares__department__in=departments).values("pk"))
    return Case.objects.filter(mine | shared) if departments else Case.objects.none()


def are_shared_with(departments: set[UUID]) -> bool:
    return CaseShare.objects.filter(department__in=departments).exists()
