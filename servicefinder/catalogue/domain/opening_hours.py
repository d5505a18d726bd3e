"""Is it open now, and when does that change? Pure functions: everything they need is an argument."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .opening_sentences import closed_sentence, open_sentence

LOCAL_TIME = ZoneInfo("Europe/Berlin")
HORIZON_DAYS = 60
NEAR_DAYS = (3, 9)  # Nearly always enough, and many times cheaper.


@dataclass(frozen=True)
class Hours:
    """A stretch of an ordinary weekday (0 = Monday); `closes` up to `opens` means the next day."""

    weekday: int
    opens: time
    closes: time
    by_appointment: bool = False


@dataclass(frozen=True)
class Exceptional:
    """Days, both inclusive, that are closed (no times) or have other hours."""

    starts_on: date
    ends_on: date
    opens: time | None = None
    closes: time | None = None
    reason: str = ""

    def covers(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on

    @property
    def in_view_from(self) -> date:
        return self.starts_on - timedelta(days=HORIZON_DAYS)

    def is_in_view(self, today: date) -> bool:
        """Whether it is near enough to be told, and not over."""
        return self.in_view_from <= today <= self.ends_on


@dataclass(frozen=True)
class Stretch:
    """A time during which it is open, in UTC: local clocks jump twice a year."""

    start: datetime
    end: datetime
    by_appointment: bool


@dataclass(frozen=True)
class OpeningState:
    """What holds at a moment. `until` is set while open, `opens_at` while closed; both are local time."""

    open: bool
    until: datetime | None
    opens_at: datetime | None
    sentence: str
    by_appointment: bool = False
    reason: str = ""

    @property
    def changes_at(self) -> datetime | None:
        return self.until or self.opens_at


def state_at(
    hours: Sequence[Hours],
    exceptions: Sequence[Exceptional],
    holidays: Mapping[date, str] | Container[date],
    now: datetime,
) -> OpeningState:
    """Whether it is open at `now` (aware), with a German sentence.

    Exceptions come before holidays, holidays before the week. Looks `HORIZON_DAYS` ahead.
    """
    local = now.astimezone(LOCAL_TIME)
    for days in (*NEAR_DAYS, HORIZON_DAYS):
        state = _state_within(days, hours, exceptions, holidays, local)
        # What reaches the edge may go on beyond it.
        if state.changes_at and state.changes_at.date() < local.date() + timedelta(days=days - 1):
            break
    return state


def _state_within(
    days: int,
    hours: Sequence[Hours],
    exceptions: Sequence[Exceptional],
    holidays: Mapping[date, str] | Container[date],
    local: datetime,
) -> OpeningState:
    yesterday = local.date() - timedelta(days=1)
    stretches = _joined(_stretches(hours, exceptions, holidays, yesterday, days))
    # Where both hold, the door that is open to everybody counts before the one that needs an appointment.
    stretches.sort(key=lambda stretch: (stretch.start, stretch.by_appointment))
    current = sorted(
        (stretch for stretch in stretches if stretch.start <= local < stretch.end),
        key=lambda stretch: stretch.by_appointment,
    )
    if current:
        return _open_state(local, current[0])
    coming = next((stretch for stretch in stretches if stretch.start > local), None)
    return _closed_state(local, coming, _reason(exceptions, holidays, local.date()))


def hours_of(
    hours: Sequence[Hours],
    exceptions: Sequence[Exceptional],
    holidays: Mapping[date, str] | Container[date],
    day: date,
) -> list[Hours]:
    """The stretches that begin on `day`, in order of time."""
    special = [exception for exception in exceptions if exception.covers(day)]
    if any(exception.opens is None for exception in special) or (not special and day in holidays):
        return []
    if special:
        found = [Hours(day.weekday(), e.opens, e.closes) for e in special if e.opens and e.closes]
    else:
        found = [row for row in hours if row.weekday == day.weekday()]
    return sorted(found, key=lambda row: row.opens)


def _stretches(
    hours: Sequence[Hours],
    exceptions: Sequence[Exceptional],
    holidays: Mapping[date, str] | Container[date],
    first: date,
    days: int,
) -> Iterator[Stretch]:
    for offset in range(days + 1):
        day = first + timedelta(days=offset)
        for row in hours_of(hours, exceptions, holidays, day):
            last = day if row.closes > row.opens else day + timedelta(days=1)
            yield Stretch(_moment(day, row.opens), _moment(last, row.closes), row.by_appointment)


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, LOCAL_TIME).astimezone(UTC)


def _joined(stretches: Iterator[Stretch]) -> list[Stretch]:
    """Stretches of a kind that follow each other without a gap, or overlap, are one."""
    joined: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda stretch: (stretch.by_appointment, stretch.start)):
        last = joined[-1] if joined else None
        if last and stretch.start <= last.end and stretch.by_appointment == last.by_appointment:
            joined[-1] = Stretch(last.start, max(last.end, stretch.end), last.by_appointment)
        else:
            joined.append(stretch)
    return joined


def _reason(
    exceptions: Sequence[Exceptional], holidays: Mapping[date, str] | Container[date], day: date
) -> str:
    for exception in exceptions:
        if exception.covers(day):
            return exception.reason
    return holidays.get(day, "") if isinstance(holidays, Mapping) else ""


def _open_state(now: datetime, stretch: Stretch) -> OpeningState:
    until = stretch.end.astimezone(LOCAL_TIME)
    sentence = open_sentence(now, until, stretch.by_appointment)
    return OpeningState(True, until, None, sentence, stretch.by_appointment)


def _closed_state(now: datetime, coming: Stretch | None, reason: str) -> OpeningState:
    opens_at = coming.start.astimezone(LOCAL_TIME) if coming else None
    sentence = closed_sentence(now, opens_at, reason)
    return OpeningState(False, None, opens_at, sentence, bool(coming and coming.by_appointment), reason)
