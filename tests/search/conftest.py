"""A city's worth of things to find, without any room that has them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from outbox.models import Job
from search.documents import About, SearchDocument
from search.domain import entries
from search.domain.rebuilding import rebuild
from search.registries import (
    ResultType,
    guides,
    released_queries,
    result_types,
    search_listeners,
    sources,
)
from search.vocabulary import Vocabulary, vocabulary


class ListedDocuments:
    """A source whose records are a dict: primary key → documents."""

    name = "things"
    model = Job  # Any model; this source reads none.

    def __init__(self) -> None:
        self.records: dict[str, list[SearchDocument]] = {}
        self.read: list[str] = []

    def add(
        self, title: str, *, pk: str = "", type: str = "service", language: str = "de", **more: object
    ) -> str:
        """A public record with one document; returns its primary key."""
        pk = pk or str(len(self.records) + 1)
        about = About.SERVICE if type == "service" else About.NEWS
        values = {"url": f"/dienstleistungen/{pk}/", "about": about, **more}
        document = SearchDocument(type=type, id=pk, language=language, title=title, **values)  # type: ignore[arg-type]
        self.records.setdefault(pk, []).append(document)
        return pk

    def documents_for(self, pk: str) -> list[SearchDocument]:
        self.read.append(pk)
        return self.records.get(pk, [])

    def public_pks(self) -> Iterator[str]:
        yield from [pk for pk, documents in self.records.items() if documents]


@pytest.fixture(autouse=True)
def index_dir(settings: Settings, tmp_path: Path) -> Path:
    """Each test has an index folder of its own and the embedded engine."""
    settings.SEARCH_URL = ""
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    return settings.SEARCH_INDEX_DIR


@pytest.fixture(autouse=True)
def own_words(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Things are called only what a test calls them, unless it asks for `whole_vocabulary`."""
    entries._of_objects.cache_clear()  # What the test before has looked up.
    if "whole_vocabulary" not in request.fixturenames:
        monkeypatch.setattr("search.domain.entries.vocabulary", Vocabulary)


@pytest.fixture(autouse=True)
def no_editors() -> Iterator[None]:
    """Nobody guides the search or listens to it, unless a test says so."""
    with guides.fresh(), search_listeners.fresh(), released_queries.fresh():
        yield


@pytest.fixture
def whole_vocabulary() -> Vocabulary:
    """What citizens call things, as the project knows it."""
    return vocabulary()


@pytest.fixture
def things() -> Iterator[ListedDocuments]:
    """The only source there is."""
    with sources.fresh():
        source = ListedDocuments()
        sources.register(source)
        yield source


@pytest.fixture(autouse=True)
def named_types() -> Iterator[None]:
    with result_types.fresh():
        result_types.register(ResultType("service", "Dienstleistung", "Dienstleistungen"))
        result_types.register(ResultType("news", "Nachricht", "Nachrichten"))
        yield


@pytest.fixture
def city(things: ListedDocuments, db: None) -> ListedDocuments:
    """A few services and news in a freshly built index."""
    things.add(
        "Reisepass beantragen",
        alternatives=("ePass", "Reisepass Ausstellung", "passport"),
        teaser="Den Pass für Reisen außerhalb der EU beantragen Sie im Bürgeramt.",
        body="Sie brauchen ein biometrisches Foto. Der Express-Pass ist in drei Werktagen fertig.",
        leika=("99085001012000",),
        department="Bürgeramt",
        demand=5,
    )
    things.add(
        "Führerschein umtauschen",
        alternatives=("Fahrerlaubnis", "Kartenführerschein"),
        teaser="Alte Führerscheine tauschen Sie bis zum Stichtag um.",
        body="Bringen Sie den alten Führerschein mit.",
        department="Straßenverkehrsamt",
        demand=4,
    )
    things.add(
        "Sperrmüll anmelden",
        alternatives=("Sperrgut", "alte Möbel abholen"),
        teaser="Wir holen große Möbel bei Ihnen ab.",
        body="Stellen Sie den Sperrmüll am Vorabend an die Straße. Farben & Lacke nehmen wir nicht mit.",
        department="Stadtreinigung",
        demand=4,
    )
    things.add(
        "Neue Öffnungszeiten im Bürgeramt",
        type="news",
        teaser="Ab Januar öffnet das Bürgeramt auch am Samstag.",
        body="Wer einen Reisepass abholt, braucht keinen Termin.",
    )
    rebuild()
    return things
