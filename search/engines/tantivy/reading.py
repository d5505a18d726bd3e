"""Opened indexes: each process keeps the live one open and follows every commit and swap."""

from dataclasses import dataclass

import tantivy

from search.engines.base import IndexNotReady
from search.engines.tantivy.errors import translated
from search.engines.tantivy.files import IndexFiles, Stamp


@dataclass(frozen=True)
class Opened:
    name: str
    stamp: Stamp
    index: tantivy.Index
    searcher: tantivy.Searcher


class Reader:
    """The searcher of the live index. Two `stat` calls a query notice that there is something newer."""

    def __init__(self, files: IndexFiles) -> None:
        self._files = files
        self._opened: Opened | None = None

    def searcher(self) -> tantivy.Searcher:
        """Raises IndexNotReady where there is no index that can be read."""
        return self.opened().searcher

    def opened(self) -> Opened:
        opened = self._opened
        if opened is None or not self._is_fresh(opened):
            # A swap between reading the name and opening the folder: the second try has the new name.
            try:
                opened = self._open()
            except IndexNotReady:
                opened = self._open()
            self._opened = opened
        return opened

    def _is_fresh(self, opened: Opened) -> bool:
        try:
            return self._files.stamp(opened.name) == opened.stamp
        except OSError:
            return False

    def _open(self) -> Opened:
        name = self._files.live()
        if name is None:
            raise IndexNotReady("no index has been built yet")
        with translated(name):
            stamp = self._files.stamp(name)  # Before opening: a later commit must look newer.
            index = self._reuse(name)
            index.reload()
            return Opened(name, stamp, index, index.searcher())

    def _reuse(self, name: str) -> tantivy.Index:
        if self._opened is not None and self._opened.name == name:
            return self._opened.index
        index = tantivy.Index.open(str(self._files.folder(name)))
        index.config_reader("manual")  # Without a thread that watches the folder.
        return index
