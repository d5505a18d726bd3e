"""What the pages of one address say, per language. Leichte Sprache reads the German texts."""

from .english import ENGLISH
from .german import GERMAN
from .texts import Texts

__all__ = ["Texts", "texts_in"]


def texts_in(language: str) -> Texts:
    return ENGLISH if language == "en" else GERMAN
