"""What citizens read about their cases, in the languages that have words for it."""

from datetime import date

from django.utils import translation
from django.utils.formats import date_format

from .english import ENGLISH
from .german import GERMAN
from .texts import FormTexts, PageTexts, PdfTexts, StateTexts, Texts

__all__ = ["FormTexts", "PageTexts", "PdfTexts", "StateTexts", "Texts", "day_in", "texts_in"]


def texts_in(language: str) -> Texts:
    """German where a language has no words of its own."""
    return ENGLISH if language == "en" else GERMAN


def day_in(day: date, language: str) -> str:
    """`2. Dezember 2026`, `2 December 2026`."""
    with translation.override(language):
        return date_format(day, texts_in(language).pdf.date_format)
