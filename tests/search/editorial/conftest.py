"""Editors' tools on the small city of `tests/search`."""

from collections.abc import Iterator
from datetime import date

import pytest

from search.editorial.domain.guide import EditorsGuide
from search.editorial.domain.recording import Recorder
from search.registries import SearchListener, guides, search_listeners

NEVER_SECONDS = 3600.0


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch, settings) -> Iterator[Recorder]:
    """Listens to every search; writes when the test says `flush`."""
    settings.SEARCH_STATISTICS = True
    own = Recorder(pause=NEVER_SECONDS)
    monkeypatch.setattr("search.editorial.views.clicks.recorder", own)
    search_listeners.register(SearchListener("editorial", own.heard))
    yield own
    own._buffer.drain()


@pytest.fixture
def guide() -> EditorsGuide:
    """Guides every search and looks into the tables each time."""
    ticks = iter(range(0, 1_000_000, 10))
    own = EditorsGuide(clock=lambda: next(ticks))
    guides.register(own)
    return own


@pytest.fixture
def on_day(monkeypatch: pytest.MonkeyPatch):
    """Lets the calendar show another day."""

    def change(day: date) -> None:
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: day)

    return change
