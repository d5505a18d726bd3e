"""A document as the engines keep it: analysed once, here, for all engines."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from typing import Any

from search.analysis import analyse, folded_words
from search.documents import SearchDocument
from search.domain.passages import SHOWN_CHARACTERS, passages
from search.engines.questions import NEVER, IndexEntry, facet_token
from search.engines.ranking import EMPTY_FIELD, prior
from search.vocabulary import vocabulary

KEY_CHARACTERS = 256
DEPARTMENT_FACET = "department"


def entry_for(record: str, document: SearchDocument) -> IndexEntry:
    """What an engine stores of one document of `record` (`source:pk`)."""
    title = analyse(document.title, document.language)
    objects = vocabulary().objects_of(document.leika, (document.title, *document.alternatives))
    everyday = vocabulary().terms_of(objects, document.language)
    events = vocabulary().events_of(objects, document.language)
    shown = [" ".join(document.teaser.split()), *passages(document.body)]
    stems = [analyse(passage, document.language) for passage in shown]
    return IndexEntry(
        key=f"{record}:{document.type}:{document.id}:{document.language}"[:KEY_CHARACTERS],
        record=record,
        language=document.language,
        type=document.type,
        tokens=_tokens(document, title, stems, everyday, events),
        words=_words(document, everyday),
        title=" ".join(title)[:KEY_CHARACTERS],
        facets=tuple(_facets(document)),
        prior=prior(document.demand),
        visible_until=_seconds(document.expires_at),
        stored=_stored(document, shown, stems),
    )


def _tokens(
    document: SearchDocument,
    title: list[str],
    stems: list[list[str]],
    everyday: list[str],
    events: list[str],
) -> dict[str, str]:
    """Tokens by field; those of teaser and body are the passages', and what is too far down to be shown."""
    teaser, *body = stems
    further = analyse(document.body[SHOWN_CHARACTERS:], document.language)
    names = "\n".join((*document.alternatives, *document.leika))
    fields = {
        "title": title,
        "alternatives": analyse(names, document.language),
        "vocabulary": analyse("\n".join(everyday), document.language),
        "events": analyse("\n".join(events), document.language),
        "teaser": teaser,
        "body": [*chain.from_iterable(body), *further],
    }
    return {name: " ".join(tokens) or EMPTY_FIELD for name, tokens in fields.items()}


def _words(document: SearchDocument, everyday: list[str]) -> tuple[str, ...]:
    """Words of the names and of what it is called, each once: a body's words would complete to anything."""
    names = "\n".join((document.title, *document.alternatives, *everyday))
    return tuple(dict.fromkeys(folded_words(names, document.language)))


def _facets(document: SearchDocument) -> Iterator[str]:
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
        "date": document.date.isoformat() if document.date else None,
        "passages": "\n".join(shown),
        "stems": "\n".join(f" {' '.join(line)} " for line in stems),
    }
