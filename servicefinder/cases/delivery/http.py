"""Requests to systems that take cases over: the address is checked, redirects are not followed."""

import http.client
import ipaddress
import socket
import ssl
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

TIMEOUT_SECONDS = 10
ANSWER_BYTES = 1024 * 1024
TOO_MANY = 429


class ReceiverRefuses(Exception):
    """The receiver does not want the case, or the address may not be asked; `str()` is a German sentence."""


class ReceiverDown(Exception):
    """The receiver may take the case later; `str()` is a German sentence."""


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes


def ask(method: str, url: str, body: bytes | None, headers: dict[str, str]) -> Answer:
    """Raises ReceiverRefuses for an address that may not be asked, ReceiverDown where nobody answers,
    or with 429 or 5xx. Any other status is an answer.
    """
    try:
        answer = _ask(method, urlsplit(url), body, headers)
    except (OSError, http.client.HTTPException) as error:
        raise ReceiverDown(f"Der Empfänger ist nicht erreichbar ({type(error).__name__}).") from error
    if answer.status >= 500 or answer.status == TOO_MANY:
        raise ReceiverDown(f"Der Empfänger antwortet mit {answer.status}.")
    return answer


def _ask(method: str, url: SplitResult, body: bytes | None, headers: dict[str, str]) -> Answer:
    """The address is looked up once: what was checked is what is asked."""
    inside_allowed = settings.DELIVERY_PRIVATE_ADDRESSES
    if not url.hostname or (url.scheme != "https" and not (url.scheme == "http" and inside_allowed)):
        raise ReceiverRefuses("Die Adresse des Empfängers muss mit https:// beginnen.")
    port = url.port or (443 if url.scheme == "https" else 80)
    address = str(socket.getaddrinfo(url.hostname, port, type=socket.SOCK_STREAM)[0][4][0])
    if not inside_allowed and not ipaddress.ip_address(address).is_global:
        raise ReceiverRefuses("Die Adresse des Empfängers liegt im eigenen Netz; das ist nicht erlaubt.")
    connection = http.client.HTTPConnection(url.hostname, port, timeout=TIMEOUT_SECONDS)
    try:
        connection.sock = socket.create_connection((address, port), TIMEOUT_SECONDS)
        if url.scheme == "https":
            context = ssl.create_default_context()
            connection.sock = context.wrap_socket(connection.sock, server_hostname=url.hostname)
        path = (url.path or "/") + (f"?{url.query}" if url.query else "")
        connection.request(method, path, body, {"User-Agent": "city-cases", **headers})
        response = connection.getresponse()
        return Answer(response.status, response.read(ANSWER_BYTES))
    finally:
        connection.close()
