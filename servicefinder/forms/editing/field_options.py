"""Which options each kind has in the editor; every option of a kind is here."""

from collections.abc import Mapping
from typing import Any

from django import forms
from wagtail import blocks

from ..domain.expressions import ExpressionProblem
from ..kinds.shapes import SHAPES
from .formulas import read_formula, write_formula
from .option_blocks import Option, exact, line, one_of, some_of, tick, whole

OWN = tick(
    "own",
    "Angaben der Person, die ausfüllt",
    ticked=True,
    help_text="Dann bietet der Browser gespeicherte Angaben an. Bei einem Kind oder Verstorbenen: aus.",
)
AUTOCOMPLETE = [
    ("organization", "Name der Firma oder Organisation"),
    ("organization-title", "Stellung im Beruf"),
    ("street-address", "Straße und Hausnummer"),
    ("postal-code", "Postleitzahl"),
    ("address-level2", "Ort"),
    ("name", "Name"),
    ("url", "Adresse im Internet"),
]
FILE_TYPES = [("pdf", "PDF"), ("jpeg", "JPEG-Bild"), ("png", "PNG-Bild")]
FORMULA_HELP = (
    "Mit Namen von Feldern: (anzahl - 1) * 6. Auch anzahl(gruppe), alter(geburtstag), runden(wert; 2)."
    " Erlaubt sind + - * / und Klammern."
)
SHAPE_HELP = "Leer: beliebiger Text. Bei Ziffern zählen Leerzeichen und Punkte nicht mit."
DAY_HELP = "Ein Tag wie 2026-12-31, oder today, today+14, today-30."


class ChoiceRowBlock(blocks.StructBlock):
    label = blocks.CharBlock(label="Antwort", max_length=200)
    value = blocks.CharBlock(
        label="Wert",
        required=False,
        max_length=60,
        help_text="Kurz, für Bedingungen. Leer: wird aus der Antwort gemacht und bleibt dann so.",
    )

    class Meta:
        label = "Antwort"
        form_layout = ["label", "value"]


CHOICES = Option(
    "choices",
    blocks.ListBlock(ChoiceRowBlock(), label="Antworten", min_num=0),
    lambda edited: [{"value": each["value"] or "", "label": each["label"]} for each in edited] or None,
    list,
)


class FormulaBlock(blocks.CharBlock):
    """Text that `read_formula` understands; says at once what is wrong with it."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        try:
            read_formula(text or "")
        except ExpressionProblem as error:
            raise forms.ValidationError(str(error)) from error
        return text


def formula(name: str, label: str, help_text: str = "") -> Option:
    block = FormulaBlock(label=label, required=False, help_text=f"{help_text} {FORMULA_HELP}".strip())
    return Option(name, block, lambda edited: read_formula(edited or ""), write_formula)


LENGTHS = (
    whole("max_length", "Höchstens so viele Zeichen"),
    whole("min_length", "Mindestens so viele Zeichen"),
)
SIMPLE: Mapping[str, tuple[Option, ...]] = {
    "text": (
        *LENGTHS,
        one_of("shape", "Aufbau", [(name, shape.label) for name, shape in SHAPES.items()], SHAPE_HELP),
        one_of("autocomplete", "Der Browser bietet an", AUTOCOMPLETE),
    ),
    "longtext": LENGTHS,
    "number": (
        exact("min", "Mindestens"),
        exact("max", "Höchstens"),
        whole("places", "Stellen nach dem Komma"),
        line("unit", "Einheit", "Zum Beispiel m² oder Stück.", 20),
    ),
    "money": (exact("min", "Mindestens (Euro)"), exact("max", "Höchstens (Euro)")),
    "date": (
        line("earliest", "Frühestens", DAY_HELP, 12),
        line("latest", "Spätestens", DAY_HELP, 12),
        tick("birthday", "Geburtstag der Person, die ausfüllt"),
    ),
    "time": (line("earliest", "Frühestens", "Zum Beispiel 08:00.", 5), line("latest", "Spätestens", "", 5)),
    "email": (),
    "phone": (),
    "person": (
        tick("birth_name", "auch nach dem Geburtsnamen fragen"),
        tick("birth_date", "auch nach dem Geburtsdatum fragen"),
        OWN,
    ),
    "address": (tick("foreign", "auch Anschriften im Ausland", ticked=True), OWN),
    "iban": (),
    "choice": (
        CHOICES,
        one_of(
            "display",
            "Darstellung",
            [("radio", "Knöpfe"), ("select", "Aufklappliste")],
            "Leer: bis sieben Antworten Knöpfe.",
        ),
    ),
    "choices": (CHOICES, whole("least", "Mindestens so viele"), whole("most", "Höchstens so viele")),
    "yesno": (),
    "consent": (),
}
ALONE: Mapping[str, tuple[Option, ...]] = {
    "file": (
        some_of("types", "Erlaubte Dateiarten", FILE_TYPES, "Leer: alle drei."),
        whole("max_files", "Höchstens so viele Dateien"),
        whole("max_megabytes", "Höchstens so viele MB je Datei"),
    ),
    "info": (),
    "calculated": (
        formula("expression", "Rechnung"),
        whole("places", "Stellen nach dem Komma"),
        line("unit", "Einheit", "€ für einen Geldbetrag.", 20),
    ),
}
GROUP = (
    line("entry", "Ein Eintrag heißt", "Zum Beispiel „Kind“ oder „Hund“.", 60),
    whole("least", "Mindestens so viele"),
    whole("most", "Höchstens so viele"),
)
OPTIONS: Mapping[str, tuple[Option, ...]] = {**SIMPLE, **ALONE, "group": GROUP}
