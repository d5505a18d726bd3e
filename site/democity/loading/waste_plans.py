"""Collection plans of this year and the next: ten tours, seasons, holidays, published as a person would."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from democity.content_files import read
from servicefinder.addresses.models import Street
from servicefinder.waste.domain.approving import approve
from servicefinder.waste.domain.holidays import propose_holiday_shifts
from servicefinder.waste.domain.publishing import publish
from servicefinder.waste.domain.rhythms import nth_weekday
from servicefinder.waste.enums import RhythmKind, ShiftState
from servicefinder.waste.models import Fraction, ListedDate, Plan, Rhythm, Tour, TourRange, WasteSettings
from workdays.domain.holidays import holidays_between

from .load import Load

FIRST_MONDAY = date(2024, 1, 1)  # Weeks are counted from here, so that rhythms go on from year to year.
SUMMER = (4, 10)  # April to October: the organic waste every week.
BRANCHES = ((3, 2), (10, 3))  # (month, which week of the month)


def load_waste_plans(load: Load) -> None:
    settings = WasteSettings.load()
    settings.department = load.departments["abfallwirtschaft"].department
    settings.save()
    content = read("waste_tours")
    fractions = {fraction.key: fraction for fraction in Fraction.objects.all()}
    for year in (load.today.year, load.today.year + 1):
        plan = load.mark(Plan.objects.create(year=year))
        tours = {entry["code"]: _tour(plan, entry, fractions) for entry in content["tours"]}
        TourRange.objects.bulk_create(_ranges(content, tours))
        propose_holiday_shifts(plan)
        _settle_conflicts(plan)
        approve(plan)
        publish(plan)


def _tour(plan: Plan, entry: dict[str, Any], fractions: dict[str, Fraction]) -> Tour:
    tour = Tour.objects.create(plan=plan, code=entry["code"], name=entry["name"])
    anchor = FIRST_MONDAY + timedelta(weeks=entry["week"], days=entry["weekday"])
    year, week = plan.year, timedelta(weeks=1)
    whole = (date(year, 1, 1), date(year, 12, 31))
    summer = (date(year, SUMMER[0], 1), date(year, SUMMER[1], 31))
    day = timedelta(days=1)
    weeks = [
        ("restmuell", 2, anchor, whole),
        ("gelbe-tonne", 2, anchor + week, whole),
        ("altpapier", 4, anchor + week, whole),
        ("biotonne", 2, anchor, (whole[0], summer[0] - day)),
        ("biotonne", 1, anchor, summer),
        ("biotonne", 2, anchor, (summer[1] + day, whole[1])),
    ]
    Rhythm.objects.bulk_create(
        Rhythm(
            tour=tour,
            fraction=fractions[key],
            interval=interval,
            anchor=first,
            valid_from=span[0],
            valid_until=span[1],
        )
        for key, interval, first, span in weeks
    )
    branches = [nth_weekday(year, month, entry["weekday"], nth) for month, nth in BRANCHES]
    trees = [nth_weekday(year, 1, entry["weekday"], 2)]
    for key, days in (("astwerk", branches), ("weihnachtsbaum", trees)):
        rhythm = Rhythm.objects.create(
            tour=tour,
            fraction=fractions[key],
            kind=RhythmKind.LISTED,
            valid_from=whole[0],
            valid_until=whole[1],
        )
        ListedDate.objects.bulk_create(ListedDate(rhythm=rhythm, day=each) for each in days)
    return tour


def _ranges(content: dict[str, Any], tours: dict[str, Tour]) -> Iterator[TourRange]:
    parted = {entry["street"]: entry["parts"] for entry in content["ranges"]}
    codes = {name: entry["code"] for entry in content["tours"] for name in entry["districts"]}
    streets = Street.objects.values_list("pk", "name", "addresses__district__name").distinct()
    for street, name, district in streets:
        for part in parted.get(name, [{"tour": codes[district]}]):
            yield TourRange(
                tour=tours[part["tour"]],
                street_id=street,
                parity=part.get("parity", "all"),
                first_number=part.get("first", 1),
                last_number=part.get("last"),
            )


def _settle_conflicts(plan: Plan) -> None:
    """As a planner would: what finds no day in its week is done on the last working day before it."""
    closed = holidays_between(date(plan.year - 1, 12, 1), date(plan.year + 1, 1, 31))
    for shift in plan.shifts.filter(state=ShiftState.CONFLICT):
        day = shift.planned_on
        while day in closed or day.weekday() > 4:
            day -= timedelta(days=1)
        shift.moved_to, shift.state, shift.conflict = day, ShiftState.PROPOSED, ""
        shift.save()
