"""Text as it is kept: composed, with plain line ends, without characters that no file format takes."""

import unicodedata
from typing import Any

from django import forms

KEPT_CONTROLS = "\n\t"
# Controls, lone surrogates, and what is no character at all.
UNWANTED = ("Cc", "Cs", "Cn")


def plain(text: str) -> str:
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(
        each for each in composed if each in KEPT_CONTROLS or unicodedata.category(each) not in UNWANTED
    )


class PlainTextField(forms.CharField):
    """A CharField whose value is `plain`; of one line unless it is drawn as several."""

    def to_python(self, value: Any) -> Any:
        text = plain(str(value)) if value is not None else value
        if text and not isinstance(self.widget, forms.Textarea):
            text = " ".join(text.split())
        return super().to_python(text)
