"""Form tickets: proof that a form was fetched from us a moment ago, without cookie or session.

A ticket is signed for one purpose and says when it was issued. A robot that posts without having
fetched the form, too fast, or with a hoarded ticket is refused.
"""

import secrets
import time
from datetime import timedelta

from django.core.signing import BadSignature, Signer
from django.utils import timezone

from capabilities.enums import TicketProblem
from capabilities.models import UsedTicket

MIN_AGE = timedelta(seconds=2)
MAX_AGE = timedelta(hours=6)


class TicketRefused(Exception):
    """The form cannot be accepted with this ticket; `str()` is a German sentence for the citizen."""

    def __init__(self, problem: TicketProblem) -> None:
        super().__init__(problem.label)
        self.problem = problem


def issue_ticket(purpose: str) -> str:
    """A ticket for one showing of the form `purpose`."""
    return _signer(purpose).sign_object([secrets.token_hex(16), int(time.time() * 1000)])


def check_ticket(
    purpose: str,
    ticket: str,
    *,
    min_age: timedelta = MIN_AGE,
    max_age: timedelta = MAX_AGE,
    single_use: bool = False,
) -> None:
    """Raises TicketRefused unless `ticket` was issued for `purpose` between `max_age` and `min_age` ago.

    With `single_use` the ticket is used up when the current transaction commits.
    """
    try:
        number, issued_ms = _signer(purpose).unsign_object(ticket)
    except (BadSignature, ValueError, TypeError):
        raise TicketRefused(TicketProblem.INVALID) from None
    age = timedelta(seconds=time.time() - issued_ms / 1000)
    if age < min_age:
        raise TicketRefused(TicketProblem.TOO_FAST)
    if age > max_age:
        raise TicketRefused(TicketProblem.EXPIRED)
    if single_use and not _use(number, max_age):
        raise TicketRefused(TicketProblem.USED)


def prune_tickets() -> None:
    """Forget numbers whose tickets have expired by themselves."""
    UsedTicket.objects.filter(expires_at__lt=timezone.now()).delete()


def _use(number: str, max_age: timedelta) -> bool:
    _, fresh = UsedTicket.objects.get_or_create(
        number=number, defaults={"expires_at": timezone.now() + max_age}
    )
    return fresh


def _signer(purpose: str) -> Signer:
    return Signer(salt=f"capabilities.ticket.{purpose}")
