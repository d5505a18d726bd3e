"""From which network a request comes; the exact address is never kept."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

# What a provider gives to one household or office; less would be evaded, more would hit neighbours.
IPV4_BITS, IPV6_BITS = 24, 56
UNKNOWN_NETWORK = "unknown"


def client_network(request: HttpRequest) -> str:
    """Network of the client as text, e.g. `192.0.2.0/24` or `2001:db8:1:200::/56`."""
    try:
        address = ip_address(client_address(request))
    except ValueError:
        return UNKNOWN_NETWORK
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    bits = IPV4_BITS if address.version == 4 else IPV6_BITS
    return str(ip_network(f"{address}/{bits}", strict=False))


def client_address(request: HttpRequest) -> str:
    """What the outermost of our TRUSTED_PROXIES saw; entries further left could be forged by the client."""
    if settings.TRUSTED_PROXIES:
        hops = request.headers.get("X-Forwarded-For", "").split(",")
        if len(hops) >= settings.TRUSTED_PROXIES:
            return hops[-settings.TRUSTED_PROXIES].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
