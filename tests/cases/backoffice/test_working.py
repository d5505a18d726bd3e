"""What is done with a case, and what happens when somebody else was quicker."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from servicefinder.cases.domain.contents import IncomingFile
from servicefinder.cases.domain.handing_over import share
from servicefinder.cases.domain.journal import THE_SYSTEM, Actor, broken
from servicefinder.cases.domain.questions import text_of
from servicefinder.cases.domain.sealing import Seal
from servicefinder.cases.domain.secrets import case_opened_by
from servicefinder.cases.domain.transitions import move
from servicefinder.cases.enums import CaseState, EntryKind, MessageKind
from servicefinder.cases.models import Case, CaseDocument, TextModule
from tests.cases.backoffice.conftest import House, seen, url
from tests.factories.uploads import picture_file


def entries(case: Case) -> list[str]:
    return list(case.journal.values_list("kind", flat=True))


def test_opening_is_journalled_once_an_hour(house: House) -> None:
    case = house.case()
    client = house.client("ours-author")

    texts = [client.get(url(name, case.pk)).content.decode() for name in ("case", "print", "journal", "case")]

    assert "Die Laterne ist aus." in texts[0]
    assert "Müller-Lüdenscheidt" in texts[1]
    assert entries(case).count(EntryKind.OPENED) == 1
    assert house.client("ours-head").get(url("case", case.pk)).status_code == 200
    assert entries(case).count(EntryKind.OPENED) == 2


def test_a_name_stands_in_no_title(house: House) -> None:
    page = house.client("ours-author").get(url("case", house.case().pk)).content.decode()

    assert "Müller" not in page.partition("<title>")[2].partition("</title>")[0]


@pytest.mark.parametrize(
    ("name", "values", "kind"),
    [
        ("notiz", {"text": "Angerufen."}, EntryKind.NOTE),
        ("zustand", {"to": "in_work"}, EntryKind.STATE),
        ("rueckfrage", {"text": "Welche Laterne?"}, EntryKind.QUESTION),
        (
            "entscheiden",
            {"title": "Bescheid", "text": "Ja.", "legal_remedy": "Widerspruch."},
            EntryKind.DECISION,
        ),
    ],
)
def test_a_deed_is_done_and_journalled(house: House, name: str, values: dict, kind: EntryKind) -> None:
    case = house.case()

    response = house.client("ours-author").post(url(name, case.pk), seen(case, **values))

    assert response.headers.get("Location") == url("case", case.pk)
    assert kind in entries(case)
    case.refresh_from_db()
    assert list(broken(case)) == []


def test_assigning_is_for_colleagues(house: House) -> None:
    case = house.case()
    client = house.client("ours-author")

    client.post(url("zuweisen", case.pk), seen(case, person=house.people["ours-head"].pk))
    refused = client.post(url("zuweisen", case.pk), seen(case, person=house.people["theirs-head"].pk))

    case.refresh_from_db()
    assert case.assigned_to == house.people["ours-head"]
    assert refused.status_code == 422


def test_another_due_date_needs_a_reason_that_stays_out_of_the_journal(house: House) -> None:
    case = house.case()
    day = timezone.localdate() + timedelta(days=40)
    client = house.client("ours-author")

    refused = client.post(url("frist", case.pk), seen(case, due_on=str(day)))
    client.post(url("frist", case.pk), seen(case, due_on=str(day), reason="Gutachten fehlt"))

    case.refresh_from_db()
    assert refused.status_code == 422
    assert case.due_on == day
    assert "Gutachten" not in str(list(case.journal.values()))
    note = case.messages.get(kind=MessageKind.NOTE)
    assert text_of(note, Seal.of(case.pk)) == "Gutachten fehlt"


@pytest.mark.parametrize("days", [-1, 5 * 366 + 1])
def test_a_due_date_that_nobody_can_keep_is_refused_beside_its_field(house: House, days: int) -> None:
    case = house.case()
    due, day = case.due_on, timezone.localdate() + timedelta(days=days)

    response = house.client("ours-author").post(
        url("frist", case.pk), seen(case, due_on=str(day), reason="Vertippt")
    )

    case.refresh_from_db()
    assert (response.status_code, case.due_on) == (422, due)
    assert response.content.decode().count("Der Tag liegt ") == 1


def test_who_was_slower_is_told_who_did_what_and_keeps_the_text(house: House) -> None:
    case = house.case()
    mine = seen(case, text="Welche Laterne meinen Sie?")
    move(case, CaseState.IN_WORK, Actor.of(house.people["ours-head"]))

    response = house.client("ours-author").post(url("rueckfrage", case.pk), mine)

    page = response.content.decode()
    assert response.status_code == 409
    assert "Welche Laterne meinen Sie?" in page
    assert "inzwischen geändert" in page
    assert "eingegangen → in Bearbeitung" in page
    assert "ours-head" in page
    case.refresh_from_db()
    assert case.state == CaseState.IN_WORK
    again = house.client("ours-author").post(url("rueckfrage", case.pk), seen(case, text="Welche?"))
    assert again.status_code == 302


def test_what_was_typed_stays_even_where_it_is_too_late(house: House) -> None:
    case = house.case()
    mine = seen(case, text="Welche Laterne meinen Sie?")
    by = Actor.of(house.people["ours-head"])
    move(case, CaseState.WITHDRAWN, by)
    move(case, CaseState.CLOSED, by)

    response = house.client("ours-author").post(url("rueckfrage", case.pk), mine)

    assert response.status_code == 409
    assert "Welche Laterne meinen Sie?" in response.content.decode()
    assert "zurückgezogen → abgeschlossen" in response.content.decode()


def test_a_text_module_is_put_in_without_a_script(house: House) -> None:
    case = house.case()
    module = TextModule.objects.create(department=house.department, name="Foto", text="Bitte ein Foto.")
    values = seen(case, text="Guten Tag,", module=module.pk, einfuegen="1")

    page = house.client("ours-author").post(url("rueckfrage", case.pk), values).content.decode()

    assert "Guten Tag,\n\nBitte ein Foto." in page.replace("\r", "")
    assert EntryKind.QUESTION not in entries(case)


@pytest.mark.parametrize("chosen", ["9" * 5_000, "-1", "Foto", ""])
def test_a_text_module_that_is_none_is_passed_over(house: House, chosen: str) -> None:
    case = house.case()
    values = seen(case, text="Guten Tag,", module=chosen, einfuegen="1")

    response = house.client("ours-author").post(url("rueckfrage", case.pk), values)

    assert response.status_code == 200
    assert "Guten Tag,</textarea>" in response.content.decode()


def test_handing_over_takes_access_away(house: House) -> None:
    case = house.case()
    client = house.client("ours-author")

    response = client.post(
        url("abgeben", case.pk), seen(case, department=house.other_department.pk, reason="Baum")
    )

    assert response["Location"] == url("list")
    assert client.get(url("case", case.pk)).status_code == 404
    page = house.client("theirs-author").get(url("case", case.pk)).content.decode()
    assert "Bürgeramt → Gartenamt" in page


def test_a_share_ends_with_who_was_in_charge(house: House) -> None:
    case = house.case()
    share(case, house.other_department, THE_SYSTEM)
    client = house.client("ours-head")
    client.post(url("zuweisen", case.pk), seen(case, person=house.people["theirs-author"].pk))

    client.post(url("freigabe_beenden", case.pk), seen(case, department=house.other_department.pk))

    case.refresh_from_db()
    assert case.assigned_to is None
    assert house.client("theirs-author").get(url("case", case.pk)).status_code == 404


def test_a_duplicate_points_to_a_case_that_one_sees(house: House) -> None:
    case, original = house.case(), house.case()
    client = house.client("ours-author")

    wrong = client.post(url("doppel", case.pk), seen(case, reference="2026-000000-0"))
    client.post(url("doppel", case.pk), seen(case, reference=original.reference.replace("-", "")))

    case.refresh_from_db()
    assert wrong.status_code == 422
    assert case.duplicate_of == original
    assert EntryKind.LINKED in entries(original)


def test_a_new_access_is_shown_once(house: House) -> None:
    case = house.case()
    client = house.client("ours-author")

    asked = client.get(url("access_code", case.pk))
    shown = client.post(url("access_code", case.pk))

    secret = shown.context["secret"]
    assert "secret" not in asked.context
    assert secret in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert case_opened_by(secret) == case.pk
    assert EntryKind.LINK_SENT in entries(case)


def test_documents_come_as_attachment_and_previews_in_a_sandbox(house: House) -> None:
    case = house.case(files=(IncomingFile("bild.png", "image/png", picture_file("PNG").getvalue()),))
    document = CaseDocument.objects.get()
    client = house.client("ours-author")

    download = client.get(url("document", case.pk, document.pk))
    preview = client.get(url("preview", case.pk, document.pk))

    assert download["Content-Disposition"].startswith("attachment")
    assert download["X-Content-Type-Options"] == preview["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in preview["Content-Security-Policy"]
    assert preview["X-Frame-Options"] == "SAMEORIGIN"
    assert entries(case).count(EntryKind.DOCUMENT_OPENED) == 1


def test_staff_add_a_document(house: House) -> None:
    case = house.case()
    file = SimpleUploadedFile("plan.png", picture_file("PNG").getvalue(), "image/png")

    house.client("ours-author").post(url("dokument", case.pk), seen(case, file=file, public="on"))

    document = CaseDocument.objects.get(case=case)
    assert (document.public, document.media_type) == (True, "image/png")


def test_a_case_on_paper_is_recorded_once_and_its_access_printed(house: House) -> None:
    client = house.client("ours-author")
    page = client.get(url("paper"))
    values = {
        "submission_key": str(page.context["form"].initial["submission_key"]),
        "case_type": page.context["form"].fields["case_type"].queryset.get().pk,
        "origin": "paper",
        "arrived_on": page.context["form"].initial["arrived_on"],
        "family_name": "Weiß",
        "text": "Der Bordstein ist kaputt.",
    }

    first = client.post(url("paper"), values)
    second = client.post(url("paper"), values)

    case = Case.objects.get()
    assert case_opened_by(first.context["secret"]) == case.pk
    assert second["Location"] == url("case", case.pk)
    assert case.origin == "paper"


def test_a_mistake_on_paper_loses_nothing(house: House) -> None:
    response = house.client("ours-author").post(url("paper"), {"text": "Bordstein", "phone": "abc"})

    assert response.status_code == 422
    assert "Bordstein" in response.content.decode()
    assert "Das ist keine Telefonnummer." in response.content.decode()


def test_the_page_of_a_case_asks_the_same_for_many_entries(
    house: House, django_assert_max_num_queries
) -> None:
    case = house.case()
    client = house.client("ours-author")
    for _ in range(30):
        client.post(url("notiz", case.pk), seen(case, text="Noch eine."))

    with django_assert_max_num_queries(52):
        assert client.get(url("case", case.pk)).status_code == 200
