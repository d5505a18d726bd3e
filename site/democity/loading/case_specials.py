"""What real lists of cases have: duplicates, returned mails, holds, deputies, deliveries that are stuck."""

from collections.abc import Collection, Iterator, Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from outbox.enums import JobState
from outbox.models import Job
from servicefinder.cases.domain.bounces import mark_bounced
from servicefinder.cases.domain.deliveries import DELIVERY_KIND
from servicefinder.cases.domain.delivering import MAX_ATTEMPTS
from servicefinder.cases.domain.duplicates import link_duplicate
from servicefinder.cases.domain.handing_over import share
from servicefinder.cases.domain.journal import Actor
from servicefinder.cases.domain.retention import hold
from servicefinder.cases.enums import OPEN_STATES, CaseState, DeliveryState
from servicefinder.cases.models import Case, Delivery, Deputy

from .demo_case import DemoCase
from .load import Load

STUCK_BECAUSE = "RuntimeError: Das Fachverfahren antwortet nicht: Zeit überschritten nach 20 Sekunden."


def states_wanted(form: str, cases: int, specials: Mapping[str, Any]) -> Iterator[Collection[CaseState]]:
    """For each of its cases, the oldest first, the states that leave enough of them for what follows."""
    of_form = {
        kind: sum(form == (row if isinstance(row, str) else row[0]) for row in rows)
        for kind, rows in specials.items()
    }
    is_open = 2 * of_form["duplicates"] + of_form["bounced"] + of_form["shared"] + of_form["stuck"]
    rare = [(CaseState.WITHDRAWN,)] * of_form["withdrawn"] + [(CaseState.DECIDED,)] * of_form["decided"]
    free = cases - of_form["held"] - len(rare) - is_open
    yield from [(CaseState.CLOSED,)] * of_form["held"]
    yield from [CaseState] * (free - free // 4)
    yield from rare  # Not among the newest: nobody may have begun those.
    yield from [CaseState] * (free // 4)
    yield from [OPEN_STATES] * is_open


def write_specials(cases: list[DemoCase], content: Mapping[str, Any], load: Load) -> None:
    """After everything else was written: these are changes of today, journalled as such."""
    of_form: dict[str, list[DemoCase]] = {}
    for each in cases:
        of_form.setdefault(each.form, []).append(each)
    for form in content["specials"]["duplicates"]:
        original, double = list(_in_state(of_form[form], OPEN_STATES))[:2]
        link_duplicate(_fresh(double), _fresh(original), Actor.of(double.worker))
    for form in content["specials"]["bounced"]:
        mark_bounced(next(_in_state(of_form[form], OPEN_STATES)).case.pk)
    for form, reason, days in content["specials"]["held"]:
        held = next(_in_state(of_form[form], (CaseState.CLOSED,)))
        until = timezone.localdate() + timedelta(days=days)
        hold(_fresh(held), reason, Actor.of(held.worker), until=until)
    for form, department in content["specials"]["shared"]:
        shared = list(_in_state(of_form[form], OPEN_STATES))[-1]
        share(_fresh(shared), load.departments[department].department, Actor.of(shared.worker))
    for form in content["specials"]["stuck"]:
        _stick(list(_in_state(of_form[form], OPEN_STATES))[-1].case)
    _absences(content["specials"]["absent"], load)


def _in_state(cases: list[DemoCase], states: tuple[CaseState, ...]) -> Iterator[DemoCase]:
    return (each for each in cases if each.case.state in states)


def _fresh(demo: DemoCase) -> Case:
    return Case.objects.get(pk=demo.case.pk)


def _stick(case: Case) -> None:
    """A delivery that has used up its attempts; the target takes it when it is tried again."""
    delivery = Delivery.objects.create(case=case, target="demo", state=DeliveryState.STUCK)
    Job.objects.create(
        kind=DELIVERY_KIND,
        key=str(delivery.pk),
        state=JobState.STUCK,
        attempts=MAX_ATTEMPTS,
        last_error=STUCK_BECAUSE,
    )


def _absences(rows: list[Any], load: Load) -> None:
    """The first two of a department: one is away, the other stands in."""
    today = timezone.localdate()
    for department, begins, ends in rows:
        deputy, person = load.staff[department][:2]
        first, last = today + timedelta(days=begins), today + timedelta(days=ends)
        load.mark(Deputy.objects.create(person=person, deputy=deputy, valid_from=first, valid_until=last))
