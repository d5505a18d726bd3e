"""What is made of a serial number and its second fact: HMAC-SHA-256 under the peppers, nothing else.

`settings.PASSPORT_PEPPERS` maps names to 32 bytes, the newest first. What is written goes under the newest;
what is looked for is looked for under all. A record found under an older one moves with the next list.
"""

import hmac
from hashlib import sha256

from django.conf import settings
from django.views.decorators.debug import sensitive_variables

LOOKUP, MAIL_HANDLE, MAIL_KEY = b"record", b"mail-handle", b"mail-key"
SLICES, DUE_MAILS, ASKED, CROWDS = b"slices", b"due-mails", b"asked", b"crowds"
CROWDS_THERE_ARE = 4096


class PepperProblem(Exception):
    """There is no pepper of that name; `str()` says which."""


def newest() -> str:
    return next(iter(settings.PASSPORT_PEPPERS))


@sensitive_variables()
def digest(serial: str, fact: str, pepper: str, purpose: bytes = LOOKUP) -> bytes:
    """32 bytes for a normalised number and fact. Raises PepperProblem."""
    return hmac.digest(_key(pepper), b"\0".join((purpose, serial.encode(), fact.encode())), "sha256")


@sensitive_variables()
def digests(serial: str, fact: str, purpose: bytes = LOOKUP) -> list[bytes]:
    """Under every pepper, the newest first."""
    return [digest(serial, fact, name, purpose) for name in settings.PASSPORT_PEPPERS]


@sensitive_variables()
def crowd_of(serial: str) -> str:
    """One of 4,096 crowds of some 3,500 numbers each: enough to notice that one number is asked for again and
    again, and too few to tell, even with the pepper, which.
    """
    found = hmac.digest(house_key(newest(), CROWDS), serial.encode(), "sha256")
    return str(int.from_bytes(found[:2], "big") % CROWDS_THERE_ARE)


def house_key(pepper: str, purpose: bytes) -> bytes:
    """A key for what only the house seals and opens."""
    return hmac.digest(_key(pepper), b"house\0" + purpose, "sha256")


def mark_of(pepper: str) -> str:
    """By this a pepper is known again; it says nothing about it."""
    return sha256(house_key(pepper, b"mark")).hexdigest()


def _key(pepper: str) -> bytes:
    try:
        key: bytes = settings.PASSPORT_PEPPERS[pepper]
    except KeyError:
        raise PepperProblem(f"PASSPORT_PEPPER lacks {pepper!r}") from None
    return key
