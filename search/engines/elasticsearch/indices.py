"""Indexes side by side in the cluster, and the alias that says which of them answers."""

import re

from elasticsearch import Elasticsearch, NotFoundError

from search.engines.elasticsearch.mapping import SETTINGS, mapping


class Indices:
    """`alias` points to one of the indexes `alias-NAME`, each written through `alias-NAME.write`."""

    def __init__(self, client: Elasticsearch, alias: str) -> None:
        self.client = client
        self.alias = alias
        # Two sites may share a cluster with aliases that begin alike.
        self._ours = re.compile(rf"{re.escape(alias)}-([0-9a-f]{{8}}-\d{{14}}-[0-9a-f]{{4}})")

    def live(self) -> str | None:
        try:
            behind = self.client.indices.get_alias(name=self.alias)
        except NotFoundError:
            return None
        return max((name for index in behind if (name := self._name(index))), default=None)

    def create(self, name: str) -> None:
        self.client.indices.create(
            index=self._index(name),
            settings=SETTINGS,
            mappings=mapping().to_dict(),
            aliases={self.write_alias(name): {}},
        )

    def write_alias(self, name: str) -> str:
        """Writing demands an alias: a write to a deleted index would otherwise create it, without mapping."""
        return f"{self._index(name)}.write"

    def promote(self, name: str) -> None:
        """Move the alias in one request, then delete the others."""
        others = [index for index in self._all() if index != self._index(name)]
        away = [{"remove": {"index": index, "alias": self.alias, "must_exist": False}} for index in others]
        self.client.indices.update_aliases(
            actions=[*away, {"add": {"index": self._index(name), "alias": self.alias}}]
        )
        for index in others:
            self.client.indices.delete(index=index, ignore_unavailable=True)

    def delete(self, name: str) -> None:
        self.client.indices.delete(index=self._index(name), ignore_unavailable=True)

    def _all(self) -> list[str]:
        return [index for index in self.client.indices.get(index=f"{self.alias}-*") if self._name(index)]

    def _index(self, name: str) -> str:
        return f"{self.alias}-{name}"

    def _name(self, index: str) -> str | None:
        match = self._ours.fullmatch(index)
        return match[1] if match else None
