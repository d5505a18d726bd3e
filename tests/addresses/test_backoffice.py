"""Areas that clash are refused where they clash; files are checked, then taken over by the worker."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import User
from outbox.models import Job
from servicefinder.addresses.enums import UploadState
from servicefinder.addresses.imports.uploads import KIND, take_over
from servicefinder.addresses.models import Address, AddressUpload, Area, AreaRange
from tests.factories import addresses as made

pytestmark = pytest.mark.django_db
ADD_AREA = "/redaktion/snippets/addresses/area/add/"


@pytest.fixture
def editor(client: Client) -> Client:
    user = User.objects.create_user("redaktion", password="x")
    user.groups.add(Group.objects.get(name="Redaktion"))
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    return client


def posted(name: str, *ranges: dict[str, Any], **more: Any) -> dict[str, Any]:
    data: dict[str, Any] = {
        "kind": "school",
        "name": name,
        "place": "",
        "office": "",
        "page": "",
        "ranges-TOTAL_FORMS": len(ranges),
        "ranges-INITIAL_FORMS": 0,
        "ranges-MIN_NUM_FORMS": 0,
        "ranges-MAX_NUM_FORMS": 1000,
        **more,
    }
    for place, values in enumerate(ranges):
        whole = {"parity": "all", "first_number": 1, "first_suffix": "", "last_number": "", "last_suffix": ""}
        for field, value in {**whole, "id": "", "DELETE": "", **values}.items():
            data[f"ranges-{place}-{field}"] = value
    return data


def test_ranges_of_one_area_and_of_two_may_not_clash(editor: Client) -> None:
    street = made.houses("Ostanlage", "5")[0].street
    elsewhere = Area.objects.create(kind="school", name="Auenschule")
    AreaRange.objects.create(area=elsewhere, street=street, first_number=50, last_number=60)
    first = {"street": street.pk, "parity": "odd", "last_number": 41}

    twice = editor.post(ADD_AREA, posted("Neu", first, {"street": street.pk, "first_number": 41}))
    other = editor.post(ADD_AREA, posted("Neu", {"street": street.pk, "first_number": 60, "last_number": 70}))

    assert "Überschneidet sich mit Ostanlage 1–41 ungerade weiter oben." in twice.content.decode()
    assert "Überschneidet sich mit Ostanlage 50–60 im Gebiet „Auenschule“." in other.content.decode()
    assert not Area.objects.filter(name="Neu").exists()
    assert editor.post(ADD_AREA, posted("Neu", first)).status_code == 302
    assert Area.objects.get(name="Neu").ranges.get().last_number == 41


def test_a_district_belongs_to_one_area_of_a_kind(editor: Client) -> None:
    district = made.district()
    Area.objects.create(kind="school", name="Auenschule").districts.through.objects.create(
        area=Area.objects.get(), district=district
    )

    refused = editor.post(ADD_AREA, posted("Neu", districts=[district.pk]))

    assert "Gehört schon zu einem anderen Gebiet: Mitte (Auenschule)." in refused.content.decode()
    assert editor.post(ADD_AREA, posted("Neu", districts=[district.pk], kind="polling")).status_code == 302


def test_lists_are_german_and_closed_to_others(editor: Client, client: Client) -> None:
    made.houses("Ostanlage", "5", "7a")
    page = editor.get("/redaktion/snippets/addresses/address/").content.decode()

    assert "Ostanlage 7 a" in page and "Stadtteil" in page
    stranger = User.objects.create_user("amt", password="x")
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(stranger)
    for path in ("snippets/addresses/address/", "adressen/einlesen/"):
        assert client.get(f"/redaktion/{path}").status_code == 302


def upload(editor: Client, text: str) -> AddressUpload | None:
    file = SimpleUploadedFile("adressen.csv", text.encode())
    editor.post("/redaktion/adressen/einlesen/", {"format_name": "csv", "file": file})
    return AddressUpload.objects.first()


def test_a_file_is_checked_first_and_taken_over_once(editor: Client) -> None:
    sent = upload(editor, "strasse;hausnummer;plz;stadtteil\nOstanlage;5a;35990;Mitte\n")
    assert sent is not None and not Address.objects.exists()
    path = f"/redaktion/adressen/einlesen/{sent.pk}/"
    assert "Neue Adressen: 1" in editor.get(path).content.decode()

    editor.post(f"{path}uebernehmen/")
    editor.post(f"{path}uebernehmen/")

    assert [job.key for job in Job.objects.filter(kind=KIND)] == [str(sent.pk)]
    take_over(str(sent.pk), {})
    take_over(str(sent.pk), {})
    sent.refresh_from_db()
    assert str(Address.objects.get()) == "Ostanlage 5 a"
    assert (sent.state, bytes(sent.content)) == (UploadState.DONE, b"")


def test_a_file_with_an_error_says_where_and_cannot_be_taken_over(editor: Client) -> None:
    sent = upload(editor, "strasse;hausnummer;plz;stadtteil\nOstanlage;fünf;35990;Mitte\n")
    assert sent is not None
    path = f"/redaktion/adressen/einlesen/{sent.pk}/"

    page = editor.get(path).content.decode()
    editor.post(f"{path}uebernehmen/")

    assert "Zeile 2: „fünf“ ist keine Hausnummer." in page and "uebernehmen" not in page
    assert not Job.objects.filter(kind=KIND).exists()


def test_what_is_no_such_file_is_said_at_the_field(editor: Client) -> None:
    file = SimpleUploadedFile("bild.csv", b"\x00\x01")
    page = editor.post("/redaktion/adressen/einlesen/", {"format_name": "csv", "file": file})

    assert "Die Datei ist keine Textdatei." in page.content.decode()
    assert not AddressUpload.objects.exists()
