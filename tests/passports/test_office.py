"""Only the registry office works with documents: every page, for everybody else, says nothing."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from outbox.domain.running import run_due_jobs
from servicefinder.catalogue.enums import Role
from servicefinder.passports.enums import RunState
from servicefinder.passports.imports.receiving import receive
from servicefinder.passports.models import DocumentRecord, ImportRun, PassportEntry
from tests.factories.catalogue import DepartmentPageFactory, OfficePageFactory, member_of
from tests.factories.passports import FACT, SERIAL, csv_file, deliver, in_charge, line, pickup_place

pytestmark = pytest.mark.django_db
ROOT = "/redaktion/ausweise/"
PAGES = ["", "lieferlisten/", "lieferlisten/{run}/", "zahlen/", "journal/"]
ACTIONS = ["", "lieferlisten/", "lieferlisten/{run}/uebernehmen/", "lieferlisten/{run}/verwerfen/"]


@pytest.fixture
def office():
    page = DepartmentPageFactory(title="Bürgeramt")
    in_charge(page.department)
    return page


@pytest.fixture
def waiting(office) -> ImportRun:
    """A list that nobody has agreed to, beside a document that is ready."""
    deliver(line())
    run = receive(csv_file(line("T22000134")))
    run_due_jobs()
    return run


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def stranger(office, kind: str) -> Client:
    if kind == "anonymous":
        return Client()
    if kind == "superuser":
        return signed_in(User.objects.create_superuser("leitung", "leitung@stadt.example", "geheim-genug-12"))
    other = DepartmentPageFactory(title="Gartenamt")
    return signed_in(member_of(other, Role.APPROVER))


@pytest.mark.parametrize("kind", ["anonymous", "superuser", "other department"])
def test_nobody_else_sees_a_page_or_does_anything(office, waiting, kind):
    client, entries = stranger(office, kind), PassportEntry.objects.count()
    asked = {"serial": SERIAL, "fact": FACT}

    answers = [client.get(ROOT + page.format(run=waiting.pk)) for page in PAGES]
    answers += [client.post(ROOT + page.format(run=waiting.pk), asked) for page in ACTIONS]

    if kind == "anonymous":
        assert {each.status_code for each in answers} == {302}
        assert all(each["Location"].startswith("/redaktion/login/") for each in answers)
    else:
        assert {each.status_code for each in answers} == {404}
    waiting.refresh_from_db()
    assert waiting.state == RunState.CHECKED
    assert DocumentRecord.objects.get().state == 2
    assert PassportEntry.objects.count() == entries


@pytest.mark.parametrize("role", Role.values)
def test_every_member_of_the_office_sees_every_page(office, waiting, role):
    clerk = signed_in(member_of(office, role))

    for page in PAGES:
        answer = clerk.get(ROOT + page.format(run=waiting.pk))
        assert answer.status_code == 200
        assert answer["Cache-Control"].startswith("private, no-store")
        assert SERIAL not in answer.text


def test_handing_out_says_what_became_of_it_and_never_the_number(office, waiting):
    clerk = signed_in(member_of(office))

    said = [
        clerk.post(ROOT, {"serial": serial, "fact": "12.3.1980"}, follow=True).text
        for serial in (SERIAL, SERIAL, "T22000176")
    ]
    wrong = clerk.post(ROOT, {"serial": "T220001294", "fact": "12.3.1980"})

    assert "Als ausgehändigt erfasst: Personalausweis." in said[0]
    assert "War schon als ausgehändigt erfasst" in said[1] and "Nicht gefunden" in said[2]
    assert not any(SERIAL in page for page in said)
    assert wrong.status_code == 422 and "Prüfziffer stimmt nicht" in wrong.text
    assert 'value="T220001294"' in wrong.text
    kinds = list(PassportEntry.objects.order_by("sequence").values_list("kind", "by_name"))[-2:]
    assert [kind for kind, _ in kinds] == ["handed_out", "not_found"]
    assert all(name for _, name in kinds)


def test_lists_say_what_is_allowed_beside_the_upload_and_in_the_reason(office):
    pickup_place(OfficePageFactory(title="Rathaus").office, "rathaus")
    clerk = signed_in(member_of(office))
    run = receive(csv_file(line(), line(status="weg"), line(kind="pass"), line(place="mond"), line(days=3)))
    run_due_jobs()

    page = clerk.get(ROOT + "lieferlisten/").text
    reasons = clerk.get(f"{ROOT}lieferlisten/{run.pk}/").text

    for text in (page, reasons):
        assert "herstellung, bereit, ausgehaendigt" in text and "personalausweis, reisepass" in text
        assert "rathaus oder leer" in text and "2026-12-24 oder 24.12.2026" in text
    assert "unbekannter Status; erlaubt: herstellung" in reasons and "mond" not in reasons
    assert "Übernehmen</button>" in reasons


@pytest.mark.parametrize("lines", [(), (line(status="weg"), line(kind="pass"))])
def test_list_without_a_usable_line_cannot_be_taken_over(office, lines):
    run = receive(csv_file(*lines))
    run_due_jobs()

    page = signed_in(member_of(office)).get(f"{ROOT}lieferlisten/{run.pk}/").text

    assert "Keine Zeile lässt sich übernehmen" in page and "Übernehmen</button>" not in page
    assert "Verwerfen</button>" in page


def test_key_that_the_demo_has_made_is_named_in_german(office, settings):
    settings.PASSPORT_PEPPERS = {"generated": b"x" * 32}
    deliver(line())

    page = signed_in(member_of(office)).get(ROOT + "lieferlisten/").text

    assert "Schlüssel in Gebrauch: selbst erzeugt." in page


@pytest.mark.parametrize("page", ["lieferlisten/", "journal/", "zahlen/"])
def test_a_page_takes_as_many_queries_for_many(office, page):
    clerk = signed_in(member_of(office))

    def queries() -> int:
        clerk.get(ROOT + page)
        with CaptureQueriesContext(connection) as counted:
            clerk.get(ROOT + page)
        return len(counted)

    deliver(line())
    for_one = queries()
    for number in range(1100, 1112):
        deliver(line(f"T2200{number}"))

    assert queries() == for_one
