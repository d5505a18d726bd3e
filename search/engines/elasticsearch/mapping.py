"""Fields of the cluster's index, and one entry as its document."""

from typing import Any

from elasticsearch.dsl import Double, Keyword, Long, Mapping, Object, Text

from search.engines.questions import IndexEntry
from search.engines.ranking import FIELDS


def mapping() -> Mapping:
    """Text comes as our tokens: the built-in `whitespace` analyzer only parts them."""
    fields = Mapping()
    fields.meta("dynamic", "strict")
    for name in FIELDS:
        fields.field(name, Text(analyzer="whitespace", index_options="freqs"))
    for name in ("words", "record", "language", "type", "facet", "title_key", "phrases", "objects"):
        fields.field(name, Keyword())
    fields.field("visible_until", Long())
    fields.field("prior", Double())
    fields.field("stored", Object(enabled=False))
    return fields


def to_source(entry: IndexEntry) -> dict[str, Any]:
    return {
        **entry.tokens,
        "phrases": list(entry.phrases),
        "objects": list(entry.objects),
        "words": list(entry.words),
        "record": entry.record,
        "language": entry.language,
        "type": entry.type,
        "facet": list(entry.facets),
        "title_key": entry.title,
        "visible_until": entry.visible_until,
        "prior": entry.prior,
        "stored": dict(entry.stored),
    }
