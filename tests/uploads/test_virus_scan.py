from io import BytesIO

import pytest

from outbox.enums import Severity
from tests.uploads.conftest import EICAR, Server
from uploads.domain import virus_scan
from uploads.domain.refusal import UploadRefused
from uploads.domain.scanner_check import check_scanner
from uploads.domain.virus_scan import ScannerUnavailable, scan, scanner_answers


def test_clean_file_passes_whole_and_rewound(scanner: Server):
    content = b"harmless " * 20_000  # More than one chunk.
    file = BytesIO(content)

    scan(file)

    assert scanner.received == [content]
    assert file.read() == content


def test_virus_is_refused(scanner: Server):
    with pytest.raises(UploadRefused, match="Schadprogramm") as refused:
        scan(BytesIO(b"%PDF-1.7 " + EICAR))

    assert refused.value.code == "virus"


def test_silent_scanner_refuses_every_file(silent_scanner: None):
    with pytest.raises(ScannerUnavailable, match="später"):
        scan(BytesIO(b"harmless"))


def test_answer_that_is_neither_ok_nor_found_refuses(scanner: Server, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(virus_scan, "_answer", lambda connection: b"INSTREAM size limit exceeded. ERROR")

    with pytest.raises(ScannerUnavailable):
        scan(BytesIO(b"harmless"))


def test_nothing_is_asked_without_a_scanner(settings):
    settings.CLAMAV = ""

    scan(BytesIO(EICAR))


def test_nightly_check_is_content_while_the_scanner_answers(scanner: Server):
    assert scanner_answers()
    assert check_scanner() == []


def test_nightly_check_reports_a_silent_scanner(silent_scanner: None):
    findings = check_scanner()

    assert [finding.severity for finding in findings] == [Severity.ERROR]
    assert "Virenscanner" in findings[0].text
