"""A document as the engines keep it: analysed once, here, for all engines."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain
from typing import Any

from search.analysis import analyse, folded_words
from search.analysis.phrases import pairs, whole
from search.documents import SearchDocument
from search.domain.passages import SHOWN_CHARACTERS, passages
from search.engines.questions import NEVER, IndexEntry, facet_token
from search.engines.ranking import EMPTY_FIELD, prior
from search.vocabulary import vocabulary

KEY_CHARACTERS = 256
TYPE_FACET = "type"
DEPARTMENT_FACET = "department"
ONLINE_FACET = "online"


def entry_for(record: str, document: SearchDocument) -> IndexEntry:
    """What an engine stores of one document of `record` (`source:pk`)."""
    title = analyse(document.title, document.language)
    objects = vocabulary().objects_of(document.leika, (document.title, *document.alternatives))
    everyday = vocabulary().terms_of(objects, document.language)
    events = vocabulary().events_of(objects, document.language)
    shown = [" ".join(document.teaser.split()), *passages(document.body)]
    stems = [analyse(passage, document.language) for passage in shown]
    fields = {
        "title": title,
        "alternatives": analyse("\n".join((*document.alternatives, *document.leika)), document.language),
        "vocabulary": analyse("\n".join(everyday), document.language),
        "events": analyse("\n".join(events), document.language),
        "related": analyse("\n".join(vocabulary().related_to(objects)), document.language),
        **_texts(document, stems),
    }
    return IndexEntry(
        key=f"{record}:{document.type}:{document.id}:{document.language}"[:KEY_CHARACTERS],
        record=record,
        language=document.language,
        type=document.type,
        tokens={name: " ".join(tokens) or EMPTY_FIELD for name, tokens in fields.items()},
        phrases=tuple(_phrases(document, (*everyday, *events))),
        objects=tuple(objects),
        words=_words(document, everyday),
        title=" ".join(title)[:KEY_CHARACTERS],
        facets=tuple(_facets(document)),
        prior=prior(document.demand, len(title)),
        visible_until=_seconds(document.expires_at),
        stored=_stored(document, shown, stems),
    )


def _texts(document: SearchDocument, stems: list[list[str]]) -> dict[str, list[str]]:
    """Tokens of teaser and body: the passages', and what is too far down to be shown."""
    teaser, *body = stems
    further = analyse(document.body[SHOWN_CHARACTERS:], document.language)
    return {"teaser": teaser, "body": [*chain.from_iterable(body), *further]}


def _phrases(document: SearchDocument, terms: Iterable[str]) -> dict[str, None]:
    """Pairs of words, and whole terms, of everything that the document is called; each once."""
    called = (analyse(term, document.language) for term in (document.title, *document.alternatives, *terms))
    return {token: None for stems in called for token in (*pairs(stems), whole(stems)) if token}


def _words(document: SearchDocument, everyday: list[str]) -> tuple[str, ...]:
    """Words of the names and of what it is called, each once: a body's words would complete to anything."""
    names = "\n".join((document.title, *document.alternatives, *everyday))
    return tuple(dict.fromkeys(folded_words(names, document.language)))


def _facets(document: SearchDocument) -> Iterator[str]:
    yield facet_token(TYPE_FACET, document.type)
    if document.department:
        yield facet_token(DEPARTMENT_FACET, document.department)
    for name, values in document.facets.items():
        for value in dict.fromkeys(values):
            yield facet_token(name, value)


def _seconds(moment: datetime | None) -> int:
    return int(moment.timestamp()) if moment else NEVER


def _stored(document: SearchDocument, shown: list[str], stems: list[list[str]]) -> dict[str, Any]:
    """What a result shows. `stems` belongs to `passages` line by line: snippets are found by text search."""
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
        "passages": "\n".join(shown),
        "stems": "\n".join(f" {' '.join(line)} " for line in stems),
    }
