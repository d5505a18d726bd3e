"""A document as the engines keep it: analysed once, here, for all engines."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import chain
from typing import Any

from search.analysis import analyse, analyse_lines, folded_words
from search.analysis.phrases import pairs, whole
from search.documents import SearchDocument
from search.domain.passages import SHOWN_CHARACTERS, beyond_passages, passages, passages_of_pages
from search.engines.questions import NEVER, IndexEntry, facet_token
from search.engines.ranking import EMPTY_FIELD, prior
from search.vocabulary import vocabulary

KEY_CHARACTERS = 256
TYPE_FACET = "type"
DEPARTMENT_FACET = "department"
ONLINE_FACET = "online"
# Many services of a city share an object, and a page is indexed again and again.
OBJECTS_REMEMBERED = 256


def entry_for(record: str, document: SearchDocument) -> IndexEntry:
    """What an engine stores of one document of `record` (`source:pk`)."""
    names = (document.title, *document.alternatives)
    title, *alternatives = called = [analyse(name, document.language) for name in names]
    objects = vocabulary().objects_of(document.about, document.leika, names)
    vocabulary_fields, everyday = _of_objects(tuple(objects), document.language)
    texts = _texts(document)
    fields: dict[str, Iterable[str]] = {
        "title": title,
        "alternatives": chain(*alternatives, analyse("\n".join(document.leika), document.language)),
        "teaser": texts.stems[0],
        "body": chain(*texts.stems[1:], *(tokens for _, tokens in texts.further)),
    }
    return IndexEntry(
        key=f"{record}:{document.type}:{document.id}:{document.language}"[:KEY_CHARACTERS],
        record=record,
        language=document.language,
        type=document.type,
        tokens=_joined(fields) | vocabulary_fields,
        phrases=tuple(_phrases(called)),
        objects=tuple(objects),
        words=tuple(dict.fromkeys((*_own_words(document), *everyday))),
        title=" ".join(title)[:KEY_CHARACTERS],
        facets=tuple(_facets(document)),
        prior=prior(document.demand, len(title)),
        visible_until=_seconds(document.expires_at),
        stored=_stored(document, texts),
    )


@lru_cache(maxsize=OBJECTS_REMEMBERED)
def _of_objects(objects: tuple[str, ...], language: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """Tokens by field, and folded words, of what the vocabulary says of these objects."""
    known = vocabulary()
    everyday = known.terms_of(objects, language)
    fields = {
        "vocabulary": analyse("\n".join(everyday), language),
        "events": analyse("\n".join(known.events_of(objects, language)), language),
        "related": analyse("\n".join(known.related_to(objects)), language),
    }
    return _joined(fields), tuple(dict.fromkeys(folded_words("\n".join(everyday), language)))


def _joined(fields: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {name: " ".join(tokens) or EMPTY_FIELD for name, tokens in fields.items()}


@dataclass(frozen=True)
class _Texts:
    """`shown` are teaser and passages; `stems` and `places` (numbers of pages, or 0) belong to them.

    `further` are tokens by page of what is too far down to be shown.
    """

    shown: list[str]
    stems: list[list[str]]
    places: list[int]
    further: list[tuple[int, list[str]]]


def _texts(document: SearchDocument) -> _Texts:
    teaser = " ".join(document.teaser.split())
    lines = [(teaser, 0), *((passage, 0) for passage in passages(document.body))]
    lines += passages_of_pages(document.pages)
    shown = [line for line, _ in lines]
    further = [(0, document.body[SHOWN_CHARACTERS:]), *beyond_passages(document.pages)]
    return _Texts(
        shown=shown,
        stems=analyse_lines(shown, document.language),
        places=[number for _, number in lines],
        further=[(number, analyse(text, document.language)) for number, text in further if text],
    )


def _phrases(called: Iterable[list[str]]) -> dict[str, None]:
    """Pairs of words, and whole terms, of the document's own names; each once. The vocabulary's terms are
    compared with the query by `search.domain.intents`."""
    return {token: None for stems in called for token in (*pairs(stems), whole(stems)) if token}


def _own_words(document: SearchDocument) -> list[str]:
    """Words of the names that can be completed: a body's words would complete to anything."""
    return folded_words("\n".join((document.title, *document.alternatives)), document.language)


def _facets(document: SearchDocument) -> Iterator[str]:
    yield facet_token(TYPE_FACET, document.type)
    if document.department:
        yield facet_token(DEPARTMENT_FACET, document.department)
    for name, values in document.facets.items():
        for value in dict.fromkeys(values):
            yield facet_token(name, value)


def _seconds(moment: datetime | None) -> int:
    return int(moment.timestamp()) if moment else NEVER


def _stored(document: SearchDocument, texts: _Texts) -> dict[str, Any]:
    """What a result shows. `stems` belongs to `passages` line by line: snippets are found by text search.

    Where the document has pages, so does `places`; pages too far down have their stems on an empty passage.
    """
    pages = [(number, dict.fromkeys(tokens)) for number, tokens in texts.further if number]
    stems = [*texts.stems, *(known for _, known in pages)]
    return {
        "type": document.type,
        "id": document.id,
        "title": document.title,
        "url": document.url,
        "teaser": document.teaser,
        "leika": list(document.leika),
        "department": document.department,
        "status": document.status,
        "online": bool(document.facets.get(ONLINE_FACET)),
        "action": document.action,
        "date": document.date.isoformat() if document.date else None,
        "passages": "\n".join([*texts.shown, *("" for _ in pages)]),
        "stems": "\n".join(f" {' '.join(line)} " for line in stems),
        "places": [*texts.places, *(number for number, _ in pages)] if document.pages else [],
    }
