"""Fields of the embedded index, and one entry as its document."""

import json
from functools import lru_cache

import tantivy

from search.engines.questions import IndexEntry
from search.engines.ranking import FIELDS

WHITESPACE = "whitespace"  # Our tokens, parted by blanks; tantivy knows this tokenizer on every index.
RAW = "raw"


@lru_cache(maxsize=1)
def schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in FIELDS:
        builder.add_text_field(name, tokenizer_name=WHITESPACE, index_option="freq")
    builder.add_text_field("phrases", tokenizer_name=WHITESPACE, index_option="basic")
    builder.add_text_field("objects", tokenizer_name=WHITESPACE, index_option="basic")
    builder.add_text_field("words", tokenizer_name=WHITESPACE, index_option="basic")
    for name in ("key", "record", "language", "title_key"):
        builder.add_text_field(name, tokenizer_name=RAW, index_option="basic")
    for name in ("type", "facet"):
        builder.add_text_field(name, tokenizer_name=RAW, index_option="basic", fast=True)
    builder.add_integer_field("visible_until", fast=True)
    builder.add_float_field("prior", fast=True)
    builder.add_bytes_field("stored", stored=True)
    return builder.build()


def to_document(entry: IndexEntry) -> tantivy.Document:
    """Values go in by typed methods: a value of the wrong type would kill the writer's thread."""
    document = tantivy.Document()
    for name in FIELDS:
        document.add_text(name, entry.tokens[name])
    document.add_text("phrases", " ".join(entry.phrases))
    document.add_text("objects", " ".join(entry.objects))
    document.add_text("words", " ".join(entry.words))
    document.add_text("key", entry.key)
    document.add_text("record", entry.record)
    document.add_text("language", entry.language)
    document.add_text("type", entry.type)
    document.add_text("title_key", entry.title)
    for facet in entry.facets:
        document.add_text("facet", facet)
    document.add_integer("visible_until", entry.visible_until)
    document.add_float("prior", 2**entry.prior - 2)  # tantivy takes log2(2 + value) as the factor.
    document.add_bytes("stored", json.dumps({"key": entry.key, **entry.stored}, ensure_ascii=False).encode())
    return document
