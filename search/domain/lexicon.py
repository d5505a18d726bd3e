"""The words that something is called by, read from the index now and then, never twice at once."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog

from search.analysis import stem
from search.engines import Engine
from search.engines.base import EngineError

FRESH_SECONDS = 300
LEXICONS = 8  # Engines times languages.

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Lexicon:
    """Words and their stems, each with the number of documents."""

    words: dict[str, int]
    stems: dict[str, int]
    _beginnings: dict[int, dict[str, int]] = field(default_factory=dict, repr=False)

    def beginnings(self, length: int) -> dict[str, int]:
        """Beginnings of this length, with the number of documents that have such a word; made once."""
        if length not in self._beginnings:
            counts: dict[str, int] = {}
            for word, count in self.words.items():
                if len(word) >= length:
                    counts[word[:length]] = counts.get(word[:length], 0) + count
            self._beginnings[length] = counts
        return self._beginnings[length]


@dataclass
class _Kept:
    lexicon: Lexicon
    read_at: float
    being_read: bool = False


_kept: dict[tuple[Engine, str], _Kept] = {}
_lock = threading.Lock()


def lexicon_of(engine: Engine, language: str) -> Lexicon:
    """The lexicon as it was at most some minutes ago. Reading it anew takes a quarter of a second for a city:
    only the first question waits for that. Raises EngineError."""
    key = (engine, language)
    kept = _kept.get(key)
    if kept is None:
        while len(_kept) >= LEXICONS:
            _kept.pop(next(iter(_kept)), None)
        kept = _kept[key] = _Kept(_read(engine, language), time.monotonic())
    found = kept.lexicon
    if _is_due(kept):
        _in_background(lambda: _read_again(engine, language, kept))
    return found


def _is_due(kept: _Kept) -> bool:
    """True for one caller only until the lexicon has been read."""
    with _lock:
        due = not kept.being_read and time.monotonic() - kept.read_at > FRESH_SECONDS
        kept.being_read = kept.being_read or due
        return due


def _in_background(read: Callable[[], None]) -> None:
    threading.Thread(target=read, name="search-lexicon", daemon=True).start()


def _read_again(engine: Engine, language: str, kept: _Kept) -> None:
    try:
        kept.lexicon = _read(engine, language)
    except EngineError as error:
        log.warning("search.unavailable", error=type(error).__name__)
    finally:
        kept.read_at, kept.being_read = time.monotonic(), False


def _read(engine: Engine, language: str) -> Lexicon:
    words = engine.vocabulary(language)
    stems: dict[str, int] = {}
    for word, count in words.items():
        key = stem(word, language)
        stems[key] = stems.get(key, 0) + count
    return Lexicon(words, stems)
