"""When a case came, what became of it since, and when: plausible, in order, and never in the future."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from servicefinder.cases.enums import CaseState
from workdays.domain.holidays import add_working_days, is_working_day

S = CaseState

SPAN_DAYS = 240
# The larger, the more cases came lately.
LATELY = 1.8
OFFICE_OPENS, OFFICE_CLOSES = 8, 16
LEAST_PAUSE = timedelta(minutes=4)
BEGUN_AFTER = timedelta(hours=3)
# Chances of each state by how far the due day is: the first row whose limit (days after it) holds.
CHANCES: tuple[tuple[int, dict[CaseState, int]], ...] = (
    (0, {S.RECEIVED: 34, S.IN_WORK: 30, S.WAITING: 14, S.DECIDED: 4, S.CLOSED: 18}),
    (10, {S.RECEIVED: 6, S.IN_WORK: 20, S.WAITING: 14, S.DECIDED: 6, S.CLOSED: 52, S.WITHDRAWN: 2}),
    (SPAN_DAYS, {S.WAITING: 1, S.DECIDED: 2, S.CLOSED: 95, S.WITHDRAWN: 2}),
)


@dataclass(frozen=True)
class Happening:
    """`what`: `opened`, `assigned`, `state`, `note`, `question`, `answer`; `to` is the state that follows."""

    at: datetime
    what: str
    before: CaseState | None = None
    to: CaseState | None = None
    by_citizen: bool = False


def arrivals(count: int, due_days: int, now: datetime, chance: Random) -> list[datetime]:
    """`count` moments of the last months, the oldest first; one of them is due on the next working day."""
    ages = [SPAN_DAYS * ((each + chance.random()) / count) ** LATELY for each in range(count)]
    found = [_at_leisure(now - timedelta(days=age), now, chance) for age in ages]
    found[0] = _at_leisure(_noon(add_working_days(_next_working_day(now), -due_days)), now, chance)
    return sorted(found)


def state_of(
    received: datetime, due_on: date, now: datetime, chance: Random, among: Collection[CaseState] = S
) -> CaseState:
    """One of `among`. Nobody has begun what came when the offices were closed."""
    if office_opened(received) + BEGUN_AFTER > now:
        return S.RECEIVED
    late = (timezone.localdate(now) - due_on).days
    chances = next((each for limit, each in CHANCES if late <= limit), CHANCES[-1][1])
    likely = {state: weight for state, weight in chances.items() if state in among} or dict.fromkeys(among, 1)
    return chance.choices(list(likely), list(likely.values()))[0]


def course(
    state: CaseState, received: datetime, due_on: date, now: datetime, chance: Random
) -> list[Happening]:
    """All that happened after the case came, up to `state`."""
    plan = list(_planned(state, chance))
    begun = office_opened(received)
    until = max(begun, _end(state, received, due_on, now, chance))
    moments = sorted(begun + (until - begun) * chance.random() for _ in plan)
    happened: list[Happening] = []
    last = received
    for moment, (what, before, to, by_citizen) in zip(moments, plan, strict=True):
        last = _in_order(moment if by_citizen else _in_office(moment, chance), last, now)
        happened.append(Happening(last, what, before, to, by_citizen))
    return happened


Planned = tuple[str, CaseState | None, CaseState | None, bool]


def _planned(state: CaseState, chance: Random) -> Iterator[Planned]:
    if state == S.RECEIVED:
        return
    yield "assigned", None, None, False
    yield "opened", None, None, False
    if state == S.WITHDRAWN:
        yield "state", S.RECEIVED, S.WITHDRAWN, True
        return
    yield "state", S.RECEIVED, S.IN_WORK, False
    if state == S.WAITING or chance.random() < 0.22:
        yield "state", S.IN_WORK, S.WAITING, False
        yield "question", None, None, False
        if state == S.WAITING:
            return
        yield "answer", None, None, True
        yield "state", S.WAITING, S.IN_WORK, True
    if chance.random() < 0.35:
        yield "note", None, None, False
    if state in (S.DECIDED, S.CLOSED):
        yield "state", S.IN_WORK, S.DECIDED, False
    if state == S.CLOSED:
        yield "state", S.DECIDED, S.CLOSED, False


def office_opened(after: datetime) -> datetime:
    """The first moment from `after` on at which somebody is at work."""
    local = timezone.localtime(after)
    day = local.date()
    if is_working_day(day) and OFFICE_OPENS <= local.hour < OFFICE_CLOSES:
        return after
    if local.hour >= OFFICE_CLOSES:
        day += timedelta(days=1)
    while not is_working_day(day):
        day += timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, time(OFFICE_OPENS)))


def _end(state: CaseState, received: datetime, due_on: date, now: datetime, chance: Random) -> datetime:
    """Most are done before they are due, some later."""
    share = chance.triangular(0.15, 1.6, 0.6)
    return min(received + (_noon(due_on) - received) * share + timedelta(hours=2), now)


def _in_order(moment: datetime, after: datetime, now: datetime) -> datetime:
    """Later than what was before. Where that is the future, it happened just now."""
    moment = max(moment, after + LEAST_PAUSE)
    return moment if moment < now else after + min(LEAST_PAUSE, (now - after) / 2)


def _in_office(moment: datetime, chance: Random) -> datetime:
    local = timezone.localtime(moment)
    day = local.date()
    while not is_working_day(day):
        day += timedelta(days=1)
    hour = local.hour
    if not OFFICE_OPENS <= hour < OFFICE_CLOSES:
        hour = chance.randrange(OFFICE_OPENS, OFFICE_CLOSES)
    return timezone.make_aware(datetime.combine(day, time(hour, local.minute, local.second)))


def _at_leisure(moment: datetime, now: datetime, chance: Random) -> datetime:
    """At an hour at which people fill in forms."""
    hour = chance.choices(range(6, 24), [1, 3, 5, 6, 7, 6, 5, 5, 5, 5, 5, 5, 6, 7, 7, 6, 3, 1])[0]
    day = timezone.localtime(moment).date()
    found = timezone.make_aware(datetime.combine(day, time(hour, chance.randrange(60), chance.randrange(60))))
    return min(found, now - timedelta(minutes=chance.randint(10, 90)))


def _next_working_day(now: datetime) -> date:
    day = timezone.localdate(now)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))
