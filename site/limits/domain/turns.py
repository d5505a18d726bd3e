"""Turns: a signed ticket that works once, and not before its time. Nobody's request waits.

Each network and the whole site have a budget of one turn in so many seconds. A ticket costs a place in
both; the places are given out in order.
"""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.signing import BadSignature, Signer
from django.utils import timezone
from django.utils.crypto import get_random_string, salted_hmac

from capabilities.models import UsedTicket
from limits.models import Turn

USABLE_FOR = timedelta(minutes=30)
ATTEMPTS = 20


class NoTurn(Exception):
    """Too many wait already; `free_at` is when the first of them has gone."""

    def __init__(self, free_at: datetime) -> None:
        super().__init__("too many wait")
        self.free_at = free_at


@dataclass(frozen=True)
class Budget:
    """One turn in `seconds`, and nobody is given one that is further away than `horizon`."""

    subject: str
    seconds: float
    horizon: timedelta


def reserve(scope: str, budgets: list[Budget], *, bound_to: str = "") -> tuple[str, datetime]:
    """A ticket for `scope` and when it works, for `bound_to` alone. Raises NoTurn."""
    ready_at = max(_place(scope, budget) for budget in budgets)
    ticket = _signer(scope, bound_to).sign_object([get_random_string(32), int(ready_at.timestamp())])
    return ticket, ready_at


def ready_at(scope: str, ticket: str, *, bound_to: str = "") -> datetime | None:
    """When the ticket works; None for one that is not ours or too old."""
    read = _read(scope, ticket, bound_to)
    if read is None or time.time() > read[1] + USABLE_FOR.total_seconds():
        return None
    return datetime.fromtimestamp(read[1], tz=timezone.get_default_timezone())


def take(scope: str, ticket: str, *, bound_to: str = "") -> bool:
    """Whether the ticket works now; it is used up by this."""
    read = _read(scope, ticket, bound_to)
    if read is None or not read[1] <= time.time() <= read[1] + USABLE_FOR.total_seconds():
        return False
    expires_at = datetime.fromtimestamp(read[1], tz=timezone.get_default_timezone()) + USABLE_FOR
    _, fresh = UsedTicket.objects.get_or_create(number=read[0], defaults={"expires_at": expires_at})
    return fresh


def prune_turns() -> None:
    Turn.objects.filter(next_at__lt=timezone.now()).delete()


def _read(scope: str, ticket: str, bound_to: str) -> tuple[str, int] | None:
    try:
        number, at = _signer(scope, bound_to).unsign_object(ticket)
    except (BadSignature, ValueError, TypeError):
        return None
    return number, at


def _place(scope: str, budget: Budget) -> datetime:
    """Compare and swap: of two that read the same place, one tries again."""
    subject = salted_hmac("limits.turns", f"{scope}\0{budget.subject}", algorithm="sha256").hexdigest()
    step = timedelta(seconds=budget.seconds)
    now = timezone.now()
    Turn.objects.bulk_create([Turn(subject=subject, next_at=now)], ignore_conflicts=True)
    for _ in range(ATTEMPTS):
        found = Turn.objects.filter(subject=subject).values_list("next_at", flat=True).first() or now
        mine = max(found, now) + step
        if mine - now > budget.horizon:
            raise NoTurn(max(found, now) - budget.horizon + step)
        if Turn.objects.filter(subject=subject, next_at=found).update(next_at=mine):
            return mine
    raise NoTurn(now + step)


def _signer(scope: str, bound_to: str) -> Signer:
    return Signer(salt=f"limits.turn.{scope}.{bound_to}")
