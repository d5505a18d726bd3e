"""Wagtail's search of the back office, mended for SQLite: it passes a quotation mark on unescaped.

`a"` would be a syntax error of FTS5 and so an error page. The public search is another one (`search`).
"""

from typing import Any

from django.db import connection
from modelsearch.backends.database.sqlite.sqlite import (
    SQLiteAutocompleteQueryCompiler,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)
from modelsearch.query import Phrase, PlainText, SearchQuery
from wagtail.search.backends.database import SearchBackend as database_backend


def searchable(text: str) -> str:
    """The words of `text`: without what FTS5 takes for its own, and without mere punctuation.

    `Bäder -` finds what `Bäder` finds; of `"` nothing is left, and it finds nothing.
    """
    plain = "".join(character if character.isprintable() and character != '"' else " " for character in text)
    return " ".join(word for word in plain.split() if any(character.isalnum() for character in word))


class _Searchable:
    """Cleans the texts within a query before it becomes an expression of FTS5."""

    def build_search_query_content(self, query: SearchQuery, config: Any = None) -> Any:
        if isinstance(query, PlainText):
            words = searchable(query.query_string)
            query = PlainText(words, operator=query.operator) if words else Phrase("")
        elif isinstance(query, Phrase):
            query = Phrase(searchable(query.query_string))
        return super().build_search_query_content(query, config=config)  # type: ignore[misc]


class _QueryCompiler(_Searchable, SQLiteSearchQueryCompiler):
    pass


class _AutocompleteQueryCompiler(_Searchable, SQLiteAutocompleteQueryCompiler):
    pass


class _Backend(SQLiteSearchBackend):
    query_compiler_class = _QueryCompiler
    autocomplete_query_compiler_class = _AutocompleteQueryCompiler


def SearchBackend(params: dict[str, Any]) -> Any:
    """The backend that fits the database. Wagtail looks for this name."""
    backend = database_backend(params)
    return (
        _Backend(params)
        if type(backend) is SQLiteSearchBackend and connection.vendor == "sqlite"
        else backend
    )
