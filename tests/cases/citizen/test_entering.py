"""Opening a case by reference and code, and asking for the link once more."""

from typing import Any

import pytest
from django.test import Client

from outbox.domain.running import run_due_jobs
from outbox.models import Job, OutgoingMail
from servicefinder.cases.domain.access_links import LINK_KIND, send_link
from servicefinder.cases.domain.opening import Opened
from servicefinder.cases.domain.secrets import path_of
from servicefinder.cases.enums import EntryKind
from tests.factories.capabilities import aged_ticket
from tests.factories.cases import opened_case

pytestmark = pytest.mark.django_db
NOT_TOGETHER = "passen nicht zusammen"


@pytest.fixture
def opened() -> Opened:
    return opened_case()


@pytest.fixture
def client() -> Client:
    return Client(headers={"Sec-Fetch-Site": "same-origin"})


def enter(client: Client, reference: str, code: str) -> Any:
    ticket = aged_ticket("cases.enter")
    return client.post("/vorgang/", {"reference": reference, "code": code, "ticket": ticket, "website": ""})


def ask(client: Client, reference: str, email: str) -> Any:
    ticket = aged_ticket("cases.link")
    values = {"reference": reference, "email": email, "ticket": ticket, "website": ""}
    return client.post("/vorgang/link/", values)


def test_reference_and_code_open_the_case_however_they_are_typed(client: Client, opened: Opened) -> None:
    reference, code = opened.case.reference, opened.secret
    typed = [
        (reference, code),
        (f" {reference.replace('-', ' ')} ", code.lower().replace("-", " ")),
        (reference.replace("-", ""), code.replace("-", "").replace("1", "l").replace("0", "o")),
    ]

    for attempt in typed:
        response = enter(client, *attempt)
        assert (response.status_code, response["Location"]) == (303, path_of(code))
        assert not response.cookies


def test_wrong_pairs_are_answered_alike(client: Client, opened: Opened) -> None:
    other = opened_case()
    pairs = [
        (opened.case.reference, other.secret),
        (opened.case.reference, "K1-AAAA-BBBB-CCCC-DDDD"),
        ("2019-000001-9", opened.secret),
        ("2019-000001-9", "K1-AAAA-BBBB-CCCC-DDDD"),
    ]

    answers = [enter(client, *pair) for pair in pairs]

    for answer in answers:
        assert answer.status_code == 422 and NOT_TOGETHER in answer.content.decode()


def test_mistyped_reference_is_said_beside_its_field(client: Client, opened: Opened) -> None:
    html = enter(client, "2026-000001", opened.secret).content.decode()

    assert "kein vollständiges Aktenzeichen" in html and NOT_TOGETHER not in html
    assert 'value="2026-000001"' in html


def test_guessing_at_one_case_ends_after_some_tries(client: Client, opened: Opened, settings: Any) -> None:
    settings.RATE_LIMITS = True
    codes = [enter(client, opened.case.reference, "K1-AAAA-BBBB-CCCC-DDDD").status_code for _ in range(11)]

    assert codes == [422] * 10 + [429]


def test_link_comes_to_the_address_of_the_case(client: Client, opened: Opened) -> None:
    OutgoingMail.objects.all().delete()

    response = ask(client, opened.case.reference, " Erika@Example.org ")
    job = Job.objects.get(kind=LINK_KIND)
    assert "rika" not in str(job.payload)
    send_link(job.key, job.payload)
    send_link(job.key, job.payload)

    assert (response.status_code, response["Location"]) == (303, "/vorgang/link/gesendet/")
    mail = OutgoingMail.objects.get()
    assert mail.to == ["erika@example.org"] and mail.key.startswith(f"case:{opened.case.pk}:link:")
    link = mail.text.partition("/vorgang/")[2].split()[0]
    assert client.get(f"/vorgang/{link}").status_code == 200
    assert opened.case.journal.filter(kind=EntryKind.LINK_SENT).count() == 1


@pytest.mark.parametrize(
    ("reference", "email"), [("", "fremd@example.org"), ("2019-000001-9", "erika@example.org")]
)
def test_stranger_gets_the_same_answer_and_no_mail(
    client: Client, opened: Opened, reference: str, email: str
) -> None:
    OutgoingMail.objects.all().delete()
    Job.objects.all().delete()

    response = ask(client, reference or opened.case.reference, email)
    assert Job.objects.filter(kind=LINK_KIND).count() == 1
    run_due_jobs()

    assert (response.status_code, response["Location"]) == (303, "/vorgang/link/gesendet/")
    assert not OutgoingMail.objects.exists() and not Job.objects.exists()
    assert not opened.case.journal.filter(kind=EntryKind.LINK_SENT).exists()
