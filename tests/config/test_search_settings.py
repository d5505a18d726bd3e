"""What an operator says about the cluster."""

import pytest

from config.settings.environment import Environment
from config.settings.search import search_cluster
from config.settings.variables import InvalidSettings
from search.engines.elasticsearch import ClusterOptions


def options(**environ: str) -> ClusterOptions:
    return ClusterOptions(**search_cluster(Environment(environ).values))


def test_without_settings_the_usual_holds():
    assert options() == ClusterOptions()
    assert options().read_seconds <= 0.5


def test_settings_are_typed(tmp_path):
    authority = tmp_path / "ca.pem"
    authority.write_text("")

    found = options(
        SEARCH_USER="city",
        SEARCH_PASSWORD="geheim",
        SEARCH_CA_FILE=str(authority),
        SEARCH_SHARDS="3",
        SEARCH_REPLICAS="0",
        SEARCH_TIMEOUT_MS="250",
        SEARCH_WRITE_TIMEOUT_SECONDS="90",
        SEARCH_RETRIES="2",
        SEARCH_PARTIAL_RESULTS="on",
    )

    assert (found.shards, found.replicas, found.read_seconds, found.write_seconds) == (3, 0, 0.25, 90.0)
    assert found.client_arguments(tls=True) == {
        "basic_auth": ("city", "geheim"),
        "ca_certs": str(authority),
        "verify_certs": True,
        "ssl_show_warn": False,
        "max_retries": 2,
        "retry_on_timeout": False,
    }
    assert (found.attempts, found.partial_results) == (3, True)


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"SEARCH_USER": "city"}, "belong together"),
        ({"SEARCH_PASSWORD": "geheim"}, "belong together"),
        ({"SEARCH_USER": "city", "SEARCH_PASSWORD": "geheim", "SEARCH_API_KEY": "x"}, "not both"),
        ({"SEARCH_CA_FILE": "/gibt/es/nicht.pem"}, "not a file"),
        ({"SEARCH_SHARDS": "0"}, "SEARCH_SHARDS"),
        ({"SEARCH_REPLICAS": "-1"}, "SEARCH_REPLICAS"),
        ({"SEARCH_TIMEOUT_MS": "schnell"}, "SEARCH_TIMEOUT_MS"),
    ],
)
def test_contradictions_are_named(environ, said):
    with pytest.raises(InvalidSettings, match=said):
        options(**environ)


def test_production_checks_the_certificate():
    with pytest.raises(InvalidSettings, match="SEARCH_VERIFY_TLS"):
        Environment({"CITY_ENV": "production", "SEARCH_VERIFY_TLS": "off"})
