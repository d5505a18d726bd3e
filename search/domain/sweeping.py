"""Once a night: is everything public in the index, and nothing else?"""

from collections.abc import Iterable

from outbox.enums import Severity
from outbox.registries import Finding
from search.domain.indexing import mark_many_changed
from search.engines import engine
from search.engines.base import EngineError
from search.registries import SearchSource, sources


def sweep() -> list[Finding]:
    """Nightly check: whatever differs is looked at again by the worker, and said here."""
    try:
        return [finding for source in sources for finding in _compare(source)]
    except EngineError:
        return [Finding(Severity.ERROR, "Der Suchindex antwortet nicht; die Suche findet nichts.")]


def _compare(source: SearchSource) -> Iterable[Finding]:
    indexed = set(engine().records(source.name))
    public = {str(pk) for pk in source.public_pks()}
    missing, surplus = public - indexed, indexed - public
    mark_many_changed(source.name, missing | surplus)
    if missing or surplus:
        yield Finding(
            Severity.WARNING,
            f"Suchindex „{source.name}“: {len(missing)} Einträge fehlten, {len(surplus)} waren zu viel."
            " Sie werden nachgeholt.",
        )
