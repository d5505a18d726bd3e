"""Whenever the city is loaded, there are cases for everything that is shown with them."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from democity import content_files
from democity.loading.case_courses import arrivals, state_of
from democity.loading.case_specials import states_wanted
from servicefinder.cases.enums import OPEN_STATES, CaseState

CONTENT = content_files.read("cases")
FORMS = {each["form"]: each["cases"] for each in CONTENT["forms"]}
OPEN_WANTED = {
    "mangel-melden": 4,
    "meldebescheinigung-beantragen": 2,
    "geburtsurkunde-bestellen": 2,
    "bewohnerparkausweis-beantragen": 1,
    "einzug-bestaetigen": 1,
}
CLOSED_WANTED = {"hund-anmelden": 1, "geburtsurkunde-bestellen": 1}
SINCE = datetime(2027, 12, 20, 3, tzinfo=UTC)


@pytest.mark.parametrize("due_days", [3, 30])
@pytest.mark.parametrize("hours", range(0, 80 * 124, 124))
def test_at_any_time_there_are_enough(hours: int, due_days: int) -> None:
    whole: Counter[CaseState] = Counter()
    now, chance = SINCE + timedelta(hours=hours), Random(hours)  # noqa: S311 - nothing here is secret

    for form, count in FORMS.items():
        wanted = states_wanted(form, count, CONTENT["specials"])
        found = Counter(
            state_of(at, (at + timedelta(days=due_days)).date(), now, chance, among)
            for at, among in zip(arrivals(count, due_days, now, chance), wanted, strict=True)
        )

        assert sum(found.values()) == count
        assert sum(found[state] for state in OPEN_STATES) >= OPEN_WANTED.get(form, 0)
        assert found[CaseState.CLOSED] >= CLOSED_WANTED.get(form, 0)
        whole += found
    assert set(whole) == set(CaseState)


def test_what_is_shared_is_open() -> None:
    chance, now = Random(1), SINCE  # noqa: S311 - nothing here is secret

    for _ in range(500):
        came = now - timedelta(days=200)
        assert state_of(came, came.date(), now, chance, OPEN_STATES) in OPEN_STATES
