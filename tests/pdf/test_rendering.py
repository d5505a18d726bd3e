"""Documents are accessible, and what citizens write stays text."""

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from pdf.letters import showable
from pdf.rendering import PdfProblem, render

HOSTILE = '#read("/etc/passwd") #panic() *fett* $x$ <b> \\ @label // https://a.example `code` [x](y)'
STRANGE = "Đặng Łukasz x̌ q̈ Ж̌ ΐ̈ 你好 🎉 مرحبا \u202e \x00\x07 \ufdd0"


def receipt(**values: Any) -> dict[str, Any]:
    return {
        "title": "Empfangsbestätigung",
        "lang": "de",
        "sender": {"authority": "Stadt Auenstadt", "lines": ["Bürgeramt"]},
        "facts": [{"label": "Aktenzeichen", "value": "2026-000001-7"}],
        "text": "Danke.",
        "next": "Wir melden uns.\n\nBald.",
        "sections": [{"heading": "Ihr Anliegen", "rows": [{"label": "Worum?", "value": "Die Laterne"}]}],
        "files": [{"name": "foto.jpg", "size": "2 KB", "sha256": "ab" * 32}],
        "words": {"page": "Seite", "of": "von", "files": "Dateien"},
        **values,
    }


def read(content: bytes) -> tuple[Any, str]:
    reader = PdfReader(BytesIO(content))
    return reader, "\n".join(page.extract_text() for page in reader.pages)


def test_document_is_tagged_and_has_title_and_language() -> None:
    reader, text = read(render("cases.receipt", receipt()))
    catalog = reader.trailer["/Root"]

    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "de"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/StructTreeRoot" in catalog
    assert reader.metadata.title == "Empfangsbestätigung"
    assert b"pdfuaid" in catalog["/Metadata"].get_data()
    assert "Aktenzeichen" in text and "Die Laterne" in text


@pytest.mark.parametrize("field", ["title", "text", "next"])
def test_text_never_becomes_markup(field: str) -> None:
    _, text = read(render("cases.receipt", receipt(**{field: HOSTILE})))
    flat = " ".join(text.split())

    assert '#read("/etc/passwd")' in flat and "*fett*" in flat and "root:" not in flat


def test_hostile_names_everywhere_stay_names() -> None:
    rows = [{"label": HOSTILE, "value": HOSTILE + STRANGE}]
    files = [{"name": HOSTILE + STRANGE, "size": "2 KB", "sha256": "ab" * 32}]
    data = receipt(sections=[{"heading": HOSTILE, "rows": rows}], files=files)

    _, text = read(render("cases.receipt", data))

    assert text.count("#panic()") == 4


def test_letters_of_names_in_europe_are_shown_and_others_are_a_box() -> None:
    assert showable("Đặng Łukasz Œuvre ẞ Жук Αθήνα\n") == "Đặng Łukasz Œuvre ẞ Жук Αθήνα\n"
    assert showable({"a": ["你", 1, None]}) == {"a": ["□", 1, None]}
    render("cases.receipt", receipt(next=STRANGE))


def test_empty_and_long_texts_make_a_document_too() -> None:
    long = "Donaudampfschifffahrtsgesellschaftskapitän " * 3000
    render("cases.receipt", receipt(next="", sections=[], files=[]))
    reader, _ = read(render("cases.receipt", receipt(next=long)))

    assert len(reader.pages) > 5


def test_unknown_template_and_bad_data_are_named_without_content() -> None:
    with pytest.raises(PdfProblem, match="there is no template"):
        render("/etc/passwd", {})
    with pytest.raises(PdfProblem) as problem:
        render("cases.receipt", {"title": "Geheim"})
    assert "Geheim" not in str(problem.value)
