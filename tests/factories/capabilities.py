"""Tickets of any age."""

import time
from unittest import mock

from capabilities.domain.tickets import issue_ticket


def aged_ticket(purpose: str, seconds: float = 10) -> str:
    """A ticket that was issued `seconds` ago, as if the citizen had taken that long."""
    with mock.patch("capabilities.domain.tickets.time.time", return_value=time.time() - seconds):
        return issue_ticket(purpose)
