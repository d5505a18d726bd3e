"""Who sees which case. Nobody sees one by rank alone: an administrator without a department sees none."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from home.prepared_queries import PreparedQuery, Several, sliced
from servicefinder.catalogue.enums import Role
from servicefinder.catalogue.models import Membership

from ..models import Case, CaseShare, Deputy

# More departments than anybody works for.
SLICE = 10


def departments_of(user: Any, day: date | None = None) -> set[UUID]:
    """Departments that the person belongs to on the day (today), and those open to it as a deputy."""
    if not user.is_authenticated or not user.is_active:
        return set()
    return {
        department for (department,) in _DEPARTMENTS.rows(user=user.pk, today=day or timezone.localdate())
    }


def _departments(user: int, today: date) -> "QuerySet[Membership, tuple[UUID]]":
    """A deputy comes into departments of the absent person that are led by who entered the deputy."""
    members = Membership.objects.valid_on(today)
    absent = Deputy.objects.filter(deputy=user, valid_from__lte=today, valid_until__gte=today)
    led = members.filter(
        role=Role.HEAD, user=OuterRef("entered_by"), department=OuterRef(OuterRef("department"))
    )
    opened = absent.filter(Exists(led), person=OuterRef("user"))
    people = Q(user=user) | Q(Exists(opened), user__in=absent.values("person"))
    return members.filter(people).order_by().values_list("department_id")


# Every page of the back office asks this.
_DEPARTMENTS = PreparedQuery(_departments, user=int, today=date)


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
    return any(_SHARED.rows(departments=part) for part in sliced(list(departments), SLICE))


_SHARED = PreparedQuery(
    lambda departments: CaseShare.objects.filter(department__in=departments).values_list("pk")[:1],
    departments=Several(UUID, SLICE),
)
