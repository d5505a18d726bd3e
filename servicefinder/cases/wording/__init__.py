"""What citizens read about their cases, in the languages that have words for it."""

from .english import ENGLISH
from .german import GERMAN
from .texts import FormTexts, PageTexts, PdfTexts, StateTexts, Texts

__all__ = ["FormTexts", "PageTexts", "PdfTexts", "StateTexts", "Texts", "texts_in"]


def texts_in(language: str) -> Texts:
    """German where a language has no words of its own."""
    return ENGLISH if language == "en" else GERMAN
