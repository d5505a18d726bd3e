"""Lists of cases: what was asked for, in which order, with the names that are shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from home.prepared_queries import PreparedQuery, Several, sliced

from ..enums import OPEN_STATES, CaseState, DeliveryState, PaymentState
from ..models import Case, Delivery
from .assigning import person_name
from .sealing import Seal
from .visibility import cases_of

FINISHED_RANK = 2
SOON = timedelta(days=7)
SLICE = 25
UNREADABLE = "– nicht lesbar –"


@dataclass(frozen=True)
class Wanted:
    """What a list is to show; empty means everything. `assigned` is `me`, `nobody` or a key of a person;
    `due` is `late`, `today` or `soon`; `special` a key of SPECIAL; `state` is a CaseState, `open` for what is
    not finished, or `all`.
    """

    state: str = "open"
    case_type: str = ""
    assigned: str = ""
    due: str = ""
    origin: str = ""
    special: str = ""
    department: UUID | None = None
    received_from: date | None = None
    received_until: date | None = None


class Columns(NamedTuple):
    """What a list shows of a case, and nothing of what was sealed but the name."""

    pk: UUID
    version: int
    reference: str
    state: str
    origin: str
    payment: str
    mail_bounced: bool
    hold_reason: str
    hold_until: date | None
    received_at: datetime
    arrived_on: date | None
    due_on: date
    sealed_name: bytes
    duplicate_of: UUID | None
    type_version__name: str
    department__name: str
    assigned_to__first_name: str | None
    assigned_to__last_name: str | None
    assigned_to__username: str | None


@dataclass(frozen=True, slots=True)
class ListedCase:
    case: Columns
    name: str
    late: bool
    due_today: bool

    @property
    def is_open(self) -> bool:
        return self.case.state in OPEN_STATES

    @property
    def is_held(self) -> bool:
        case = self.case
        return bool(case.hold_reason) and (case.hold_until is None or case.hold_until >= timezone.localdate())

    @property
    def person(self) -> str:
        """Who is in charge; empty where nobody is."""
        case = self.case
        return person_name(
            case.assigned_to__first_name, case.assigned_to__last_name, case.assigned_to__username
        )


def keys_wanted(
    departments: set[UUID], wanted: Wanted, user: Any, *, with_shared: bool
) -> "OpenOfOne | QuerySet[Case, UUID]":
    """Of a list for people of `departments`; to be sliced and counted."""
    if wanted == Wanted() and len(departments) == 1 and not with_shared:
        return OpenOfOne(*departments)
    mine = cases_of(departments, with_shared=with_shared)
    return keys_in(in_order(mine.filter(_condition(wanted, user))))


def in_order(cases: QuerySet[Case]) -> QuerySet[Case]:
    """What is late or due comes first, then by due date; what is finished last, the newest first."""
    return cases.order_by("rank", "due_on", "received_at", "pk")


def keys_in(cases: QuerySet[Case]) -> "QuerySet[Case, UUID]":
    """Found in the index alone: the rows of all pages before are not read."""
    return cases.values_list("pk", flat=True)


@dataclass(frozen=True)
class OpenOfOne:
    """Keys of what one department has open, in order: what most people look at all day.

    Is sliced and counted like a QuerySet, without its SQL being written for each request.
    """

    department: UUID

    def __getitem__(self, part: slice) -> list[UUID]:
        rows = _OPEN_KEYS.part(part.start or 0, part.stop, department=self.department)
        return [key for (key,) in rows]

    def count(self) -> int:
        return _open_of_one(self.department).count()


def _open_of_one(department: UUID) -> "QuerySet[Case, UUID]":
    return keys_in(in_order(Case.objects.filter(department=department, rank__lt=FINISHED_RANK)))


_OPEN_KEYS = PreparedQuery(_open_of_one, department=UUID)


def rows_of(keys: Sequence[UUID]) -> list[ListedCase]:
    """In the order of the keys, with names; a name whose key is lost does not hide the others."""
    today = timezone.localdate()
    found = {
        case.pk: case for part in sliced(keys, SLICE) for case in map(Columns._make, _ROWS.rows(keys=part))
    }
    seals = Seal.of_many(list(found))
    cases = [found[key] for key in keys if key in found]
    return [
        ListedCase(
            case,
            _name(case, seals.get(case.pk)),
            late=case.state in OPEN_STATES and case.due_on < today,
            due_today=case.state in OPEN_STATES and case.due_on == today,
        )
        for case in cases
    ]


_ROWS = PreparedQuery(
    lambda keys: Case.objects.filter(pk__in=keys).order_by().values_list(*Columns._fields),
    keys=Several(UUID, SLICE),
)


def _name(case: Columns, seal: Seal | None) -> str:
    return seal.open_text("name", case.sealed_name) if seal else UNREADABLE


def _condition(wanted: Wanted, user: Any) -> Q:
    today = timezone.localdate()
    condition = Q()
    if wanted.state == "open":
        condition &= Q(rank__lt=FINISHED_RANK)
    elif wanted.state in CaseState.values:
        condition &= Q(state=wanted.state)
    if wanted.case_type:
        condition &= Q(type_version__case_type__key=wanted.case_type)
    if wanted.assigned == "nobody":
        condition &= Q(assigned_to__isnull=True)
    elif wanted.assigned:
        condition &= Q(assigned_to=user.pk if wanted.assigned == "me" else int(wanted.assigned))
    if wanted.origin:
        condition &= Q(origin=wanted.origin)
    if wanted.department:
        condition &= Q(department=wanted.department)
    if wanted.special:
        condition &= SPECIAL[wanted.special]()
    return condition & _due(wanted.due, today) & _received(wanted)


SPECIAL: dict[str, Callable[[], Q]] = {
    "unpaid": lambda: Q(payment=PaymentState.DUE),
    "bounced": lambda: Q(mail_bounced=True),
    "duplicate": lambda: Q(duplicate_of__isnull=False),
    "held": lambda: (
        ~Q(hold_reason="") & (Q(hold_until__isnull=True) | Q(hold_until__gte=timezone.localdate()))
    ),
    "stuck": lambda: Q(pk__in=Delivery.objects.filter(state=DeliveryState.STUCK).values("case")),
}


def _due(due: str, today: date) -> Q:
    still_open = Q(state__in=OPEN_STATES)
    return {
        "late": still_open & Q(due_on__lt=today),
        "today": still_open & Q(due_on=today),
        "soon": still_open & Q(due_on__lte=today + SOON),
    }.get(due, Q())


def _received(wanted: Wanted) -> Q:
    """By the day of arrival, as `Case.arrival_day` says it."""
    condition = Q()
    if day := wanted.received_from:
        condition &= Q(arrived_on__gte=day) | Q(arrived_on=None, received_at__date__gte=day)
    if day := wanted.received_until:
        condition &= Q(arrived_on__lte=day) | Q(arrived_on=None, received_at__date__lte=day)
    return condition
