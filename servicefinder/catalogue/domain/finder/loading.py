"""The table as requests use it: read once by each process, asked for its version by every request."""

from home.prepared_queries import PreparedQuery

from .building import build_missing_table, readable_tables
from .tables import Table

VERSIONS = PreparedQuery(lambda language: readable_tables(language).values_list("version"), language=str)

_tables: dict[str, Table] = {}


def current_table(language: str) -> Table:
    """The newest table of `language`; built on the spot where the worker has not made one yet.

    One short query while the table has not changed.
    """
    version = next((version for (version,) in VERSIONS.rows(language=language)), None)
    kept = _tables.get(language)
    if kept is None or kept.version != version:
        row = build_missing_table(language) if version is None else readable_tables(language).get()
        kept = _tables[language] = Table.from_content(row.version, row.content)
    return kept
