"""Which Elasticsearch we get on with."""

from elasticsearch import ApiError, Elasticsearch

from search.engines.base import EngineUnavailable

MAJOR = 8


def check_version(client: Elasticsearch) -> None:
    """Raises EngineUnavailable when a node runs another major version than 8.

    Who may not ask (the privilege `monitor` is missing) is believed to have chosen well.
    """
    try:
        nodes = client.nodes.info(metric="os", filter_path="nodes.*.version")
    except ApiError as error:
        if error.status_code in (400, 403, 404):
            return
        raise
    versions = sorted({str(node["version"]) for node in nodes.get("nodes", {}).values()})
    unsuitable = [version for version in versions if version.split(".")[0] != str(MAJOR)]
    if unsuitable:
        raise EngineUnavailable(
            f"Elasticsearch {', '.join(unsuitable)} does not fit: this site needs version {MAJOR}"
        )
