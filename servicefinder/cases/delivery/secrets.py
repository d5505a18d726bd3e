"""Secrets that were agreed with a receiver: named in a form's settings, kept outside the database."""

from django.conf import settings

from ..models import Delivery


class SecretMissing(Exception):
    """`str()` is a German sentence."""


def secret_of(delivery: Delivery) -> bytes:
    """What `options["secret"]` names. Raises SecretMissing."""
    name = str(delivery.options.get("secret", ""))
    secret = settings.DELIVERY_SECRETS.get(name, "")
    if not secret:
        raise SecretMissing(f"In DELIVERY_SECRETS fehlt das Geheimnis „{name}“.")
    return bytes(secret, "utf-8")
