"""Indexes side by side in the cluster, and the alias that says which of them answers."""

import re
from typing import Any

from elasticsearch import Elasticsearch, NotFoundError

from search.engines.elasticsearch.mapping import mapping


class Indices:
    """`alias` points to one of the indexes `alias-NAME`, each written through `alias-NAME.write`."""

    def __init__(
        self, client: Elasticsearch, writer: Elasticsearch, alias: str, settings: dict[str, Any]
    ) -> None:
        self.client = client
        self.writer = writer  # More patient.
        self.alias = alias
        self.settings = settings
        # Two sites may share a cluster with aliases that begin alike.
        self._ours = re.compile(rf"{re.escape(alias)}-([0-9a-f]{{8}}-\d{{14}}-[0-9a-f]{{4}})")

    def live(self) -> str | None:
        try:
            behind = self.client.indices.get_alias(name=self.alias)
        except NotFoundError:
            return None
        return max((name for index in behind if (name := self._name(index))), default=None)

    def fits(self, name: str) -> bool:
        """Whether the index has our fields: nobody else has made or changed it."""
        found = self.client.indices.get_mapping(index=self._index(name))
        fields = found[self._index(name)]["mappings"].get("properties", {})
        ours = mapping().to_dict()["properties"]
        return {field: kind["type"] for field, kind in ours.items()} == {
            field: kind.get("type") for field, kind in fields.items()
        }

    def create(self, name: str) -> None:
        self.writer.indices.create(
            index=self._index(name),
            settings=self.settings,
            mappings=mapping().to_dict(),
            aliases={self.write_alias(name): {}},
        )

    def write_alias(self, name: str) -> str:
        """Writing demands an alias: a write to a deleted index would otherwise create it, without mapping."""
        return f"{self._index(name)}.write"

    def promote(self, name: str) -> None:
        """Move the alias in one request, then delete the others.

        An index that somebody made under the alias's own name has to go: it would keep us out for ever.
        """
        others = [index for index in self._all() if index != self._index(name)]
        away = [{"remove": {"index": index, "alias": self.alias, "must_exist": False}} for index in others]
        if self._is_taken():
            away.append({"remove_index": {"index": self.alias}})
        self.writer.indices.update_aliases(
            actions=[*away, {"add": {"index": self._index(name), "alias": self.alias}}]
        )
        for index in others:
            self.writer.indices.delete(index=index, ignore_unavailable=True)

    def delete(self, name: str) -> None:
        self.writer.indices.delete(index=self._index(name), ignore_unavailable=True)

    def clear(self) -> None:
        for index in self._all():
            self.writer.indices.delete(index=index, ignore_unavailable=True)

    def _is_taken(self) -> bool:
        return self.alias in self.client.indices.get(index=self.alias, ignore_unavailable=True)

    def _all(self) -> list[str]:
        return [index for index in self.client.indices.get(index=f"{self.alias}-*") if self._name(index)]

    def _index(self, name: str) -> str:
        return f"{self.alias}-{name}"

    def _name(self, index: str) -> str | None:
        match = self._ours.fullmatch(index)
        return match[1] if match else None
