"""A POST to another system's address, signed, with a key by which it knows a repetition."""

import hmac
import http.client
import ipaddress
import json
import socket
import ssl
import time
from hashlib import sha256
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

from ..domain.case_json import case_as_json
from ..models import Delivery
from .secrets import secret_of

TIMEOUT_SECONDS = 10
TOO_MANY, ALREADY_THERE = 429, 409
Answer = tuple[int, str]


class WebhookRefused(Exception):
    """The receiver does not want the case, or the address may not be asked; `str()` is a German sentence."""


class ReceiverDown(Exception):
    """The receiver may take the case later; `str()` is a German sentence."""


class Webhook:
    """Options: `{"url": "https://…", "secret": "name in DELIVERY_SECRETS"}`.

    `X-Signature: t=<seconds>,v1=<hex>` is the HMAC-SHA-256 of `<seconds>.<body>`. The receiver answers
    2xx, or 409 where it knows `Idempotency-Key` already.
    """

    name = "webhook"
    label = "Webhook"

    def deliver(self, delivery: Delivery) -> str:
        url = urlsplit(str(delivery.options.get("url", "")))
        body = json.dumps(case_as_json(delivery.case), ensure_ascii=False).encode()
        moment = str(int(time.time()))
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": str(delivery.pk),
            "X-Signature": f"t={moment},v1={signature(secret_of(delivery), moment, body)}",
            "User-Agent": "city-cases",
        }
        try:
            status, answer = _post(url, body, headers)
        except (OSError, http.client.HTTPException) as error:
            raise ReceiverDown(f"Der Empfänger ist nicht erreichbar ({type(error).__name__}).") from error
        if status >= 500 or status == TOO_MANY:
            raise ReceiverDown(f"Der Empfänger antwortet mit {status}.")
        if status != ALREADY_THERE and not 200 <= status < 300:
            raise WebhookRefused(f"Der Empfänger lehnt mit {status} ab.")
        return answer


def signature(secret: bytes, moment: str, body: bytes) -> str:
    return hmac.new(secret, moment.encode() + b"." + body, sha256).hexdigest()


def _post(url: SplitResult, body: bytes, headers: dict[str, str]) -> Answer:
    """The address is looked up once: what was checked is what is asked. Redirects are not followed."""
    inside_allowed = settings.DELIVERY_PRIVATE_ADDRESSES
    if not url.hostname or (url.scheme != "https" and not (url.scheme == "http" and inside_allowed)):
        raise WebhookRefused("Die Adresse des Webhooks muss mit https:// beginnen.")
    port = url.port or (443 if url.scheme == "https" else 80)
    address = str(socket.getaddrinfo(url.hostname, port, type=socket.SOCK_STREAM)[0][4][0])
    if not inside_allowed and not ipaddress.ip_address(address).is_global:
        raise WebhookRefused("Die Adresse des Webhooks liegt im eigenen Netz; das ist nicht erlaubt.")
    connection = http.client.HTTPConnection(url.hostname, port, timeout=TIMEOUT_SECONDS)
    try:
        connection.sock = socket.create_connection((address, port), TIMEOUT_SECONDS)
        if url.scheme == "https":
            context = ssl.create_default_context()
            connection.sock = context.wrap_socket(connection.sock, server_hostname=url.hostname)
        path = (url.path or "/") + (f"?{url.query}" if url.query else "")
        connection.request("POST", path, body, headers)
        response = connection.getresponse()
        return response.status, _receipt(response.read(4096))
    finally:
        connection.close()


def _receipt(answer: bytes) -> str:
    """`{"id": "…"}` of the receiver, where it says so."""
    try:
        value = json.loads(answer)
    except ValueError:
        return ""
    return str(value.get("id", ""))[:200] if isinstance(value, dict) else ""
