"""From the time that an answer takes nobody learns what it says: measured, and tested for equivalence.

What counts is the processor time of the thread: what else the machine does is no property of an answer.
"""

import random
import time
from datetime import timedelta
from itertools import combinations
from math import sqrt
from statistics import median

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest
from django.test import RequestFactory

from capabilities.domain.tickets import issue_ticket
from outbox.domain.running import run_due_jobs
from servicefinder.passports.domain import admitting
from servicefinder.passports.enums import DocumentState
from servicefinder.passports.imports.receiving import receive
from servicefinder.passports.presentation import answers, written_pages
from servicefinder.passports.views import asking
from tests.factories.catalogue import OfficePageFactory, home_page
from tests.factories.passports import FACT, csv_file, deliver, in_charge, line, pickup_place

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
ANSWERS, DOCUMENTS = 2000, 40
BLOCKS = 4
# Fewer are enough to prove a difference: the whole interval lies beyond what is allowed.
ANSWERS_UNEQUAL = 300
QUANTILE_OF_99_PERCENT = 2.576
SHARE_ALLOWED, MILLISECONDS_ALLOWED = 0.03, 0.3
# What a question may find; the last three must not be told apart at all.
SAID = {
    "production": "wird noch hergestellt",
    "ready": "ist abholbereit",
    "handed out": "wurde ausgehändigt",
    "unknown number": "nichts sagen",
    "wrong second fact": "nichts sagen",
    "not yet registered": "nichts sagen",
}


def numbers(first: int) -> list[str]:
    return [f"T2200{first + number:04}" for number in range(DOCUMENTS)]


QUESTIONS = {
    "production": [(serial, FACT) for serial in numbers(1000)],
    "ready": [(serial, FACT) for serial in numbers(2000)],
    "handed out": [(serial, FACT) for serial in numbers(3000)],
    "unknown number": [(serial, FACT) for serial in numbers(4000)],
    "wrong second fact": [(serial, "1970-01-01") for serial in numbers(2000)],
    "not yet registered": [(serial, FACT) for serial in numbers(5000)],
}


@pytest.fixture
def city(settings, monkeypatch):
    home_page()
    office = OfficePageFactory(title="Bürgeramt Mitte", open=True).office
    in_charge(office.department)
    pickup_place(office)
    for name in ("FREE_PER_ADDRESS", "FREE_PER_NETWORK", "FREE_PER_NUMBER", "FREE_FOR_ALL"):
        monkeypatch.setattr(admitting, name, 10**9)  # Counted as ever, and never used up.
    monkeypatch.setattr(asking.AskForm, "min_age", timedelta(0))
    for status, kind in (("herstellung", "production"), ("bereit", "ready"), ("ausgehaendigt", "handed out")):
        deliver(*(line(serial, fact, status=status, days=-2) for serial, fact in QUESTIONS[kind]))
    receive(csv_file(*(line(serial, fact) for serial, fact in QUESTIONS["not yet registered"])))
    run_due_jobs()  # Looked through, but nobody has agreed yet.


def question(serial: str, fact: str) -> HttpRequest:
    data = {"serial": serial, "fact": fact, "ticket": issue_ticket("passports.ask")}
    return RequestFactory(HTTP_SEC_FETCH_SITE="same-origin").post("/ausweisstatus/", data)


def milliseconds_of(rounds: int) -> dict[str, list[float]]:
    """So many answers of each kind, interleaved: in each round one of every kind, in an order of chance."""
    handler, chance = WSGIHandler(), random.Random(7)
    taken: dict[str, list[float]] = {kind: [] for kind in QUESTIONS}
    for number in range(-20, rounds):
        for kind in chance.sample(list(QUESTIONS), len(QUESTIONS)):
            request = question(*chance.choice(QUESTIONS[kind]))
            started = time.thread_time()
            response = handler.get_response(request)
            took = (time.thread_time() - started) * 1000
            assert SAID[kind] in response.text
            if number >= 0:  # The first ones fill what is read only once.
                taken[kind].append(took)
    return taken


def interval(differences: list[float]) -> tuple[float, float]:
    """The 99 % interval of their median by order statistics: whatever the distribution, noise included."""
    ordered, reach = sorted(differences), QUANTILE_OF_99_PERCENT * sqrt(len(differences)) / 2
    lowest = max(0, int(len(ordered) / 2 - reach))
    return ordered[lowest], ordered[-1 - lowest]


def compared(taken: dict[str, list[float]]) -> dict[tuple[str, str], tuple[float, float, float]]:
    """For each pair of kinds: the interval of the difference within a round, and how much is allowed."""
    return {
        (one, other): (
            *interval([mine - yours for mine, yours in zip(taken[one], taken[other], strict=True)]),
            min(MILLISECONDS_ALLOWED, SHARE_ALLOWED * min(median(taken[one]), median(taken[other]))),
        )
        for one, other in combinations(taken, 2)
    }


def test_all_answers_take_equally_long(city):
    """A noisy machine widens the intervals: then more is measured, up to `BLOCKS` times as much."""
    taken: dict[str, list[float]] = {kind: [] for kind in QUESTIONS}
    for _ in range(BLOCKS):
        for kind, more in milliseconds_of(ANSWERS).items():
            taken[kind] += more
        found = compared(taken)
        told_apart = {
            pair: (low, high, allowed)
            for pair, (low, high, allowed) in found.items()
            if not -allowed < low <= high < allowed
        }
        if not told_apart:
            break

    assert not told_apart


def test_the_same_test_notices_when_an_answer_is_written_only_when_asked_for(city, monkeypatch):
    around = []

    def written_when_asked_for(found, language, path, write, *, pair, ticket):
        around[:] = around or [write()]
        context = answers.Context(language)
        text = context.render(*answers.key_of(found, context.all_keys())).replace(answers.DAY, "heute")
        offer = "" if found and found.state >= DocumentState.READY else around[0].offer
        return around[0].page.replace(written_pages.ANSWER, text).replace(written_pages.OFFER, offer)

    monkeypatch.setattr(written_pages, "answer_page", written_when_asked_for)

    found = compared(milliseconds_of(ANSWERS_UNEQUAL))

    noticed = {pair for pair, (low, high, allowed) in found.items() if low > allowed or high < -allowed}
    assert {("production", "ready"), ("ready", "handed out"), ("ready", "unknown number")} <= noticed
