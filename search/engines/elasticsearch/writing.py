"""Bulk writes with the version of what was read, so that a late write never overwrites a newer one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import BulkIndexError, scan, streaming_bulk

from search.engines.elasticsearch.errors import translated
from search.engines.elasticsearch.mapping import to_source
from search.engines.questions import Change

RECORDS_PER_REQUEST = 250
# A newer version is there already; what should be deleted is not there.
HARMLESS = {409, 404}


def write(client: Elasticsearch, alias: str, changes: Iterable[Change]) -> None:
    """Replace records in the index behind `alias`; can be found on return. Errors of the iterable pass."""
    drawn = iter(changes)
    while batch := list(islice(drawn, RECORDS_PER_REQUEST)):
        with translated():
            present = _keys_by_record(client, alias, [change.record for change in batch])
            actions = [each for change in batch for each in _actions(alias, change, present[change.record])]
            _send(client, actions)


def _keys_by_record(client: Elasticsearch, alias: str, records: list[str]) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    query = {"query": {"terms": {"record": records}}, "_source": ["record"]}
    for hit in scan(client, index=alias, query=query):
        found[hit["_source"]["record"]].add(hit["_id"])
    return found


def _actions(alias: str, change: Change, present: set[str]) -> Iterator[dict[str, Any]]:
    versioned = {"_index": alias, "version": change.version, "version_type": "external_gte"}
    for entry in change.entries:
        yield {**versioned, "_op_type": "index", "_id": entry.key, "_source": to_source(entry)}
    for key in present - {entry.key for entry in change.entries}:
        yield {**versioned, "_op_type": "delete", "_id": key}


def _send(client: Elasticsearch, actions: list[dict[str, Any]]) -> None:
    """Raises BulkIndexError when the cluster refuses anything for another reason than its age."""
    results = streaming_bulk(
        client,
        actions,
        raise_on_error=False,
        max_retries=2,
        initial_backoff=1,
        refresh=True,
        require_alias=True,
    )
    refused = [item for ok, item in results if not ok and not _is_harmless(item)]
    if refused:
        raise BulkIndexError(f"{len(refused)} of {len(actions)}", refused)


def _is_harmless(item: dict[str, Any]) -> bool:
    outcome = next(iter(item.values()))
    missing_index = outcome.get("error", {}).get("type") == "index_not_found_exception"
    return outcome["status"] in HARMLESS and not missing_index
