"""Who may ask how often. Past the allowance a question costs a proof of work, or a turn without
script; nobody is locked out. How fast that lets an attacker walk the numbers: docs/passports.md.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest

from limits.domain import turns
from limits.domain.client_networks import client_address, client_network
from limits.domain.proof_of_work import challenge, is_solved
from limits.domain.tallies import Allowance, counted, within

SCOPE, PROVED, TURN = "passports.ask", "passports.proved", "passports.turn"
HOUR = timedelta(hours=1)
FREE_PER_ADDRESS, FREE_PER_NETWORK, FREE_FOR_ALL = 8, 40, 300
PROVED_FOR_ALL = 1200
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


def admits(request: HttpRequest, *, proof: str = "", ticket: str = "") -> bool:
    """Whether this question is answered now. Counts it."""
    if ticket and turns.take(TURN, ticket):
        return True
    network = client_network(request)
    if proof and is_solved(proof):
        allowances = [Allowance("", PROVED_FOR_ALL), Allowance(network, PROVED_FOR_ALL)]
        return within(PROVED, allowances, per=HOUR)
    allowances = [
        Allowance(f"address {client_address(request)}", FREE_PER_ADDRESS),
        Allowance(network, FREE_PER_NETWORK),
        Allowance("", FREE_FOR_ALL),
    ]
    return within(SCOPE, allowances, per=HOUR)


def turnstile(request: HttpRequest, *, ticket: str = "", wants_turn: bool = False) -> Turnstile:
    """The ticket that was shown stays good; a new one is given only to who asks for it."""
    task = challenge(_highest(client_network(request)))
    if ticket and (known := turns.ready_at(TURN, ticket)):
        return Turnstile(task, ticket, known)
    if not wants_turn:
        return Turnstile(task)
    budgets = [
        turns.Budget(client_network(request), SECONDS_BETWEEN_TURNS_OF_A_NETWORK, LONGEST_WAIT_OF_A_NETWORK),
        turns.Budget("", SECONDS_BETWEEN_TURNS, LONGEST_WAIT),
    ]
    try:
        return Turnstile(task, *turns.reserve(TURN, budgets))
    except turns.NoTurn as full:
        return Turnstile(task, full_until=full.free_at)


def _highest(network: str) -> int:
    doublings = counted(PROVED, network, per=HOUR) // TASKS_UNTIL_DOUBLED
    return int(FIRST_TASK * 2 ** min(doublings, MOST_DOUBLINGS))
