"""What the department notes about a case: paid, held back, sent as a letter, another address."""

from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from outbox.models import OutgoingMail
from servicefinder.cases.domain import looking
from servicefinder.cases.domain.anchors import broken_anchors, drop_anchor
from servicefinder.cases.domain.bounces import mark_bounced
from servicefinder.cases.domain.contents import Contents, Person, Price
from servicefinder.cases.domain.deciding import decide
from servicefinder.cases.domain.due_dates import due_date
from servicefinder.cases.domain.journal import Actor, broken
from servicefinder.cases.domain.person_exports import cases_of_person
from servicefinder.cases.domain.questions import ask
from servicefinder.cases.domain.retention import delete_expired
from servicefinder.cases.domain.secrets import give_access, path_of
from servicefinder.cases.enums import EntryKind, PaymentState
from servicefinder.cases.models import Case, Deputy
from servicefinder.catalogue.models import Service
from tests.cases.backoffice.conftest import House, seen, url
from tests.factories.capabilities import aged_ticket
from tests.factories.uploads import picture_file

OFFICE = Actor("Otto Amt")


def do(house: House, case: Case, deed: str, who: str = "ours-head", **values: Any) -> Any:
    return house.client(who).post(url(deed, case.pk), seen(case, **values))


def page(house: House, case: Case) -> str:
    return house.client("ours-author").get(url("case", case.pk)).content.decode()


def test_a_payment_is_noted_shown_to_both_and_taken_back(house: House) -> None:
    person = Person("Müller", "Erika", "erika@example.org")
    case = house.case(contents=Contents(person, price=(Price("Gebühr", 3700),)), payment_way="invoice")
    today = timezone.localdate()
    future = do(house, case, "bezahlt", paid_on=today + timedelta(days=1), way="pickup")
    before = page(house, case)

    assert do(house, case, "bezahlt", paid_on=today, way="pickup").status_code == 302

    case.refresh_from_db()
    assert future.status_code == 422
    assert "offen, per Rechnung" in before
    assert (case.payment, case.payment_way, case.paid_on) == (PaymentState.PAID, "pickup", today)
    assert f"bezahlt am {today:%d.%m.%Y}, bei Abholung" in page(house, case)
    assert case.journal.last().kind == EntryKind.PAID
    assert do(house, case, "bezahlt", paid_on=today, way="pickup").status_code in (409, 422)
    assert do(house, case, "nicht_bezahlt").status_code == 302
    case.refresh_from_db()
    assert (case.payment, case.paid_on) == (PaymentState.DUE, None)
    assert list(broken(case)) == []


def test_a_hold_has_reason_and_end_and_stops_deletion_until_then(house: House) -> None:
    case = house.case()
    today = timezone.localdate()
    Case.objects.filter(pk=case.pk).update(delete_on=today - timedelta(days=3))
    wrong = do(house, case, "zurueckstellen", reason="Klage", until=today)

    assert (
        do(house, case, "zurueckstellen", reason="Klage", until=today + timedelta(days=9)).status_code == 302
    )
    assert wrong.status_code == 422
    assert delete_expired() == 0
    assert f"Klage, bis {today + timedelta(days=9):%d.%m.%Y}" in page(house, case)
    listed = house.client("ours-author").get(url("list") + "?besonders=held").content.decode()
    assert case.reference in listed

    Case.objects.update(hold_until=today - timedelta(days=1))
    assert delete_expired() == 1


def test_a_hold_can_be_ended(house: House) -> None:
    case = house.case()
    do(house, case, "zurueckstellen", reason="Klage", until=timezone.localdate() + timedelta(days=9))

    assert do(house, case, "zurueckstellung_beenden").status_code == 302
    case.refresh_from_db()
    assert (case.is_held, case.hold_reason, case.hold_until) == (False, "", None)


def test_without_an_address_the_decision_goes_as_a_letter(house: House) -> None:
    case = house.case(contents=Contents(Person("Müller", "Erika")))
    decision = decide(
        case, title="Bescheid", text="Ja.", legal_remedy="Keine.", by=OFFICE, address="Am Bach 1\n35390 Auen"
    )
    waiting = page(house, case)

    assert do(house, case, "versandt", sent_on=timezone.localdate()).status_code == 302

    decision.refresh_from_db()
    assert "muss als Brief hinausgehen" in waiting
    assert decision.sent_on == timezone.localdate()
    after = page(house, case)
    assert "muss als Brief hinausgehen" not in after
    assert "als Brief versandt am" in after
    assert case.journal.filter(kind=EntryKind.LETTER_SENT).count() == 1


def test_a_letter_needs_an_address(house: House) -> None:
    unreachable, bounced = house.case(contents=Contents(Person("Müller", "Erika"))), house.case()
    mark_bounced(bounced.pk)
    decision = {"title": "Bescheid", "text": "Ja.", "legal_remedy": "Keine."}

    for case in (unreachable, bounced):
        refused = do(house, case, "entscheiden", **decision, address=" ")
        assert refused.status_code == 422
        assert "Bitte die Anschrift angeben." in refused.content.decode()
        assert not case.documents.exists()
        assert do(house, case, "entscheiden", **decision, address="Am Bach 1").status_code == 302


def test_no_letter_goes_out_before_it_was_written(house: House) -> None:
    case = house.case(contents=Contents(Person("Müller", "Erika")))
    decision = decide(case, title="Bescheid", text="Ja.", legal_remedy="Keine.", by=OFFICE)
    today = timezone.localdate()

    refused = do(house, case, "versandt", sent_on=today - timedelta(days=1))

    decision.refresh_from_db()
    assert (refused.status_code, decision.sent_on) == (422, None)
    assert f"Der Bescheid ist erst vom {today:%d.%m.%Y}." in refused.content.decode()


def test_a_bounced_address_is_mended_and_mails_go_there(house: House) -> None:
    case = house.case()
    mark_bounced(case.pk)
    listed = house.client("ours-author").get(url("list") + "?besonders=bounced").content.decode()

    assert do(house, case, "kontakt", email="neu@example.org").status_code == 302

    case.refresh_from_db()
    ask(case, "Wann?", OFFICE)
    assert case.reference in listed
    assert "(kam zurück)" not in page(house, case)
    assert OutgoingMail.objects.latest("pk").to == ["neu@example.org"]


def test_who_stands_in_is_named_on_the_case(house: House) -> None:
    case = house.case()
    Case.objects.filter(pk=case.pk).update(assigned_to=house.people["ours-head"])
    today = timezone.localdate()
    Deputy.objects.create(
        person=house.people["ours-head"],
        deputy=house.people["ours-author"],
        valid_from=today,
        valid_until=today,
    )

    assert f"ours-author bis {today:%d.%m.%Y}" in page(house, case)


def paper(house: House, **values: Any) -> Any:
    client = house.client("ours-author")
    form = {
        "submission_key": "6f1f8d52-31a9-4c6d-9d5e-0d7f3a3ff001",
        "case_type": house.case().type_version.case_type_id,
        "origin": "paper",
        "arrived_on": timezone.localdate(),
        "text": "Brief",
        "email": "brief@example.org",
        **values,
    }
    return client.post(url("paper"), form)


def test_the_period_of_a_letter_runs_from_the_day_it_came(house: House) -> None:
    drop_anchor(timezone.now())
    came = timezone.localdate() - timedelta(days=6)
    service = Service.objects.create(name="Baumfällung", department=house.department)

    assert paper(house, arrived_on=came, service=service.pk).status_code == 302

    case = Case.objects.get(origin="paper")
    assert (case.arrived_on, case.service) == (came, service)
    assert case.due_on == due_date(case.type_version, came)
    assert f"{came:%d.%m.%Y}, auf Papier; aufgenommen" in page(house, case)
    assert list(broken_anchors()) == []


def test_odd_days_of_arrival_are_refused(house: House) -> None:
    today = timezone.localdate()
    for day in (today + timedelta(days=1), date(2001, 1, 1), "gestern"):
        assert paper(house, arrived_on=day).status_code == 422
    assert not Case.objects.filter(origin="paper").exists()


def test_odd_days_of_birth_are_refused_beside_their_field(house: House) -> None:
    today = timezone.localdate()
    for day in (today + timedelta(days=1), date(today.year - 131, 12, 31)):
        refused = paper(house, birth_date=day)
        assert refused.status_code == 422
        assert refused.context["form"].errors.keys() == {"birth_date"}
    assert not Case.objects.filter(origin="paper").exists()


def test_a_day_of_birth_is_read_as_people_write_it_and_found_as_machines_do(house: House) -> None:
    assert paper(house, family_name="Müller", birth_date=date(2006, 3, 25)).status_code == 302

    case = Case.objects.get(origin="paper")
    shown = page(house, case)
    assert "25. März 2006" in shown
    assert "2006-03-25" not in shown
    found = cases_of_person({house.department.pk}, "Müller", OFFICE, birth_date="2006-03-25")
    assert found == [case]


def test_a_case_is_noted_as_opened_once_when_two_requests_come_at_once(house: House, monkeypatch) -> None:
    """The second looks before the first has written, and again once it has the row."""
    case, by = house.case(), Actor.of(house.people["ours-head"])
    looking.note_opening(case, by)
    real, looks = looking._was_noted, []

    def too_early(*args: Any) -> bool:
        looks.append(args)
        return len(looks) > 1 and real(*args)

    monkeypatch.setattr(looking, "_was_noted", too_early)
    looking.note_opening(case, by)

    assert len(looks) == 2
    assert case.journal.filter(kind=EntryKind.OPENED).count() == 1


def test_several_files_are_handed_in_at_once(house: House) -> None:
    case = house.case()
    address = path_of(give_access(case.pk))

    def send(count: int, ticket: str) -> Any:
        files = [
            SimpleUploadedFile(f"{number}.png", picture_file("PNG").getvalue()) for number in range(count)
        ]
        values = {"file": files, "ticket": ticket, "website": ""}
        return Client(headers={"Sec-Fetch-Site": "same-origin"}).post(f"{address}nachreichen/", values)

    many = send(6, aged_ticket("cases.document"))
    assert (many.status_code, case.documents.count()) == (422, 0)
    assert "höchstens 5 Dateien" in many.content.decode()
    assert send(3, aged_ticket("cases.document")).status_code == 303
    assert case.documents.count() == 3
    none = send(0, aged_ticket("cases.document"))
    assert "Bitte wählen Sie eine Datei aus." in none.content.decode()


def test_nothing_of_it_is_done_by_those_whose_it_is_not(house: House) -> None:
    case = house.case()

    assert do(house, case, "kontakt", "theirs-head", email="x@example.org").status_code == 404
    assert case.journal.filter(kind=EntryKind.CONTACT).count() == 0
