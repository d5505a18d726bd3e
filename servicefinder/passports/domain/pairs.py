"""Number and second fact on their way from one page to the next: sealed, short-lived, never in clear."""

import json
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

from django.views.decorators.debug import sensitive_variables

from servicefinder.cases.domain.ciphers import Box, Unreadable

from . import digests

VALID_SECONDS = 60 * 60
FACT_CHARACTERS = 10
OWNER = b"passports"
# A question that was only asked must not order a mail: that would be an answer past all limits.
ONLY_ASKED, ANSWERED = "pair", "answered-pair"


@sensitive_variables("serial", "fact")
def sealed_pair(serial: str, fact: str, use: str) -> str:
    """Text of always the same length; `use` is ONLY_ASKED or ANSWERED."""
    content = json.dumps([serial, fact.ljust(FACT_CHARACTERS), int(time.time())])
    return urlsafe_b64encode(_box().close_text(use, content)).decode()


@sensitive_variables()
def opened_pair(text: str, use: str) -> tuple[str, str] | None:
    """None for what is not ours, was sealed for another use, or is older than an hour."""
    try:
        content = json.loads(_box().open_text(use, urlsafe_b64decode(text.encode("ascii"))))
    except (Unreadable, Error, ValueError):
        return None
    serial, fact, sealed_at = content
    return (serial, fact.strip()) if time.time() - sealed_at <= VALID_SECONDS else None


def _box() -> Box:
    return Box(OWNER, digests.house_key(digests.newest(), digests.ASKED))
