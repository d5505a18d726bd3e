"""What a citizen typed, made into words that an engine can be asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from search.analysis import folded_words, stem

QUERY_CHARACTERS = 200
WORDS_LIMIT = 16
PREFIX_CHARACTERS = 3


def cleaned(query: str) -> str:
    """`query` on one line, at most 200 characters, without anything that cannot be printed."""
    readable = "".join(c if c.isprintable() else " " for c in query[: 4 * QUERY_CHARACTERS])
    return " ".join(readable.split())[:QUERY_CHARACTERS].rstrip()


@dataclass(frozen=True)
class QueryWords:
    """The words of a query that mean something, each once, folded; the last one may be incomplete."""

    language: str
    folded: tuple[str, ...]

    @classmethod
    def of(cls, query: str, language: str) -> "QueryWords":
        # The last one of a repeated word counts, since the last word may be incomplete.
        words = list(dict.fromkeys(reversed(folded_words(query, language))))
        return cls(language, tuple(reversed(words))[-WORDS_LIMIT:])

    @property
    def stems(self) -> tuple[str, ...]:
        """One per word, so that the last one belongs to `prefix`."""
        return tuple(stem(word, self.language) for word in self.folded)

    @property
    def prefix(self) -> str:
        """The beginning of the last word as typed; empty when it is too short to mean anything."""
        last = self.folded[-1] if self.folded else ""
        return last if len(last) >= PREFIX_CHARACTERS else ""

    def replaced(self, replacements: Mapping[str, Sequence[str]]) -> "QueryWords":
        """The same with one or more words in place of some."""
        words = chain.from_iterable(replacements.get(word, (word,)) for word in self.folded)
        return QueryWords(self.language, tuple(dict.fromkeys(words)))
