"""A POST to another system's address, signed, with a key by which it knows a repetition."""

import hmac
import json
import time
from hashlib import sha256

from ..domain.case_json import case_as_json
from ..models import Delivery
from .http import ReceiverDown, ask
from .http import ReceiverRefuses as WebhookRefused
from .options import WebhookOptions
from .secrets import secret_of

__all__ = ["ReceiverDown", "Webhook", "WebhookRefused", "signature"]

ALREADY_THERE = 409


class Webhook:
    """Options: `{"url": "https://…", "secret": "name in DELIVERY_SECRETS"}`.

    `X-Signature: t=<seconds>,v1=<hex>` is the HMAC-SHA-256 of `<seconds>.<body>`. The receiver answers
    2xx, or 409 where it knows `Idempotency-Key` already.
    """

    name = "webhook"
    label = "Webhook"
    options_form = WebhookOptions

    def deliver(self, delivery: Delivery) -> str:
        body = json.dumps(case_as_json(delivery.case), ensure_ascii=False).encode()
        moment = str(int(time.time()))
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": str(delivery.pk),
            "X-Signature": f"t={moment},v1={signature(secret_of(delivery), moment, body)}",
        }
        answer = ask("POST", str(delivery.options.get("url", "")), body, headers)
        if answer.status != ALREADY_THERE and not 200 <= answer.status < 300:
            raise WebhookRefused(f"Der Empfänger lehnt mit {answer.status} ab.")
        return _receipt(answer.body)


def signature(secret: bytes, moment: str, body: bytes) -> str:
    return hmac.new(secret, moment.encode() + b"." + body, sha256).hexdigest()


def _receipt(answer: bytes) -> str:
    """`{"id": "…"}` of the receiver, where it says so."""
    try:
        value = json.loads(answer)
    except ValueError:
        return ""
    return str(value.get("id", ""))[:200] if isinstance(value, dict) else ""
