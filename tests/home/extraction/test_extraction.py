"""Words out of real files, and what a hostile one cannot do."""

import io
import time

import pytest

from home.extraction import limits, parent
from home.extraction.parent import Unreadable, read_pages
from tests.home.written_files import SHEET, TEXT, WORD, archive, docx, open_document, pdf, xlsx

LAUGHS = '<!DOCTYPE x [<!ENTITY a "haha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def read(content: bytes, extension: str) -> list[tuple[int, str]]:
    return read_pages(io.BytesIO(content), extension)


def test_pages_of_a_pdf_are_numbered():
    found = read(pdf(["Gebührensatzung der Stadt", "", "Hundesteuer 90 Euro"]), "pdf")

    assert [(number, text.strip()) for number, text in found] == [
        (1, "Gebührensatzung der Stadt"),
        (3, "Hundesteuer 90 Euro"),
    ]


@pytest.mark.parametrize(
    ("extension", "content"),
    [("docx", docx("Erster Absatz", "Zweiter Absatz")), ("xlsx", xlsx("Erster Absatz", "Zweiter Absatz"))],
)
def test_lines_of_office_files_have_no_page(extension, content):
    assert read(content, extension) == [(0, "Erster Absatz\nZweiter Absatz")]


def test_words_of_an_open_document_are_read_with_its_headings():
    assert read(open_document("Absatz<text:tab/>eins"), "odt") == [(0, "Überschrift\nAbsatz eins")]


@pytest.mark.parametrize(
    ("extension", "content"),
    [
        ("pdf", b"%PDF-1.7\n" + b"\xff" * 2000),
        ("pdf", pdf(["Satzung"])[:200]),
        ("docx", b"PK\x03\x04 kein Archiv"),
        ("docx", archive(word__document_xml="<w:document>")),
        ("docx", docx("&a;", before=LAUGHS + "]>")),
        ("docx", archive(word__document_xml=f'<w:p xmlns:w="{WORD}">' + "<w:t/>" * 6_000_000 + "</w:p>")),
        ("xlsx", archive(xl__sharedStrings_xml=f'<sst xmlns="{SHEET}">' + " " * 40_000_000 + "</sst>")),
        (
            "odt",
            archive(content_xml=f'<!DOCTYPE x SYSTEM "file:///etc/passwd"><text:p xmlns:text="{TEXT}"/>'),
        ),
    ],
    ids=["noise", "cut off", "no archive", "no XML", "a billion laughs", "bomb", "bomb of blanks", "outside"],
)
def test_what_is_broken_or_hostile_is_refused(extension, content):
    started = time.monotonic()

    try:
        assert read(content, extension) == []
    except Unreadable as refused:
        assert 0 < len(str(refused)) <= parent.PROBLEM_CHARACTERS
    assert time.monotonic() - started < limits.WALL_SECONDS / 2


def test_file_without_end_is_given_up(monkeypatch):
    monkeypatch.setattr(parent, "WALL_SECONDS", 2)
    monkeypatch.setattr(parent, "BOOT", "while True: pass")
    started = time.monotonic()

    with pytest.raises(Unreadable, match="too long"):
        read(pdf(["Satzung"]), "pdf")

    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    "greedy",
    [
        "x = bytearray(4 * 1024**3)",
        "import sys; sys.stdout.write('x' * 50_000_000); sys.stdout.flush()",
        "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass",
    ],
    ids=["memory", "output", "time"],
)
def test_greedy_process_is_ended(monkeypatch, greedy):
    boot = (
        "import sys; sys.path.insert(0, sys.argv[1]); from home.extraction.limits import confine; confine()\n"
    )
    monkeypatch.setattr(parent, "BOOT", boot + greedy)

    with pytest.raises(Unreadable):
        read(pdf(["Satzung"]), "pdf")


def test_process_knows_no_secrets_of_ours(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "geheim")
    monkeypatch.setattr(parent, "BOOT", "import json, os; print(json.dumps([1, str(dict(os.environ))]))")

    ((_, environment),) = read(b"", "pdf")

    assert "geheim" not in environment


def test_what_a_process_says_is_cut_and_checked(monkeypatch):
    monkeypatch.setattr(parent, "CHARACTERS_LIMIT", 10)
    monkeypatch.setattr(parent, "BOOT", "print('[1, \"abcdefgh\"]'); print('[2, \"ijkl\\\\u0000mnop\"]')")

    assert read(b"", "pdf") == [(1, "abcdefgh"), (2, "ij")]

    monkeypatch.setattr(parent, "BOOT", "print('no JSON')")
    with pytest.raises(Unreadable, match="something else"):
        read(b"", "pdf")
