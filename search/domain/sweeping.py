"""Once a night: is everything public in the index, and nothing else?"""

from collections.abc import Iterable

from outbox.enums import Severity
from outbox.registries import Finding
from search.domain.indexing import mark_many_changed
from search.domain.names import named_records
from search.engines import engine
from search.engines.base import EngineError
from search.registries import SearchSource, sources


def sweep() -> list[Finding]:
    """Nightly check: whatever differs is looked at again by the worker, and said here.

    The names of the limited search are compared whether the engine answers or not.
    """
    for source in sources:
        mark_many_changed(source.name, named_records(source.name) ^ _public(source))
    try:
        return [finding for source in sources for finding in _compare(source)]
    except EngineError:
        return [Finding(Severity.ERROR, "Der Suchindex antwortet nicht; die Suche findet nichts.")]


def _compare(source: SearchSource) -> Iterable[Finding]:
    indexed = set(engine().records(source.name))
    public = _public(source)
    missing, surplus = public - indexed, indexed - public
    mark_many_changed(source.name, missing | surplus)
    if missing or surplus:
        yield Finding(
            Severity.WARNING,
            f"Suchindex „{source.name}“: {len(missing)} Einträge fehlten, {len(surplus)} waren zu viel."
            " Sie werden nachgeholt.",
        )


def _public(source: SearchSource) -> set[str]:
    return {str(pk) for pk in source.public_pks()}
