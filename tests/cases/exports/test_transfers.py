"""Many closed cases at once: from the request to the last day of the file."""

import io
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from outbox.domain.running import run_due_jobs
from outbox.models import Job
from servicefinder.cases.domain.case_json import case_as_json
from servicefinder.cases.domain.erasing import erase_case
from servicefinder.cases.domain.transfers import discard_expired, request_transfer, transferable
from servicefinder.cases.domain.transitions import NotPossible
from servicefinder.cases.enums import EntryKind, TransferState
from servicefinder.cases.exports.xdomea.reading import read_abgabe
from servicefinder.cases.models import Case, DataKey, Transfer
from tests.cases.backoffice.conftest import House, house, nothing_counted, url
from tests.cases.exports.test_xdomea import FILES, closed_case, message_of, schema
from tests.factories.cases import opened_case

__all__ = ["house", "nothing_counted", "schema"]

FORM = {"recipient": "Kreisarchiv Wetterau"}


def ask(house: House, who: str = "ours-head", **values: Any) -> Any:
    form = {**FORM, "department": str(house.department.pk), **values}
    return house.client(who).post(url("transfers"), form)


def fetched(house: House, who: str = "ours-head") -> Any:
    return house.client(who).post(url("download_transfer", Transfer.objects.get().pk))


@pytest.fixture
def ready(house: House, django_capture_on_commit_callbacks) -> Transfer:
    """Three closed cases, handed over."""
    for number in range(3):
        closed_case(files=FILES if number == 0 else ())
    opened_case()
    ask(house)
    run_due_jobs()
    return Transfer.objects.get()


def test_what_is_fetched_holds_the_same_cases(ready: Transfer, house: House, schema) -> None:
    from lxml import etree

    response = fetched(house)
    file = io.BytesIO(b"".join(response))

    assert int(response["Content-Length"]) == len(file.getvalue())
    closed = {case.pk: case for case in Case.objects.filter(state="closed")}
    found = {each.id: each for each in read_abgabe(file)}
    assert len(found) == 3
    assert {pk: each.data for pk, each in found.items()} == {pk: case_as_json(c) for pk, c in closed.items()}
    assert sorted(len(each.documents) for each in found.values()) == [0, 0, 2]
    schema.assertValid(etree.fromstring(message_of(file)))
    for case in closed.values():
        by = case.journal.filter(kind=EntryKind.EXPORTED).values_list("by__username", flat=True)
        assert list(by) == ["ours-head", "ours-head"]
    assert not Case.objects.get(state="received").journal.filter(kind=EntryKind.EXPORTED).exists()


def test_nothing_of_it_lies_in_clear(ready: Transfer) -> None:
    with ready.file.open("rb") as sealed:
        content = sealed.read()

    assert b"PK\x03\x04" not in content
    assert "Müller".encode() not in content


def test_the_page_tells_how_far_it_is_and_who_may_fetch(ready: Transfer, house: House) -> None:
    Transfer.objects.update(state=TransferState.WAITING, written=2)
    waiting = house.client("ours-head").get(url("transfers")).content.decode()
    Transfer.objects.update(state=TransferState.DONE)

    assert "2 von 3" in waiting
    assert "Herunterladen" in house.client("ours-head").get(url("transfers")).content.decode()
    assert "Herunterladen" not in house.client("ours-author").get(url("transfers")).content.decode()
    assert fetched(house, "ours-author").status_code == 404
    assert fetched(house, "theirs-head").status_code == 404
    assert ready.recipient not in house.client("theirs-head").get(url("transfers")).content.decode()


def test_a_changed_or_shortened_file_is_not_given_out(ready: Transfer, house: House) -> None:
    journal = {case.pk: case.journal_count for case in Case.objects.all()}
    content = ready.file.open("rb").read()
    for broken in (content[:-1], content[:-40] + bytes(40), b""):
        with ready.file.storage.open(ready.file.name, "wb") as file:
            file.write(broken)
        response = fetched(house)
        assert (response.status_code, response["Location"]) == (302, url("transfers"))

    Transfer.objects.update(sha512="0" * 128)
    with ready.file.storage.open(ready.file.name, "wb") as file:
        file.write(content)
    assert fetched(house).status_code == 302
    assert {case.pk: case.journal_count for case in Case.objects.all()} == journal


def test_after_a_week_key_and_file_are_gone(
    ready: Transfer, house: House, django_capture_on_commit_callbacks
) -> None:
    Transfer.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    with django_capture_on_commit_callbacks(execute=True):
        assert discard_expired() == 1

    assert not ready.file.storage.exists(ready.file.name)
    assert not DataKey.objects.filter(subject__startswith="transfer:").exists()
    assert Transfer.objects.get().state == TransferState.EXPIRED
    assert fetched(house).status_code == 404


def test_erasing_a_case_destroys_what_holds_it(ready: Transfer, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        erase_case(ready.cases.first().pk, "unlawful")

    ready.refresh_from_db()
    assert (ready.state, ready.file.name) == (TransferState.FAILED, "")
    assert not DataKey.objects.filter(subject__startswith="transfer:").exists()


def test_a_case_that_cannot_be_read_fails_with_its_reference(house: House) -> None:
    closed_case()
    lost = closed_case()
    ask(house)
    DataKey.objects.filter(subject=f"case:{lost.pk}").delete()

    run_due_jobs()

    transfer = Transfer.objects.get()
    assert (transfer.state, lost.reference in transfer.problem) == (TransferState.FAILED, True)
    assert lost.reference in house.client("ours-head").get(url("transfers")).content.decode()


def test_an_attempt_that_was_cut_short_is_made_again(house: House, monkeypatch) -> None:
    closed_case()
    ask(house)
    with monkeypatch.context() as patched:
        patched.setattr("servicefinder.cases.exports.transfers._keep", _full_disk)
        run_due_jobs()
    waiting = Transfer.objects.get().state
    Job.objects.update(due_at=timezone.now())
    run_due_jobs()

    assert (waiting, Transfer.objects.get().state) == (TransferState.WAITING, TransferState.DONE)
    assert fetched(house).status_code == 200


def _full_disk(*args: Any) -> None:
    raise OSError("no space left on device")


def test_what_was_handed_over_is_left_out_unless_asked_for(ready: Transfer, house: House) -> None:
    assert "kein abgeschlossener Vorgang" in ask(house).content.decode()
    assert ask(house, again="on").status_code == 302
    assert Transfer.objects.count() == 2


def test_asking_is_checked(house: House, monkeypatch) -> None:
    closed_case()
    wrong = ask(house, recipient="", closed_from="2026-02-01", closed_until="2026-01-01")
    other = ask(house, "theirs-head")
    author = ask(house, "ours-author")
    monkeypatch.setattr("servicefinder.cases.domain.transfers.CASES_LIMIT", 0)

    assert (wrong.status_code, other.status_code, author.status_code) == (422, 422, 422)
    assert "Das Ende liegt vor dem Anfang." in wrong.content.decode()
    with pytest.raises(NotPossible, match="mehr als 0"):
        request_transfer(
            transferable(house.department), house.department, "Archiv", house.people["ours-head"]
        )
    assert not Transfer.objects.exists()


def test_the_list_takes_as_many_queries_for_one_as_for_many(
    ready: Transfer, house: House, django_assert_num_queries
) -> None:
    client = house.client("ours-head")
    client.get(url("transfers"))
    with CaptureQueriesContext(connection) as one:
        client.get(url("transfers"))
    expected = len(one)
    for _ in range(5):
        ask(house, again="on")
    with django_assert_num_queries(expected):
        client.get(url("transfers"))
