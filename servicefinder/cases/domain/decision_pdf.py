"""The decision as a document."""

from django.utils import timezone, translation
from django.utils.formats import date_format

from pdf.rendering import render

from ..models import Case
from ..wording import texts_in
from .contents import Contents
from .journal import Actor
from .letterheads import letterhead
from .sealing import Seal

TEMPLATE = "cases.decision"


def decision_pdf(
    case: Case, seal: Seal, *, title: str, text: str, legal_remedy: str, by: Actor, address: str = ""
) -> bytes:
    """PDF/UA-1 in the language of the case. Raises PdfProblem, KeyProblem."""
    person = Contents.from_json(seal.open_json("data", case.sealed_data)).person
    words = texts_in(case.language).pdf
    name = " ".join(part for part in (person.given_names, person.family_name) if part)
    with translation.override(case.language):
        today = date_format(timezone.localdate(), words.date_format)
    data = {
        "title": title,
        "lang": words.lang,
        "sender": letterhead(case),
        "recipient": [line.strip() for line in (name, *address.splitlines()) if line.strip()],
        "facts": [
            {"label": words.reference, "value": case.reference},
            {"label": words.subject, "value": case.type_version.name},
            {"label": words.date, "value": today},
        ],
        "text": text,
        "legal_remedy": legal_remedy,
        "signed": by.name,
        "words": {
            "page": words.page,
            "of": words.of,
            "remedy": words.remedy,
            "greeting": words.greeting,
            "unsigned": words.unsigned,
        },
    }
    return render(TEMPLATE, data)
