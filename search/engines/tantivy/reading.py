"""Opened indexes: each process keeps the live one open and follows every commit and swap."""

from dataclasses import dataclass

import tantivy

from search.engines.base import IndexNotReady
from search.engines.tantivy.checking import Checking, Files, is_untouched
from search.engines.tantivy.errors import translated
from search.engines.tantivy.files import IndexFiles, Stamp

# A swap or a commit while we open: the next try sees what is there now.
TRIES = 3


@dataclass(frozen=True)
class Opened:
    name: str
    stamp: Stamp
    files: Files
    index: tantivy.Index
    searcher: tantivy.Searcher


class Reader:
    """The searcher of the live index. A few `stat` calls a query notice what is newer, or damaged."""

    def __init__(self, files: IndexFiles, checking: Checking) -> None:
        self._files = files
        self._checking = checking
        self._opened: Opened | None = None

    def searcher(self) -> tantivy.Searcher:
        """Raises IndexNotReady where there is no index that can be read."""
        return self.opened().searcher

    def opened(self) -> Opened:
        opened = self._opened
        if opened is None or not self._is_fresh(opened):
            opened = self._opened = self._open_at_last(opened)
        return opened

    def check(self) -> None:
        """Open the live index anew and read from it. Raises IndexNotReady where anybody would fail to."""
        opened = self._open_at_last(None)
        with translated(opened.name):
            everything = tantivy.Query.all_query()
            for _, address in opened.searcher.search(everything, 1, count=False).hits:
                opened.searcher.doc(address)

    def _is_fresh(self, opened: Opened) -> bool:
        try:
            return self._files.stamp(opened.name) == opened.stamp and is_untouched(opened.files)
        except OSError:
            return False

    def _open_at_last(self, before: Opened | None) -> Opened:
        for _ in range(TRIES - 1):
            try:
                return self._open(before)
            except IndexNotReady:
                continue
        return self._open(before)

    def _open(self, before: Opened | None) -> Opened:
        name = self._files.live()
        if name is None:
            raise IndexNotReady("no index has been built yet")
        with translated(name):
            stamp = self._files.stamp(name)  # Before opening: a later commit must look newer.
            files = self._checking.files(self._files.folder(name))
            index = before.index if before and before.name == name else self._open_folder(name)
            index.reload()
            return Opened(name, stamp, files, index, index.searcher())

    def _open_folder(self, name: str) -> tantivy.Index:
        index = tantivy.Index.open(str(self._files.folder(name)))
        index.config_reader("manual")  # Without a thread that watches the folder.
        return index
