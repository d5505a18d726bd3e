"""What the forms for citizens' messages say, in each language of the site."""

from django.conf import settings

from .english import ENGLISH
from .german import GERMAN
from .simple import SIMPLE
from .texts import FormTexts, Texts

__all__ = ["FormTexts", "Texts", "texts_in"]

TEXTS = {"de": GERMAN, "en": ENGLISH, "de-simple": SIMPLE}


def texts_in(language: str) -> Texts:
    """The texts of a language; of the site's own where there are none."""
    return TEXTS.get(language) or TEXTS[settings.LANGUAGE_CODE]
