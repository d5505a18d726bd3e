"""How the search talks to its cluster: the arguments of `search.engines.elasticsearch.ClusterOptions`."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .variables import InvalidSettings


def search_cluster(values: Mapping[str, Any]) -> dict[str, Any]:
    """From the `SEARCH_…` variables. Raises InvalidSettings where they contradict each other."""
    user, password, api_key = (values[f"SEARCH_{name}"] for name in ("USER", "PASSWORD", "API_KEY"))
    ca_file: Path | None = values["SEARCH_CA_FILE"]
    if bool(user) != bool(password):
        raise InvalidSettings("SEARCH_USER and SEARCH_PASSWORD belong together: give both or none.")
    if user and api_key:
        raise InvalidSettings("Give either SEARCH_API_KEY or SEARCH_USER with SEARCH_PASSWORD, not both.")
    if ca_file and not ca_file.is_file():
        raise InvalidSettings(f"SEARCH_CA_FILE={str(ca_file)!r} is not a file.")
    return {
        "user": user,
        "password": password,
        "api_key": api_key,
        "ca_file": str(ca_file or ""),
        "verify_tls": values["SEARCH_VERIFY_TLS"],
        "shards": values["SEARCH_SHARDS"],
        "replicas": values["SEARCH_REPLICAS"],
        "read_seconds": values["SEARCH_TIMEOUT_MS"] / 1000,
        "write_seconds": float(values["SEARCH_WRITE_TIMEOUT_SECONDS"]),
        "retries": values["SEARCH_RETRIES"],
        "partial_results": values["SEARCH_PARTIAL_RESULTS"],
    }
