"""A plan as plain data, written and read back: what can be published, without what happened on the day."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import F, QuerySet

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
    shifts = plan.shifts.exclude(source=ShiftSource.FAILURE).annotate(code=F("tour__code"))
    return {
        "policy": plan.policy,
        "tours": content_of_tours(plan.tours.all()),
        "shifts": [
            {"tour": shift.code, **values_of(shift, SHIFT)}  # type: ignore[attr-defined]
            for shift in shifts.order_by("planned_on", "pk")
        ],
    }


def content_of_tours(tours: QuerySet[Tour]) -> list[Content]:
    """In the order of their codes. Four queries."""
    return [_tour(tour) for tour in tours.order_by("code").prefetch_related("rhythms__dates", "ranges")]


def write_content(plan: Plan, content: Content) -> None:
    """Make the plan what `content` says. Tours keep their rows, and with them the UIDs of their days."""
    Rhythm.objects.filter(tour__plan=plan).delete()
    TourRange.objects.filter(tour__plan=plan).delete()
    plan.shifts.exclude(source=ShiftSource.FAILURE).delete()
    tours = {tour.code: tour for tour in plan.tours.all()} | replace_tours(plan, content["tours"])
    Shift.objects.bulk_create(_shifts(plan, content, tours), batch_size=ROWS_AT_ONCE)
    Plan.objects.filter(pk=plan.pk).update(policy=content["policy"])
    plan.policy = content["policy"]


def replace_tours(plan: Plan, entries: list[Content]) -> dict[str, Tour]:
    """These tours, by their code, become what the entries say; the others stay."""
    tours: dict[str, Tour] = {}
    for entry in entries:
        values = {"name": entry["name"], "note": entry["note"]}
        tours[entry["code"]], _ = Tour.objects.update_or_create(
            plan=plan, code=entry["code"], defaults=values
        )
    Rhythm.objects.filter(tour__in=tours.values()).delete()
    TourRange.objects.filter(tour__in=tours.values()).delete()
    for entry in entries:
        write_rhythms(tours[entry["code"]], map(_rhythm, entry["rhythms"]))
    TourRange.objects.bulk_create(_ranges(entries, tours), batch_size=ROWS_AT_ONCE)
    return tours


def write_rhythms(tour: Tour, rhythms: Iterable[tuple[Rhythm, list[date]]]) -> None:
    """Unsaved rhythms, each with the days that are listed, in addition to those of the tour."""
    days: list[ListedDate] = []
    for rhythm, listed in rhythms:
        rhythm.pk, rhythm.tour = None, tour
        rhythm.save(force_insert=True)
        days += [ListedDate(rhythm=rhythm, day=day) for day in listed]
    ListedDate.objects.bulk_create(days, batch_size=ROWS_AT_ONCE)


def _rhythm(values: Content) -> tuple[Rhythm, list[date]]:
    rhythm = Rhythm(**{key: value for key, value in values.items() if key != "dates"})
    return rhythm, [date.fromisoformat(day) for day in values["dates"]]


def _tour(tour: Tour) -> Content:
    return {
        "code": tour.code,
        "name": tour.name,
        "note": tour.note,
        "rhythms": [
            {**values_of(rhythm, RHYTHM), "dates": [each.day.isoformat() for each in rhythm.dates.all()]}
            for rhythm in tour.rhythms.all()
        ],
        "ranges": [values_of(each, RANGE) for each in tour.ranges.all()],
    }


def values_of(row: Any, fields: Iterable[str]) -> Content:
    values = ((name, getattr(row, name)) for name in fields)
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values}


def _ranges(entries: list[Content], tours: dict[str, Tour]) -> Iterator[TourRange]:
    """Without streets that are gone since."""
    streets = set(Street.objects.values_list("pk", flat=True))
    for entry in entries:
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
