"""Proof of work as ALTCHA has it: find the number whose SHA-256 with the salt is the challenge.

The salt is a ticket of ours, so a challenge is signed, short-lived, and its solution is good once.
"""

import hmac
import json
import secrets
from base64 import b64decode
from binascii import Error
from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.utils.crypto import salted_hmac

from capabilities.domain.tickets import TicketRefused, check_ticket, issue_ticket

ALGORITHM = "SHA-256"
VALID_FOR = timedelta(minutes=20)
PURPOSE = "limits.proof"
LONGEST_PROOF_CHARACTERS = 1500


def challenge(highest: int) -> dict[str, Any]:
    """A task that takes `highest` / 2 hashes on average; as JSON for a script."""
    salt = issue_ticket(PURPOSE)
    found = _hash(salt, secrets.randbelow(highest + 1))
    return {
        "algorithm": ALGORITHM,
        "challenge": found,
        "salt": salt,
        "signature": _signature(found),
        "maxnumber": highest,
    }


def is_solved(proof: str) -> bool:
    """Whether `proof` (base64 of JSON) solves a challenge of ours. It is used up by this."""
    if not proof or len(proof) > LONGEST_PROOF_CHARACTERS:
        return False
    try:
        said = json.loads(b64decode(proof, validate=True))
        salt, number, signature = str(said["salt"]), int(said["number"]), str(said["signature"])
    except (Error, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return False
    if not hmac.compare_digest(_signature(_hash(salt, number)).encode(), signature.encode()):
        return False
    try:
        check_ticket(PURPOSE, salt, min_age=timedelta(0), max_age=VALID_FOR, single_use=True)
    except TicketRefused:
        return False
    return True


def _hash(salt: str, number: int) -> str:
    return sha256(f"{salt}{number}".encode()).hexdigest()


def _signature(text: str) -> str:
    return salted_hmac("limits.proof", text, algorithm="sha256").hexdigest()
