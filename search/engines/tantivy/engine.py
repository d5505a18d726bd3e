"""The engine seam on tantivy."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson
import tantivy

from search.engines.base import EngineError, IndexState
from search.engines.layout import is_current, new_index_name
from search.engines.questions import Answer, Change, Found, Question
from search.engines.ranking import FIELDS
from search.engines.tantivy import queries, writing
from search.engines.tantivy.checking import Checking
from search.engines.tantivy.errors import translated
from search.engines.tantivy.files import IndexFiles
from search.engines.tantivy.reading import Reader
from search.engines.tantivy.schema import schema

FACET_VALUES_LIMIT = 500
COUNTED: dict[str, Any] = {
    name: {"terms": {"field": name, "size": FACET_VALUES_LIMIT}} for name in ("type", "facet")
}


class TantivyEngine:
    """Indexes below `directory`, usable from any number of threads and processes."""

    def __init__(self, directory: Path) -> None:
        self._files = IndexFiles(directory)
        self._checking = Checking()
        self._reader = Reader(self._files, self._checking)

    def state(self) -> IndexState:
        name = self._files.live()
        if name is None or not self._files.folder(name).is_dir():
            return IndexState.MISSING
        try:
            self._reader.check()
        except EngineError:
            return IndexState.BROKEN
        return IndexState.READY if is_current(name) else IndexState.OUTDATED

    def live_index(self) -> str | None:
        return self._files.live()

    def create_index(self) -> str:
        name = new_index_name()
        writing.create(self._files, name)
        return name

    def write(self, index: str, changes: Iterable[Change]) -> None:
        # A writer merges segments: one that was cut short would kill it.
        self._checking.files(self._files.folder(index))
        writing.write(self._files, index, changes)

    def promote(self, index: str) -> None:
        self._files.point_to(index)
        for other in self._files.all():
            if other != index:
                self._files.remove(other)

    def discard(self, index: str) -> None:
        if index != self._files.live():
            self._files.remove(index)

    def clear(self) -> None:
        self._files.clear()

    def search(self, question: Question) -> Answer:
        opened = self._reader.opened()
        with translated(opened.name):
            searcher = opened.searcher
            result = searcher.search(
                queries.hits_query(question),
                question.size,
                count=False,
                offset=question.offset,
                weight_by_field="prior",
            )
            found = [_found(score, searcher.doc(address)) for score, address in result.hits]
            if not question.counted:
                return Answer(found, len(found))
            aggregates = searcher.aggregate(queries.counts_query(question), COUNTED)
        types = _counts(aggregates["type"])
        total = sum(count for name, count in types.items() if not question.types or name in question.types)
        return Answer(found, total, types, _counts(aggregates["facet"]))

    def known(self, stems: Iterable[str]) -> set[str]:
        opened = self._reader.opened()
        with translated(opened.name):
            return {stem for stem in stems if any(opened.searcher.doc_freq(name, stem) for name in FIELDS)}

    def begins_a_word(self, prefix: str) -> bool:
        opened = self._reader.opened()
        with translated(opened.name):
            return bool(opened.searcher.terms_with_prefix("words", prefix, limit=1))

    def vocabulary(self, language: str) -> dict[str, int]:
        opened = self._reader.opened()
        with translated(opened.name):
            of_language = tantivy.Query.term_query(schema(), "language", language, "basic")
            return dict(opened.searcher.terms_with_prefix("words", "", filter_query=of_language))

    def records(self, source: str) -> Iterator[str]:
        opened = self._reader.opened()
        beginning = f"{source}:"
        with translated(opened.name):
            # With a filter, words of deleted documents that still lie in a segment are left out.
            everything = tantivy.Query.all_query()
            terms = opened.searcher.terms_with_prefix("record", beginning, filter_query=everything)
        return (record.removeprefix(beginning) for record, _ in terms)

    def document_count(self, index: str | None = None) -> int:
        if index is None:
            return self._reader.searcher().num_docs
        with translated(index):
            return tantivy.Index.open(str(self._files.folder(index))).searcher().num_docs


def _found(score: float, document: tantivy.Document) -> Found:
    stored = orjson.loads(document["stored"][0])
    return Found(stored["key"], score, stored)


def _counts(aggregate: dict[str, Any]) -> dict[str, int]:
    return {bucket["key"]: int(bucket["doc_count"]) for bucket in aggregate["buckets"]}
