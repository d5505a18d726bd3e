"""A restriction holds until its moment, and no longer."""

from datetime import UTC, datetime

import pytest

from servicefinder.catalogue.domain.live_status import Status, status_at
from servicefinder.catalogue.enums import LiveStatus

END = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 12, 1, 11, 59, tzinfo=UTC), Status(LiveStatus.CLOSED, "Umzug", END)),
        (datetime(2026, 12, 1, 12, 0, tzinfo=UTC), Status(LiveStatus.NORMAL)),
    ],
)
def test_restriction_ends_at_its_moment(now: datetime, expected: Status) -> None:
    document = {"live_status": {"status": "closed", "reason": "Umzug", "until": END.isoformat()}}

    assert status_at(document, now) == expected


def test_restriction_without_an_end_stays() -> None:
    document = {"live_status": {"status": "restricted", "reason": "Personal fehlt", "until": None}}

    assert status_at(document, END) == Status(LiveStatus.RESTRICTED, "Personal fehlt", None)


def test_reason_of_a_normal_service_is_not_told() -> None:
    document = {"live_status": {"status": "normal", "reason": "alt", "until": None}}

    assert status_at(document, END) == Status(LiveStatus.NORMAL)
