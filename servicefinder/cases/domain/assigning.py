"""Who works a case."""

from typing import Any

from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from accounts.models import User
from servicefinder.catalogue.models import Membership

from ..enums import OPEN_STATES, CaseState, EntryKind
from ..models import Case, CaseShare
from .journal import Actor, record
from .transitions import NotPossible, change

NAME_FIELDS = ("assigned_to__first_name", "assigned_to__last_name", "assigned_to__username")


def colleagues(case: Case) -> QuerySet[User]:
    """People who may be given the case: of its department and of those it is shared with."""
    shared = CaseShare.objects.filter(case=case).values("department")
    return people_of(Q(department=case.department_id) | Q(department__in=shared))


def people_of(departments: Q) -> QuerySet[User]:
    """Active members today of the departments that `departments`, about memberships, selects."""
    members = Membership.objects.valid_today().filter(departments).values("user")
    return User.objects.filter(pk__in=members, is_active=True).order_by("last_name", "first_name", "username")


@transaction.atomic
def assign(case: Case, person: User | None, by: Actor, *, seen_version: int | None = None) -> None:
    """Give the case to somebody, or to nobody. Raises NotPossible, CaseChanged."""
    if case.state == CaseState.CLOSED:
        raise NotPossible("Der Vorgang ist abgeschlossen.")
    if person is not None and not colleagues(case).filter(pk=person.pk).exists():
        raise NotPossible(f"{person} gehört nicht zu dem Amt, das den Vorgang bearbeitet.")
    change(case, seen_version=seen_version, assigned_to=person)
    record(case.pk, EntryKind.ASSIGNED, by, references={"to": person.pk if person else None})


def load(cases: QuerySet[Case]) -> list[dict[str, Any]]:
    """Open cases per person, the most loaded first: `{"assigned_to", "name", "open", "late"}`, in one query.

    `assigned_to` is None for what nobody works on.
    """
    today = timezone.localdate()
    counted = (
        cases.filter(state__in=OPEN_STATES)
        .order_by()
        .values("assigned_to", *NAME_FIELDS)
        .annotate(open=Count("pk"), late=Count("pk", filter=Q(due_on__lt=today)))
        .order_by("-open")
    )
    return [{**row, "name": person_name(*(row[name] for name in NAME_FIELDS))} for row in counted]


def person_name(first: str | None, last: str | None, username: str | None) -> str:
    """As `User.__str__`, from columns that are empty where there is nobody."""
    return f"{first or ''} {last or ''}".strip() or username or ""
