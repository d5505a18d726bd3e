"""Random rhythms and shifts, and a slow second opinion on what they mean: day by day, from the sentences."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from hypothesis import strategies as st

from servicefinder.waste.enums import RhythmKind
from servicefinder.waste.models import ListedDate, Rhythm, Shift

# Leap years, a century that is none (2100), 53 weeks (2015, 2020, 2026), and the years around them.
YEARS = st.sampled_from([2015, 2019, 2020, 2021, 2024, 2026, 2027, 2028, 2096, 2100]) | st.integers(
    2000, 2100
)
NTHS = (1, 2, 3, 4, -1)
ONE_DAY = timedelta(days=1)


def days_of(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += ONE_DAY


def any_day(year: int) -> st.SearchStrategy[date]:
    return st.dates(date(year, 1, 1), date(year, 12, 31))


@st.composite
def rhythms(draw: st.DrawFn, year: int, fractions: int = 3) -> Rhythm:
    """Unsaved, with its listed dates beside it; its period may begin and end outside the year."""
    around = st.dates(date(year - 1, 6, 1), date(min(year + 1, 2100), 6, 30))
    first, last = sorted((draw(around), draw(around)))
    rhythm = Rhythm(
        pk=draw(st.integers(1, 10**6)),
        fraction_id=draw(st.integers(1, fractions)),
        kind=draw(st.sampled_from(RhythmKind)),
        interval=draw(st.sampled_from([1, 2, 3, 4, 6, 13])),
        anchor=draw(st.dates(date(year - 3, 1, 1), date(min(year + 3, 2103), 12, 31))),
        nth=draw(st.sampled_from(NTHS)),
        valid_from=first,
        valid_until=last,
    )
    listed = draw(st.sets(around, max_size=8)) if rhythm.kind == RhythmKind.LISTED else ()
    rhythm._prefetched_objects_cache = {"dates": [ListedDate(day=day) for day in listed]}
    return rhythm


@st.composite
def shifts(draw: st.DrawFn, year: int, days: Iterable[date], tours: tuple[int, ...] = (1, 2)) -> list[Shift]:
    """Some for all, some for a tour or a fraction; as in the database at most one for each that they name."""
    planned = st.sampled_from(sorted(days)) | any_day(year)
    keys = st.tuples(st.none() | st.sampled_from(tours), st.none() | st.integers(1, 3), planned)
    return [
        Shift(
            tour_id=tour,
            fraction_id=fraction,
            planned_on=day,
            moved_to=draw(st.none() | any_day(year)),
            reason=f"Grund {number}",
        )
        for number, (tour, fraction, day) in enumerate(sorted(draw(st.sets(keys, max_size=8)), key=repr))
    ]


def slowly(rhythm: Rhythm, year: int) -> list[date]:
    """The days of the year that the rhythm names, each asked one by one."""
    return [day for day in days_of(year) if _names(rhythm, day)]


def _names(rhythm: Rhythm, day: date) -> bool:
    if not rhythm.valid_from <= day <= rhythm.valid_until:
        return False
    if rhythm.kind == RhythmKind.LISTED:
        return any(each.day == day for each in rhythm.dates.all())
    if rhythm.kind == RhythmKind.MONTHLY:
        return day.weekday() == rhythm.anchor.weekday() and _is_nth(day, rhythm.nth)
    return abs(day.toordinal() - rhythm.anchor.toordinal()) % (7 * rhythm.interval) == 0


def _is_nth(day: date, nth: int) -> bool:
    """Counted along the month: how often has this weekday come up to `day`, or does it come again?"""
    if nth == -1:
        return (day + timedelta(days=7)).month != day.month
    same = [number for number in range(1, day.day + 1) if day.replace(day=number).weekday() == day.weekday()]
    return len(same) == nth
