"""Who may ask how often. Past the allowance a question costs a proof of work, or a turn without
script; nobody is locked out. How fast that lets an attacker walk the numbers: docs/passports.md.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest
from django.views.decorators.debug import sensitive_variables

from limits.domain import turns
from limits.domain.client_networks import client_address, client_network
from limits.domain.proof_of_work import challenge, is_solved
from limits.domain.tallies import Allowance, counted, within

from .digests import crowd_of

SCOPE, PROVED, TURN = "passports.ask", "passports.proved", "passports.turn"
HOUR = timedelta(hours=1)
FREE_PER_ADDRESS, FREE_PER_NETWORK, FREE_PER_NUMBER, FREE_FOR_ALL = 8, 40, 6, 300
PROVED_FOR_ALL = 1200
# One network and one number: whoever knows the number of a lost receipt, and not the date of birth.
PROVED_FOR_ONE_NUMBER, QUICK_TURNS_FOR_ONE_NUMBER, SECONDS_BETWEEN_FURTHER_ONES = 10, 4, 10 * 60
SECONDS_BETWEEN_TURNS_OF_A_NETWORK, SECONDS_BETWEEN_TURNS = 30, 5
LONGEST_WAIT_OF_A_NETWORK, LONGEST_WAIT = timedelta(minutes=10), timedelta(hours=1)
# A phone of today does some 100,000 hashes a second.
FIRST_TASK, TASKS_UNTIL_DOUBLED, MOST_DOUBLINGS = 100_000, 10, 4


@dataclass(frozen=True)
class Turnstile:
    """What somebody past the allowance is offered: a task for a script, or a turn at `ready_at`."""

    task: dict[str, Any]
    ticket: str = ""
    ready_at: datetime | None = None
    full_until: datetime | None = None


@sensitive_variables("serial")
def admits(request: HttpRequest, serial: str, *, proof: str = "", ticket: str = "") -> bool:
    """Whether this question is answered now. Counts it."""
    network, crowd = client_network(request), crowd_of(serial)
    if ticket and turns.take(TURN, ticket, bound_to=crowd):
        return True
    if proof and is_solved(proof):
        allowances = [
            Allowance("", PROVED_FOR_ALL),
            Allowance(network, PROVED_FOR_ALL),
            Allowance(f"number {crowd}", PROVED_FOR_ALL),
            Allowance(f"number {crowd} {network}", PROVED_FOR_ONE_NUMBER),
        ]
        return within(PROVED, allowances, per=HOUR)
    allowances = [
        Allowance(f"address {client_address(request)}", FREE_PER_ADDRESS),
        Allowance(network, FREE_PER_NETWORK),
        Allowance(f"number {crowd}", FREE_PER_NUMBER),
        Allowance("", FREE_FOR_ALL),
    ]
    return within(SCOPE, allowances, per=HOUR)


@sensitive_variables("serial")
def turnstile(request: HttpRequest, serial: str, *, ticket: str = "", wants_turn: bool = False) -> Turnstile:
    """The ticket that was shown stays good; a new one is given only to who asks for it."""
    network, crowd = client_network(request), crowd_of(serial)
    task = challenge(max(_highest(network), _highest(f"number {crowd}")))
    if ticket and (known := turns.ready_at(TURN, ticket, bound_to=crowd)):
        return Turnstile(task, ticket, known)
    if not wants_turn:
        return Turnstile(task)
    budgets = [
        turns.Budget(network, SECONDS_BETWEEN_TURNS_OF_A_NETWORK, LONGEST_WAIT_OF_A_NETWORK),
        turns.Budget("", SECONDS_BETWEEN_TURNS, LONGEST_WAIT),
    ]
    both = f"number {crowd} {network}"
    if not within(TURN, [Allowance(both, QUICK_TURNS_FOR_ONE_NUMBER)], per=HOUR):
        budgets.append(turns.Budget(both, SECONDS_BETWEEN_FURTHER_ONES, LONGEST_WAIT))
    try:
        return Turnstile(task, *turns.reserve(TURN, budgets, bound_to=crowd))
    except turns.NoTurn as full:
        return Turnstile(task, full_until=full.free_at)


def _highest(subject: str) -> int:
    doublings = counted(PROVED, subject, per=HOUR) // TASKS_UNTIL_DOUBLED
    return int(FIRST_TASK * 2 ** min(doublings, MOST_DOUBLINGS))
