"""A plan as plain data, written and read back: what can be published, without what happened on the day."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import F

from accounts.models import User
from servicefinder.addresses.models import Street

from ..enums import ShiftSource, ShiftState
from ..models import ListedDate, Plan, Rhythm, Shift, Tour, TourRange

Content = dict[str, Any]
RHYTHM = ("fraction_id", "kind", "interval", "anchor", "nth", "valid_from", "valid_until")
RANGE = ("street_id", "parity", "first_number", "first_suffix", "last_number", "last_suffix")
SHIFT = ("fraction_id", "planned_on", "moved_to", "reason", "source", "changed_by_id")
ROWS_AT_ONCE = 500


def content_of(plan: Plan) -> Content:
    """Four queries. Days are written as ISO text."""
    tours = plan.tours.order_by("code").prefetch_related("rhythms__dates", "ranges")
    shifts = plan.shifts.exclude(source=ShiftSource.FAILURE).annotate(code=F("tour__code"))
    return {
        "policy": plan.policy,
        "tours": [_tour(tour) for tour in tours],
        "shifts": [
            {"tour": shift.code, **_values(shift, SHIFT)}  # type: ignore[attr-defined]
            for shift in shifts.order_by("planned_on", "pk")
        ],
    }


def write_content(plan: Plan, content: Content) -> None:
    """Make the plan what `content` says. Tours keep their rows, and with them the UIDs of their days."""
    tours = {tour.code: tour for tour in plan.tours.all()}
    Rhythm.objects.filter(tour__plan=plan).delete()
    TourRange.objects.filter(tour__plan=plan).delete()
    plan.shifts.exclude(source=ShiftSource.FAILURE).delete()
    for entry in content["tours"]:
        values = {"name": entry["name"], "note": entry["note"]}
        tours[entry["code"]], _ = Tour.objects.update_or_create(
            plan=plan, code=entry["code"], defaults=values
        )
    _write_rhythms(content, tours)
    TourRange.objects.bulk_create(_ranges(content, tours), batch_size=ROWS_AT_ONCE)
    Shift.objects.bulk_create(_shifts(plan, content, tours), batch_size=ROWS_AT_ONCE)
    Plan.objects.filter(pk=plan.pk).update(policy=content["policy"])
    plan.policy = content["policy"]


def _tour(tour: Tour) -> Content:
    return {
        "code": tour.code,
        "name": tour.name,
        "note": tour.note,
        "rhythms": [
            {**_values(rhythm, RHYTHM), "dates": [each.day.isoformat() for each in rhythm.dates.all()]}
            for rhythm in tour.rhythms.all()
        ],
        "ranges": [_values(each, RANGE) for each in tour.ranges.all()],
    }


def _values(row: Any, fields: Iterable[str]) -> Content:
    values = ((name, getattr(row, name)) for name in fields)
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values}


def _write_rhythms(content: Content, tours: dict[str, Tour]) -> None:
    days: list[ListedDate] = []
    for entry in content["tours"]:
        for each in entry["rhythms"]:
            rhythm = Rhythm.objects.create(
                tour=tours[entry["code"]], **{key: value for key, value in each.items() if key != "dates"}
            )
            days += [ListedDate(rhythm=rhythm, day=day) for day in each["dates"]]
    ListedDate.objects.bulk_create(days, batch_size=ROWS_AT_ONCE)


def _ranges(content: Content, tours: dict[str, Tour]) -> Iterator[TourRange]:
    """Without streets that are gone since."""
    streets = set(Street.objects.values_list("pk", flat=True))
    for entry in content["tours"]:
        for each in entry["ranges"]:
            if each["street_id"] in streets:
                yield TourRange(tour=tours[entry["code"]], **each)


def _shifts(plan: Plan, content: Content, tours: dict[str, Tour]) -> Iterator[Shift]:
    """What happened on the day stays as it is, also where the content had something else."""
    failed = {
        (shift.tour_id, shift.fraction_id, shift.planned_on.isoformat())
        for shift in plan.shifts.filter(source=ShiftSource.FAILURE)
    }
    people = set(User.objects.values_list("pk", flat=True))
    for each in content["shifts"]:
        values = {key: value for key, value in each.items() if key != "tour"}
        if values["changed_by_id"] not in people:
            values["changed_by_id"] = None
        tour = tours[each["tour"]] if each["tour"] else None
        if (tour and tour.pk, each["fraction_id"], each["planned_on"]) not in failed:
            yield Shift(plan=plan, tour=tour, state=ShiftState.APPROVED, **values)
