"""A thousand different closed cases in one message: valid, read back as they were, in little memory."""

from datetime import timedelta
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

import pytest
from django.utils import timezone

from outbox.domain.running import run_due_jobs
from servicefinder.cases.domain.case_json import case_as_json
from servicefinder.cases.domain.contents import Contents, IncomingFile, Person, Price, Row, Section
from servicefinder.cases.domain.documents import content_of
from servicefinder.cases.domain.journal import THE_SYSTEM
from servicefinder.cases.domain.notes import write_note
from servicefinder.cases.domain.sealed_files import opened_blocks
from servicefinder.cases.domain.sealing import Seal
from servicefinder.cases.domain.transfers import box_of, request_transfer, transferable
from servicefinder.cases.domain.transitions import move
from servicefinder.cases.enums import CaseState, Origin, TransferState
from servicefinder.cases.exports.xdomea.reading import ReadCase, read_abgabe
from servicefinder.cases.models import Case, Transfer
from tests.cases.exports.test_xdomea import message_of, schema
from tests.factories.cases import case_type, department, opened_case

__all__ = ["schema"]
pytestmark = [pytest.mark.django_db, pytest.mark.slow]

CASES = 1_000
TYPES = ("meldung", "hund", "urkunde", "veranstaltung")
WAYS = (
    (CaseState.IN_WORK, CaseState.DECIDED, CaseState.CLOSED),
    (CaseState.IN_WORK, CaseState.WAITING, CaseState.IN_WORK, CaseState.DECIDED, CaseState.CLOSED),
    (CaseState.WITHDRAWN, CaseState.CLOSED),
)
# Of all the documents together there are 120 MB: memory does not hold them.
DOCUMENT_BYTES = 240_000
GROWTH_KILOBYTES = 80 * 1024


def closed_case(number: int) -> Case:
    """No two are alike: type, person, answers, files, price, origin and course differ."""
    kind = TYPES[number % len(TYPES)]
    person = Person(f"Ahrens-{number} & Çelik", "Zoë", f"z{number}@example.org", "+49 641 1", "1980-02-29")
    rows = tuple(Row(f"Frage {i}", f"Antwort {number}–{i} <ß>\nzweite Zeile") for i in range(number % 9 + 1))
    contents = Contents(
        person if number % 10 else Person(),
        (Section(f"Schritt {number % 3}", rows),),
        {"nummer": str(number), "liste": list(range(number % 4))},
        (Price("Gebühr", number % 50 * 100),) if number % 2 else (),
    )
    files = tuple(
        IncomingFile(f"Anlage {i} „{number}“.pdf", "application/pdf", _pdf(number, i))
        for i in range(number % 2)
    )
    paper = number % 5 == 0
    case = opened_case(
        case_type=kind,
        contents=contents,
        files=files,
        origin=Origin.PAPER if paper else Origin.ONLINE,
        arrived_on=timezone.localdate() - timedelta(days=number % 30) if paper else None,
    ).case
    if number % 3 == 0:
        write_note(case, f"Vermerk {number}", THE_SYSTEM)
    for state in WAYS[number % len(WAYS)]:
        move(case, state, THE_SYSTEM)
    return case


def _pdf(number: int, index: int) -> bytes:
    return b"%PDF-1.7 " + Random(f"{number}-{index}").randbytes(DOCUMENT_BYTES)


def forget_peak() -> int:
    """Kilobytes that the process takes now; from here on the system notes its peak anew."""
    Path("/proc/self/clear_refs").write_text("5")
    return kilobytes("VmRSS")


def kilobytes(name: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


@pytest.fixture
def thousand(db) -> Transfer:
    for number, kind in enumerate(TYPES):
        case_type(kind, name=f"Art {kind}", file_plan_sign=f"10{number}-1")
    for number in range(CASES):
        closed_case(number)
    return request_transfer(transferable(department()), department(), "Kreisarchiv", None)


def test_the_message_is_valid_and_holds_the_same_cases(
    thousand: Transfer, schema, tmp_path: Path, record_property
) -> None:
    from lxml import etree

    before, began = forget_peak(), process_time()
    run_due_jobs()
    grown, took = kilobytes("VmHWM") - before, process_time() - began

    thousand.refresh_from_db()
    assert (thousand.state, thousand.written) == (TransferState.DONE, CASES)
    record_property("cpu_seconds", round(took, 1))
    record_property("grown_megabytes", grown // 1024)
    assert grown < GROWTH_KILOBYTES < thousand.size / 1024
    package = tmp_path / "abgabe.zip"
    with thousand.file.open("rb") as sealed, package.open("wb") as clear:
        clear.writelines(opened_blocks(sealed, box_of(thousand)))
    with package.open("rb") as file:
        schema.assertValid(etree.fromstring(message_of(file), etree.XMLParser(huge_tree=True)))
    with package.open("rb") as file:
        read = sum(1 for found in read_abgabe(file) if same(found, Case.objects.get(pk=found.id)))
    assert read == CASES


def same(found: ReadCase, case: Case) -> bool:
    """Everything that another system finds is what stands in the case file."""
    seal = Seal.of(case.pk)
    stored: Any = {each.pk: content_of(each, seal) for each in case.documents.all()}
    assert (found.reference, found.case_type) == (case.reference, case.type_version.case_type.key)
    assert found.data == case_as_json(case)
    assert {each.id: each.content for each in found.documents} == stored
    history = [(each.by_name, each.get_kind_display()) for each in case.journal.order_by("sequence")]
    # That it was handed over is noted after the message was written.
    assert [entry[:2] for entry in found.history] == history[:-1]
    return True
