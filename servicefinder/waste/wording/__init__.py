"""The words of the waste calendar in the languages that have some."""

from .english import ENGLISH
from .german import GERMAN
from .texts import Texts

__all__ = ["Texts", "texts_in"]


def texts_in(language: str) -> Texts:
    """German where a language has no words of its own."""
    return ENGLISH if language == "en" else GERMAN
