"""How higher rooms tell the search what there is to find. Filled in `AppConfig.ready()`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from django.db.models import Model

from outbox.registries import Registry
from search.documents import SearchDocument


class SearchSource(Protocol):
    """One kind of record. Whoever changes a record calls `search.domain.indexing.mark_changed`."""

    name: str  # Without ":".
    model: type[Model]

    def documents_for(self, pk: str) -> list[SearchDocument]:
        """The record as it is now, read afresh; an empty list takes it out of the index.

        Empty for whatever an anonymous visitor may not see: drafts, private, expired, future, deleted.
        """
        ...

    def public_pks(self) -> Iterator[str]:
        """Primary keys, as text, of every record that `documents_for` would show."""
        ...


@dataclass(frozen=True)
class ResultType:
    """What citizens call the documents of one type, in the singular and as a filter."""

    name: str
    label: str
    plural: str


class ResultTypes(Registry[ResultType]):
    """Types in the order in which they are offered as filters."""

    def label(self, name: str) -> str:
        """The singular; the bare type where no room has named it."""
        known = self.get(name)
        return known.label if known else name

    def plural(self, name: str) -> str:
        known = self.get(name)
        return known.plural if known else name

    def in_order(self, names: Iterable[str]) -> list[str]:
        """`names` in the order of registration, unknown ones last."""
        order = {name: place for place, name in enumerate(self.names())}
        return sorted(names, key=lambda name: (order.get(name, len(order)), name))


sources: Registry[SearchSource] = Registry()
result_types = ResultTypes()
