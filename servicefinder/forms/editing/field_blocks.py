"""One block per kind of field, grouped as editors look for them."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from ..domain.expressions import ExpressionProblem
from .comparisons import COMPARISONS
from .conditions import MATCHES, read_condition
from .field_options import ALONE, GROUP, SIMPLE
from .names import NAME
from .option_blocks import Option

TEXTS, CHOSEN, WHO, MORE = "Text und Zahl", "Auswahl", "Person", "Mehr"
# By kind: what the editor reads, an icon of Wagtail's, and under which heading.
LOOKS = {
    "text": ("Text, eine Zeile", "title", TEXTS),
    "longtext": ("Text, mehrere Zeilen", "pilcrow", TEXTS),
    "number": ("Zahl", "order", TEXTS),
    "money": ("Geldbetrag", "tag", TEXTS),
    "date": ("Datum", "date", TEXTS),
    "time": ("Uhrzeit", "time", TEXTS),
    "choice": ("Auswahl, eine Antwort", "radio-full", CHOSEN),
    "choices": ("Auswahl, mehrere Antworten", "list-ul", CHOSEN),
    "yesno": ("Ja oder nein", "check", CHOSEN),
    "consent": ("Zustimmung", "success", CHOSEN),
    "person": ("Person", "user", WHO),
    "address": ("Anschrift", "home", WHO),
    "email": ("E-Mail-Adresse", "mail", WHO),
    "phone": ("Telefonnummer", "mobile-alt", WHO),
    "iban": ("IBAN", "key", WHO),
    "file": ("Datei hochladen", "upload", MORE),
    "group": ("Gruppe, mehrmals", "copy", MORE),
    "info": ("Hinweis", "info-circle", MORE),
    "calculated": ("Berechneter Wert", "cogs", MORE),
}


class SettingsApartBlock(blocks.StructBlock):
    """What is seldom needed lies behind the block's settings button."""

    seldom = ("example", "message", "stops", "condition", "name")

    def get_form_layout(self) -> BlockGroup:
        names = list(self.child_blocks)
        return BlockGroup(
            children=[name for name in names if name not in self.seldom],
            settings=[name for name in self.seldom if name in names],
        )


class NameBlock(blocks.RegexBlock):
    """A name for conditions; `named` fills in what was left empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            regex=f"^{NAME.pattern}$",
            required=False,
            max_length=60,
            label="Name",
            help_text="Für Bedingungen. Leer: wird aus der Beschriftung gemacht und bleibt so.",
            error_messages={"invalid": "Bitte nur kleine Buchstaben ohne Umlaute, Ziffern und _."},
            **kwargs,
        )


class ConditionRowBlock(blocks.StructBlock):
    field = blocks.CharBlock(
        label="Feld", max_length=200, help_text="Name oder Beschriftung eines früheren Felds."
    )
    comparison = blocks.ChoiceBlock(choices=COMPARISONS, default="eq", label="Vergleich")
    value = blocks.CharBlock(
        label="Wert",
        required=False,
        max_length=300,
        help_text="Antwort, Zahl, Datum, „ja“, „nein“ oder „heute“.",
    )

    class Meta:
        label = "Vergleich"


class ConditionBlock(blocks.StructBlock):
    match = blocks.ChoiceBlock(choices=MATCHES, default="all", label="Von diesen Vergleichen müssen")
    rows = blocks.ListBlock(ConditionRowBlock(), label="Vergleiche", default=[], min_num=0)
    expression = blocks.TextBlock(
        label="Ausdruck (JSON)",
        required=False,
        rows=2,
        help_text="Nur für verschachtelte Bedingungen. Steht hier etwas, gilt es statt der Vergleiche.",
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        try:
            read_condition({"expression": cleaned["expression"]}, {})
        except ExpressionProblem as error:
            raise blocks.StructBlockValidationError({"expression": ValidationError(str(error))}) from error
        return cleaned

    class Meta:
        label = "Bedingung"
        icon = "cog"
        collapsed = True


def field_block(
    kind: str, options: tuple[Option, ...], in_group: bool = False, **more: blocks.Block
) -> blocks.StructBlock:
    """Label, help and whatever the kind has."""
    label, icon, group = LOOKS[kind]
    texts = _texts(kind)
    rest = [("name", NameBlock())]
    if not in_group:
        rest.append(("condition", ConditionBlock(label="Nur fragen, wenn …")))
    children = [*texts, *((each.name, each.block) for each in options), *more.items(), *rest]
    return SettingsApartBlock(
        children,
        label=label,
        icon=icon,
        group=group,
        label_format="{label}",
        collapsed=True,
    )


def _texts(kind: str) -> list[tuple[str, blocks.Block]]:
    if kind == "info":
        return [
            ("label", blocks.CharBlock(label="Überschrift", max_length=200)),
            ("help", blocks.TextBlock(label="Text", rows=3)),
        ]
    if kind == "calculated":
        return [
            ("label", blocks.CharBlock(label="Beschriftung", max_length=200)),
            ("help", blocks.TextBlock(label="Erklärung", required=False, rows=2)),
        ]
    label = "Der ganze Satz, dem zugestimmt wird" if kind == "consent" else "Frage oder Beschriftung"
    return [
        ("label", blocks.CharBlock(label=label, max_length=500)),
        (
            "help",
            blocks.TextBlock(
                label="Hilfe", required=False, rows=2, help_text="Steht unter der Beschriftung."
            ),
        ),
        ("example", blocks.CharBlock(label="Beispiel", required=False, max_length=200)),
        ("required", blocks.BooleanBlock(label="muss beantwortet werden", required=False, default=True)),
        (
            "message",
            blocks.CharBlock(
                label="Meldung bei Fehlern",
                required=False,
                max_length=300,
                help_text="Leer: passende Meldungen von uns. Sonst steht bei jedem Fehler diese.",
            ),
        ),
    ]


class QuestionsBlock(blocks.StreamBlock):
    """What is asked in each entry of a group."""

    class Meta:
        label = "Fragen eines Eintrags"


def questions_block() -> blocks.StreamBlock:
    return QuestionsBlock(
        [(kind, field_block(kind, options, in_group=True)) for kind, options in SIMPLE.items()],
        required=False,
    )


def fields_block() -> blocks.StreamBlock:
    simple = [(kind, field_block(kind, options)) for kind, options in {**SIMPLE, **ALONE}.items()]
    group = field_block("group", GROUP, fields=questions_block())
    order = list(LOOKS)
    children = sorted([*simple, ("group", group)], key=lambda each: order.index(each[0]))
    return blocks.StreamBlock(children, label="Felder", required=False)
