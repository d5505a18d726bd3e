"""A postal address, in Germany or abroad."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from django import forms

from ..domain.definitions import FieldDef
from ..registries import FieldKind, Value
from .parts import Part, PartError, PartsField
from .plain_text import PlainTextField
from .wording import arguments, messages, said

COUNTRIES = Path(__file__).with_name("countries.json")
HOME = "DE"
LONGEST_LINE = 120
SORTED_LIKE = str.maketrans("äöüÄÖÜßÅÉ", "aouAOUsAE")


@cache
def country_names(language: str) -> dict[str, str]:
    """By ISO 3166 code, Germany first."""
    index = 1 if language.split("-")[0] == "en" else 0
    names = {code: both[index] for code, both in json.loads(COUNTRIES.read_text(encoding="utf-8")).items()}
    others = sorted(names, key=lambda code: names[code].translate(SORTED_LIKE))
    return {HOME: names[HOME], **{code: names[code] for code in others if code != HOME}}


class AddressField(PartsField):
    def compressed(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        address: dict[str, Any] = super().compressed(cleaned)
        if address.get("country", HOME) != HOME:
            return address
        postcode = re.sub(r"^D\s*-\s*|\s", "", address.get("postcode", ""), flags=re.IGNORECASE)
        if not re.fullmatch("[0-9]{5}", postcode):
            raise PartError(str(self.error_messages["postcode"]), "postcode")
        return {**address, "postcode": postcode}


class Address(FieldKind):
    """Kept as `{street, extra, postcode, city, country}`. For expressions it is the postcode.

    `foreign` False leaves the country out; `own` False keeps the browser from filling in who types.
    """

    name = "address"
    label = "Anschrift"
    options = {"foreign": True, "own": True}
    template = "onlineforms/fields/parts.html"

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        errors = messages(
            field,
            language,
            postcode=said(
                language,
                "Eine deutsche Postleitzahl hat fünf Ziffern, zum Beispiel 35390.",
                "A German postcode has five digits, for example 35390.",
            ),
        )
        return AddressField(self._boxes(field, language), **arguments(field, language, errors))

    def _boxes(self, field: FieldDef, language: str) -> tuple[Part, ...]:
        own = bool(self.option(field, "own"))
        missing = said(language, "Bitte angeben: {}.", "Please fill in: {}.")

        def box(name: str, label: str, token: str, width: str = "", **options: Any) -> Part:
            entry = PlainTextField(
                max_length=LONGEST_LINE,
                widget=forms.TextInput({"autocomplete": token if own else "off"}),
                error_messages={
                    "required": field.message or missing.format(label),
                    "max_length": said(
                        language,
                        f"{label}: bitte höchstens {LONGEST_LINE} Zeichen.",
                        f"{label}: at most {LONGEST_LINE} characters, please.",
                    ),
                },
                **options,
            )
            return Part(name, label, entry, width)

        boxes = (
            box("street", said(language, "Straße und Hausnummer", "Street and number"), "address-line1"),
            box(
                "extra",
                said(language, "Zusatz, zum Beispiel „bei Weber“", "Additional line, such as c/o"),
                "address-line2",
                required=False,
            ),
            # Some countries have no postcodes: the rule for Germany is checked with the country.
            box(
                "postcode", said(language, "Postleitzahl", "Postcode"), "postal-code", "short", required=False
            ),
            box("city", said(language, "Ort", "Town or city"), "address-level2"),
        )
        return (*boxes, self._country(language, own)) if self.option(field, "foreign") else boxes

    def _country(self, language: str, own: bool) -> Part:
        names = country_names(language)
        entry = forms.ChoiceField(
            choices=list(names.items()),
            widget=forms.Select({"autocomplete": "country" if own else "off"}),
            error_messages={
                "required": said(language, "Bitte das Land wählen.", "Please choose the country."),
                "invalid_choice": said(language, "Bitte das Land wählen.", "Please choose the country."),
            },
        )
        return Part("country", said(language, "Land", "Country"), entry, counts=False)

    def value(self, stored: Any) -> Value:
        return stored.get("postcode") if stored else None

    def shown(self, field: FieldDef, stored: Any, language: str) -> str:
        if not stored:
            return ""
        place = f"{stored.get('postcode', '')} {stored['city']}".strip()
        lines = [stored["street"], stored.get("extra", ""), place]
        country = stored.get("country", HOME)
        if country != HOME:
            lines.append(country_names(language).get(country, country))
        return "\n".join(line for line in lines if line)
