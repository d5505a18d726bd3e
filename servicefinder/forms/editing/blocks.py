"""A form's steps and fees as the editor sees them."""

from typing import Any

from wagtail import blocks

from servicefinder.catalogue.editing.euros import EuroField

from .field_blocks import ConditionBlock, NameBlock, SettingsApartBlock, fields_block
from .field_options import FORMULA_HELP, FormulaBlock


class StopBlock(blocks.StructBlock):
    """Whom the form is not for, told early."""

    condition = ConditionBlock(label="Es geht nicht weiter, wenn …")
    text = blocks.TextBlock(label="Was die Person dann liest", rows=3)
    link_label = blocks.CharBlock(label="Aufschrift des Links", required=False, max_length=150)
    link_url = blocks.CharBlock(label="Adresse des Links", required=False, max_length=500)

    class Meta:
        label = "Hinweis, dass es hier nicht weitergeht"
        icon = "cross"
        label_format = "{text}"


class EurosBlock(blocks.FieldBlock):
    """An amount typed in euros; its value is cents."""

    def __init__(self, **kwargs: Any) -> None:
        self.field = EuroField()
        super().__init__(**kwargs)


def steps_block() -> list[tuple[str, blocks.Block]]:
    children = [
        (
            "title",
            blocks.CharBlock(
                label="Titel", max_length=200, help_text="Am besten eine Frage: „Wer zieht um?“"
            ),
        ),
        ("text", blocks.TextBlock(label="Text darunter", required=False, rows=2)),
        ("fields", fields_block()),
        ("stops", blocks.ListBlock(StopBlock(), label="Hier geht es nicht weiter", default=[], min_num=0)),
        ("condition", ConditionBlock(label="Schritt nur zeigen, wenn …")),
        ("name", NameBlock()),
    ]
    step = SettingsApartBlock(
        children,
        label="Schritt",
        icon="form",
        label_format="{title}",
    )
    return [("step", step)]


def prices_block() -> list[tuple[str, blocks.Block]]:
    children = [
        ("label", blocks.CharBlock(label="Wofür", max_length=200)),
        ("cents", EurosBlock(label="Betrag in Euro", help_text="Zum Beispiel 12 oder 12,50.")),
        (
            "times",
            FormulaBlock(
                label="Wie oft",
                required=False,
                help_text=f"Leer: einmal. Sonst eine Rechnung. {FORMULA_HELP}",
            ),
        ),
        ("condition", ConditionBlock(label="Nur berechnen, wenn …")),
    ]
    return [("price", blocks.StructBlock(children, label="Gebühr", icon="tag", label_format="{label}"))]
