"""What addresses get from a plan: which tours serve each house, and which days these have."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from servicefinder.addresses.models import Address

from ..enums import ShiftState
from ..models import Collection, Plan, Rhythm, ServedRange, TourRange
from .houses import spans_of, tours_at
from .planning import TOURS_AT_ONCE, ShiftTable, collections_of_tour, tours_of_plan
from .public_days import public_day

ROWS_AT_ONCE = 2000
FractionDays = dict[int, dict[date, date | None]]  # Fraction → planned day → day, None where it is cancelled.
Codes = tuple[str, ...]
Progress = Callable[[int, int], None]


@dataclass
class Outlook:
    """Tours by their code; houses in the order of streets and numbers, also those that no tour serves."""

    tours: dict[str, FractionDays] = field(default_factory=dict)
    houses: dict[UUID, Codes] = field(default_factory=dict)


def public_outlook(plan: Plan) -> Outlook:
    """What citizens see now; nothing while the plan is not public."""
    if not plan.is_public:
        return Outlook()
    found: dict[str, FractionDays] = defaultdict(lambda: defaultdict(dict))
    rows = Collection.objects.filter(tour__plan=plan).select_related("tour")
    for row in rows.iterator(chunk_size=ROWS_AT_ONCE):
        found[row.tour.code][row.fraction_id][row.planned_on] = public_day(row)
    return Outlook(found, houses_of(plan, public=True))


def planned_outlook(plan: Plan, progress: Progress | None = None) -> Outlook:
    """What they would see if all of it were published now; an open conflict moves nothing."""
    shifts = ShiftTable(plan.shifts.exclude(state=ShiftState.CONFLICT))
    found: dict[str, FractionDays] = {}
    for tour in tours_of_plan(plan).iterator(chunk_size=TOURS_AT_ONCE):
        days: FractionDays = defaultdict(dict)
        for row in collections_of_tour(tour, plan.year, shifts):
            days[row.fraction_id][row.planned_on] = row.day
        found[tour.code] = days
    return Outlook(found, houses_of(plan, progress))


def houses_of(plan: Plan, progress: Progress | None = None, *, public: bool = False) -> dict[UUID, Codes]:
    """Address → codes of the tours that serve it, as planned or as `public`. Two queries for any number."""
    ranges = (ServedRange if public else TourRange).objects.filter(tour__plan=plan)
    spans = spans_of(ranges.order_by("tour__code", "pk"), "tour__code")
    houses = Address.objects.order_by("street__sort_key", "street_id", "number", "suffix")
    rows = houses.values_list("pk", "street_id", "number", "suffix")
    total = len(rows) if progress else 0
    found: dict[UUID, Codes] = {}
    for count, (pk, street, number, suffix) in enumerate(rows, start=1):
        found[pk] = tuple(tours_at(spans, street, number, suffix))
        if progress and count % ROWS_AT_ONCE == 0:
            progress(count, total)
    return found


def bins_of(plan: Plan) -> dict[str, set[int]]:
    """Tour → fractions that it takes. One query."""
    found: dict[str, set[int]] = defaultdict(set)
    rows = Rhythm.objects.filter(tour__plan=plan).values_list("tour__code", "fraction")
    for code, fraction_id in rows:
        found[code].add(fraction_id)
    return found
