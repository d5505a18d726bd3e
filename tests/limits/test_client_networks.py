import pytest
from django.test import RequestFactory

from limits.domain.client_networks import UNKNOWN_NETWORK, client_network


def network(remote: str, forwarded: str = "") -> str:
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    return client_network(RequestFactory().get("/", REMOTE_ADDR=remote, headers=headers))


@pytest.mark.parametrize(
    ("remote", "expected"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:12:3456:789a::1", "2001:db8:12:3400::/56"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        ("", UNKNOWN_NETWORK),
        ("unix:", UNKNOWN_NETWORK),
    ],
)
def test_address_is_cut_down_to_its_network(remote: str, expected: str):
    assert network(remote) == expected


def test_forwarded_addresses_are_not_believed_without_a_proxy():
    assert network("203.0.113.77", forwarded="198.51.100.1") == "203.0.113.0/24"


def test_what_the_outermost_trusted_proxy_saw_counts(settings):
    settings.TRUSTED_PROXIES = 2

    forged_by_client = "198.51.100.1, 192.0.2.55, 10.0.0.2"

    assert network("10.0.0.1", forwarded=forged_by_client) == "192.0.2.0/24"


def test_request_past_the_proxies_counts_by_its_own_address(settings):
    settings.TRUSTED_PROXIES = 2

    assert network("203.0.113.77", forwarded="198.51.100.1") == "203.0.113.0/24"
    assert network("203.0.113.77") == "203.0.113.0/24"
