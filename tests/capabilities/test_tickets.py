from datetime import timedelta

import pytest

from capabilities.domain.tickets import TicketRefused, check_ticket, issue_ticket, prune_tickets
from capabilities.enums import TicketProblem
from capabilities.models import UsedTicket
from tests.factories.capabilities import aged_ticket


def problem(purpose: str, ticket: str, **options) -> TicketProblem:
    with pytest.raises(TicketRefused) as refused:
        check_ticket(purpose, ticket, **options)
    return refused.value.problem


def test_ticket_of_a_moment_ago_is_accepted():
    check_ticket("feedback", aged_ticket("feedback", seconds=3))


def test_form_sent_at_once_is_refused():
    assert problem("feedback", issue_ticket("feedback")) == TicketProblem.TOO_FAST


def test_limits_of_age():
    minute = timedelta(minutes=1)

    check_ticket("feedback", aged_ticket("feedback", seconds=59), max_age=minute)
    assert problem("feedback", aged_ticket("feedback", seconds=61), max_age=minute) == TicketProblem.EXPIRED
    assert problem("feedback", aged_ticket("feedback", seconds=58), min_age=minute) == TicketProblem.TOO_FAST


def test_ticket_of_another_form_is_refused():
    assert problem("feedback", aged_ticket("contact")) == TicketProblem.INVALID


@pytest.mark.parametrize("ticket", ["", "x", "a:b:c", "\0", "ä" * 300])
def test_forged_ticket_is_refused(ticket: str):
    assert problem("feedback", ticket) == TicketProblem.INVALID


def test_changed_ticket_is_refused():
    ticket = aged_ticket("feedback")

    assert problem("feedback", ticket[:-1] + ("A" if ticket[-1] != "A" else "B")) == TicketProblem.INVALID


def test_ticket_can_be_used_again_unless_it_is_for_single_use():
    ticket = aged_ticket("feedback")

    check_ticket("feedback", ticket)
    check_ticket("feedback", ticket)


@pytest.mark.django_db
def test_ticket_for_single_use_works_once():
    ticket = aged_ticket("booking")
    check_ticket("booking", ticket, single_use=True)

    assert problem("booking", ticket, single_use=True) == TicketProblem.USED
    check_ticket("booking", aged_ticket("booking"), single_use=True)


@pytest.mark.django_db
def test_used_numbers_are_forgotten_when_their_tickets_have_expired():
    old, fresh = aged_ticket("booking"), aged_ticket("booking")
    check_ticket("booking", old, single_use=True)
    UsedTicket.objects.update(expires_at="2020-01-01T00:00Z")
    check_ticket("booking", fresh, single_use=True)

    prune_tickets()

    assert UsedTicket.objects.count() == 1
    assert problem("booking", fresh, single_use=True) == TicketProblem.USED
