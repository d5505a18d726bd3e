"""ical.js, the reader of Thunderbird and Nextcloud, understands every calendar as it was meant."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from servicefinder.waste.domain.schedules import Pickup
from servicefinder.waste.domain.subscriptions import ALARMS
from servicefinder.waste.ical import calendar_file, uid_of
from tests.conftest import ICAL_JS
from tests.waste.random_calendars import ROWS

pytestmark = pytest.mark.server("ical.js")
SCRIPT = Path(__file__).with_name("read_calendars.mjs")
CALENDARS = st.lists(st.tuples(st.lists(ROWS, max_size=4), st.sampled_from(["", *ALARMS])), max_size=20)
HOUR = 3600


def read(texts: list[str]) -> list[dict[str, Any]]:
    done = subprocess.run(
        ["node", str(SCRIPT), ICAL_JS.as_uri()],
        input=json.dumps(texts).encode(),
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)


@settings(max_examples=6, deadline=None)
@given(CALENDARS)
def test_any_calendar_is_read_as_it_was_meant(drawn: list[tuple[list[Pickup], str]]) -> None:
    texts = [calendar_file(rows, "Abfuhrkalender Ostanlage 5", alarm).decode() for rows, alarm in drawn]

    for (rows, alarm), text, found in zip(drawn, texts, read(texts), strict=True):
        assert found["same"] and [each["uid"] for each in found["events"]] == [uid_of(row) for row in rows]
        others = Calendar.from_ical(text).walk("VEVENT")
        for row, event, other in zip(rows, found["events"], others, strict=True):
            assert (event["summary"], event["start"]) == (row.fraction, row.day.isoformat())
            assert event["end"] == other["DTEND"].dt.isoformat()
            assert event["description"] == str(other.get("DESCRIPTION", ""))
            assert event["status"] == ("CANCELLED" if row.cancelled else "CONFIRMED")
            assert event["sequence"] == row.sequence
            assert event["changed"] == f"{row.changed_at:%Y-%m-%dT%H:%M:%SZ}"
            rings = alarm and not row.cancelled
            assert event["trigger"] == (-ALARMS[alarm] * HOUR if rings else None)
