"""A household with two bins, one moved and one cancelled day."""

from datetime import date

import pytest

from servicefinder.addresses.models import Address
from servicefinder.waste.enums import CollectionState
from tests.factories import waste as made

TODAY = date(2026, 12, 20)


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: TODAY)


@pytest.fixture
def home(db: None) -> Address:
    address = made.address()
    tour = made.tour()
    rest, bio = (
        made.fraction(),
        made.fraction("Biotonne", "biotonne", name_en="Organic waste", colour="#7a4b1f"),
    )
    made.collection(tour, date(2026, 12, 21), rest)
    made.collection(tour, date(2026, 12, 28), rest, date(2026, 12, 25), reason="1. Weihnachtstag", sequence=1)
    made.collection(
        tour, date(2026, 12, 30), bio, state=CollectionState.CANCELLED, reason="Sturm, Eis; Schnee"
    )
    made.collection(tour, date(2026, 12, 23), bio)
    return address
