"""The ping after a click: from our own pages, small, sensible, and not too often."""

import pytest
from django.test import Client

from search.editorial.domain.recording import Recorder
from search.editorial.models import QueryDay
from search.editorial.views import clicks
from search.registries import HeardSearch
from tests.search.conftest import ListedDocuments

pytestmark = pytest.mark.django_db
OURS = {"sec-fetch-site": "same-origin"}
CLICK = {"q": "Reisepass", "language": "de", "rank": "2", "record": "things:4"}


def ping(client: Client, headers: dict[str, str] = OURS, **changes: str) -> int:
    return client.post("/suche/klick/", CLICK | changes, headers=headers).status_code


def test_click_is_counted_without_cookie(client: Client, city: ListedDocuments, recorder: Recorder) -> None:
    recorder.heard(HeardSearch("Reisepass", "de", 2, ("things:1", "things:4")))

    response = client.post("/suche/klick/", CLICK, headers=OURS)
    recorder.flush()

    assert (response.status_code, response.content, response.cookies) == (204, b"", {})
    day = QueryDay.objects.get()
    assert (day.searches, day.clicks, day.ranks) == (1, 1, 2)


@pytest.mark.parametrize(
    "changes",
    [
        {"language": "xx"},
        {"rank": "0"},
        {"rank": "201"},
        {"rank": "²"},
        {"rank": "-1"},
        {"record": "unknown:4"},
        {"record": "things:"},
        {"record": "things:4 or 1"},
        {"record": "things:" + "4" * 300},
    ],
)
def test_nonsense_is_refused(
    client: Client, things: ListedDocuments, recorder: Recorder, changes: dict[str, str]
) -> None:
    assert ping(client, **changes) == 400
    assert not len(recorder._buffer.drain())


def test_other_sites_reading_and_long_bodies_are_refused(
    client: Client, things: ListedDocuments, recorder: Recorder
) -> None:
    assert ping(client, headers={"sec-fetch-site": "cross-site"}) == 403
    assert ping(client, headers={}) == 403
    assert client.get("/suche/klick/").status_code == 405
    assert ping(client, q="x" * 3_000) == 413
    assert not len(recorder._buffer.drain())


def test_too_many_clicks_are_refused(
    client: Client, things: ListedDocuments, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clicks, "CLICKS_PER_HOUR", 2)

    assert [ping(client) for _ in range(3)] == [204, 204, 429]
