"""The inbox of the back office: who sees what, what may be done, and when a message is forgotten."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from home.domain.messages.retention import delete_expired_messages, messages_about_to_be_lost
from home.enums import MessageStatus
from home.models import CitizenMessage, HomePage, deletion_date
from home.registries import staff_departments

OURS = UUID("0b6f8d6e-57f4-4a0b-8a3e-3f1d5b2c7e11")
THEIRS = UUID("9c2a7c8c-6f19-4a56-8d3b-0a8d1c0d6b22")
INDEX = "citizenmessage:index"


def message(text: str = "Die Ampel ist aus.", **fields: Any) -> CitizenMessage:
    values = {
        "kind": "contact",
        "subject": "Verkehr",
        "recipient_name": "Straßenbau",
        "department_id": OURS,
        "language": "de",
        **fields,
    }
    return CitizenMessage.objects.create(text=text, **values)


def signed_in(name: str, *, group: str = "", permission: str = "") -> Client:
    user = get_user_model().objects.create_user(name, f"{name}@stadt.example", "geheim-und-lang")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    if group:
        user.groups.add(Group.objects.get(name=group))
    if permission:
        user.user_permissions.add(Permission.objects.get(codename=permission))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def clerk(home: HomePage) -> Any:
    """Works for one department and has no permission on messages otherwise."""

    class Departments:
        name = "test"

        def of(self, user: Any) -> set[UUID]:
            return {OURS} if user.username == "sachbearbeitung" else set()

    with staff_departments.fresh():
        staff_departments.register(Departments())
        yield signed_in("sachbearbeitung")


def edit(client: Client, row: CitizenMessage, **data: str) -> Any:
    return client.post(reverse("citizenmessage:edit", args=[row.pk]), {"note": "", **data})


def test_list_names_what_a_clerk_chooses_by(editor_client: Client) -> None:
    row = message("Sie blinkt seit gestern nur gelb. " * 4, subject="Ampel am Markt", name="Kim Beispiel")
    message(kind="barrier", subject="Startseite", status="closed")

    html = editor_client.get(reverse(INDEX)).content.decode()

    for words in (
        "Anliegen: Ampel am Markt – Sie blinkt seit gestern nur gelb. Sie blinkt seit gestern n",
        "Kim Beispiel",
        "Gemeldete Barriere: Startseite",
        "Straßenbau",
        "Abgeschlossen",
    ):
        assert words in html
    assert "Bürgerpost" in html
    assert "gelb. Sie blinkt seit gestern nur gelb." not in html
    assert f'href="{reverse("citizenmessage:edit", args=[row.pk])}"' in html


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"kind": "barrier"}, {"Barriere hier"}),
        ({"status": "closed"}, {"Erledigt"}),
        ({"recipient_name": "Steueramt"}, {"Steuern"}),
        ({"q": "Hundesteuer"}, {"Steuern"}),
    ],
)
def test_list_can_be_narrowed(editor_client: Client, query: dict[str, str], expected: set[str]) -> None:
    message(kind="barrier", subject="Barriere hier")
    message(status="closed", subject="Erledigt")
    message("Frage zur Hundesteuer", recipient_name="Steueramt", subject="Steuern")

    html = editor_client.get(reverse("citizenmessage:index_results"), query).content.decode()

    assert {name for name in ("Barriere hier", "Erledigt", "Steuern") if name in html} == expected


@pytest.mark.parametrize("rows", [1, 15])
def test_list_costs_the_same_with_one_and_with_many(
    editor_client: Client, rows: int, django_assert_max_num_queries: Any
) -> None:
    for number in range(rows):
        message(handled_by=get_user_model().objects.create_user(f"kollegin-{number}"))
    editor_client.get(reverse(INDEX))

    with django_assert_max_num_queries(14):
        editor_client.get(reverse(INDEX))


def test_clerk_sees_and_answers_only_what_was_sent_to_the_own_department(clerk: Client) -> None:
    ours, theirs = message(subject="Für uns"), message(subject="Für andere", department_id=THEIRS)
    nobodys = message(subject="Für niemand", department_id=None)

    html = clerk.get(reverse(INDEX)).content.decode()
    assert "Für uns" in html
    assert "Für andere" not in html
    assert "Für niemand" not in html
    assert clerk.get(reverse("citizenmessage:edit", args=[ours.pk])).status_code == 200
    for hidden in (theirs, nobodys):
        for view in ("edit", "history", "delete"):
            assert clerk.get(reverse(f"citizenmessage:{view}", args=[hidden.pk])).status_code in {302, 404}
        edit(clerk, hidden, status="closed")
        hidden.refresh_from_db()
        assert hidden.status == MessageStatus.NEW

    edit(clerk, ours, status="in_progress")
    ours.refresh_from_db()
    assert ours.status == MessageStatus.IN_PROGRESS


def test_who_has_neither_permission_nor_department_sees_no_inbox(clerk: Client) -> None:
    message(subject="Für uns")
    stranger = signed_in("fremd")

    answer = stranger.get(reverse(INDEX))

    assert answer.status_code == 302
    assert "Bürgerpost" not in stranger.get(reverse("wagtailadmin_home")).content.decode()


def test_editors_see_every_message(home: HomePage) -> None:
    message(subject="Für uns")
    message(subject="Für andere", department_id=THEIRS)

    html = signed_in("redakteurin", group="Redaktion").get(reverse(INDEX)).content.decode()

    assert "Für uns" in html
    assert "Für andere" in html


def test_message_is_shown_with_what_is_needed_to_answer(editor_client: Client) -> None:
    row = message("Erste Zeile\nZweite Zeile", email="kim+stadt@beispiel.example", telephone="06499 123")

    html = editor_client.get(reverse("citizenmessage:edit", args=[row.pk])).content.decode()

    assert "Erste Zeile<br>Zweite Zeile" in html
    assert 'href="mailto:kim+stadt@beispiel.example?subject=Ihre%20Nachricht%20vom%20' in html
    assert 'href="tel:06499123"' in html
    assert f"{row.delete_on.year}" in html


def test_status_and_note_are_saved_with_the_name_of_who_did_it(editor_client: Client) -> None:
    row = message()

    edit(editor_client, row, status="answered", note="Zurückgerufen")

    row.refresh_from_db()
    assert (row.status, row.note) == ("answered", "Zurückgerufen")
    assert row.handled_by.username == "redaktion"


def test_text_and_sender_cannot_be_changed(editor_client: Client) -> None:
    row = message("Im Original", email="kim@beispiel.example")

    edit(editor_client, row, status="answered", text="Gefälscht", email="andere@beispiel.example")

    row.refresh_from_db()
    assert (row.text, row.email) == ("Im Original", "kim@beispiel.example")


def test_a_message_does_not_become_new_again(editor_client: Client) -> None:
    row = message(status="answered")

    answer = edit(editor_client, row, status="new")

    assert "Von „Beantwortet“ geht es nicht zu „Neu“." in answer.content.decode()
    row.refresh_from_db()
    assert row.status == MessageStatus.ANSWERED


def test_nobody_adds_or_copies_messages(editor_client: Client) -> None:
    for path in ("/redaktion/nachrichten/new/", "/redaktion/nachrichten/copy/1/"):
        assert editor_client.get(path).status_code == 404


def test_open_message_is_not_deleted_closed_one_is(editor_client: Client) -> None:
    row = message()
    address = reverse("citizenmessage:delete", args=[row.pk])

    refused = editor_client.post(address, follow=True)
    assert "Schließen Sie die Zuschrift zuerst ab" in refused.content.decode()
    assert CitizenMessage.objects.filter(pk=row.pk).exists()

    edit(editor_client, row, status="closed")
    editor_client.post(address)
    assert not CitizenMessage.objects.filter(pk=row.pk).exists()


def test_clerk_deletes_nothing(clerk: Client) -> None:
    row = message(status="closed")

    clerk.post(reverse("citizenmessage:delete", args=[row.pk]))

    assert CitizenMessage.objects.filter(pk=row.pk).exists()


def test_log_says_nothing_personal(editor_client: Client) -> None:
    row = message("Geheimes Anliegen", name="Kim Beispiel", email="kim@beispiel.example")

    edit(editor_client, row, status="closed", note="Privates")

    written = "".join(f"{entry.label}{entry.data}" for entry in ModelLogEntry.objects.all())
    assert "Anliegen vom" in written
    for personal in ("Geheimes", "Kim", "kim@", "Privates"):
        assert personal not in written


@pytest.mark.parametrize(
    ("arrived", "closed", "expected"),
    [
        (date(2026, 1, 31), None, date(2027, 1, 31)),
        (date(2026, 1, 31), date(2026, 2, 10), date(2026, 8, 10)),
        (date(2026, 1, 31), date(2026, 8, 31), date(2027, 1, 31)),
        (date(2024, 2, 29), None, date(2025, 2, 28)),
        (date(2026, 1, 31), date(2026, 5, 31), date(2026, 11, 30)),
    ],
)
def test_deleted_half_a_year_after_closing_and_a_year_after_arrival_at_the_latest(
    arrived: date, closed: date | None, expected: date
) -> None:
    assert deletion_date(arrived, closed) == expected


def test_reopening_takes_the_earlier_day_of_deletion_back(db: None) -> None:
    row = message()
    latest = row.delete_on

    row.status = MessageStatus.CLOSED
    row.save()
    assert row.delete_on < latest

    row.status = MessageStatus.IN_PROGRESS
    row.save()
    assert (row.delete_on, row.closed_at) == (latest, None)


def test_night_deletes_what_is_due_and_counts_it(db: None, caplog: pytest.LogCaptureFixture) -> None:
    today = timezone.localdate()
    due, still_open, later = message(), message(), message()
    CitizenMessage.objects.filter(pk=due.pk).update(delete_on=today, closed_at=timezone.now())
    CitizenMessage.objects.filter(pk=still_open.pk).update(delete_on=today - timedelta(days=1))
    CitizenMessage.objects.filter(pk=later.pk).update(delete_on=today + timedelta(days=1))

    delete_expired_messages()

    assert list(CitizenMessage.objects.values_list("pk", flat=True)) == [later.pk]
    line = next(record.msg for record in caplog.records if "messages.deleted" in str(record.msg))
    assert (line["count"], line["still_open"]) == (2, 1)


def test_night_warns_before_an_open_message_is_lost(db: None) -> None:
    row = message()
    assert messages_about_to_be_lost() == []

    CitizenMessage.objects.filter(pk=row.pk).update(delete_on=timezone.localdate() + timedelta(days=20))

    (finding,) = messages_about_to_be_lost()
    assert finding.text.endswith(": 1")
    assert finding.url == reverse(INDEX)
