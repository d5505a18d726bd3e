"""How we talk to the cluster and what we ask of it, as the settings say."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class ClusterOptions:
    """Times in seconds. Without `replicas` a second node gets a copy as soon as there is one."""

    user: str = ""
    password: str = ""
    api_key: str = ""
    ca_file: str = ""
    verify_tls: bool = True
    shards: int = 1
    replicas: int | None = None
    read_seconds: float = 0.5
    write_seconds: float = 30.0
    retries: int = 0
    partial_results: bool = False

    @property
    def attempts(self) -> int:
        return 1 + self.retries

    def client_arguments(self, *, tls: bool) -> dict[str, Any]:
        """For `Elasticsearch(…)`. Credentials here win over those in the address."""
        arguments: dict[str, Any] = {"max_retries": self.retries, "retry_on_timeout": False}
        if self.api_key:
            arguments["api_key"] = self.api_key
        elif self.user:
            arguments["basic_auth"] = (self.user, self.password)
        if tls:
            arguments["verify_certs"] = self.verify_tls
            arguments["ssl_show_warn"] = False
            if self.ca_file and self.verify_tls:
                arguments["ca_certs"] = self.ca_file
        return arguments

    def index_settings(self) -> dict[str, Any]:
        copies = {"auto_expand_replicas": "0-1"} if self.replicas is None else _copies(self.replicas)
        # How long a deletion is remembered, so that an older write that arrives late stays out.
        return {"number_of_shards": self.shards, "gc_deletes": "1h", **copies}


def _copies(replicas: int) -> dict[str, Any]:
    return {"number_of_replicas": replicas}
