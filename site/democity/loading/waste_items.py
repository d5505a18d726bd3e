"""Fractions, and about 250 things with the place where they go."""

from django.utils.text import slugify

from democity.content_files import FOLDER
from servicefinder.waste.enums import Disposal
from servicefinder.waste.models import Fraction, WasteItem

from .load import Load

# Letter → key, name, English name, colour.
FRACTIONS = {
    "r": ("restmuell", "Restmüll", "Residual waste", "#3c3c3c"),
    "b": ("biotonne", "Biotonne", "Organic waste", "#7a4b1f"),
    "p": ("altpapier", "Altpapier", "Paper", "#1d5f8a"),
    "g": ("gelbe-tonne", "Gelbe Tonne", "Packaging", "#f2c500"),
    "a": ("astwerk", "Astwerk", "Branches", "#3f7d3a"),
    "w": ("weihnachtsbaum", "Weihnachtsbaum", "Christmas trees", "#1f5c2e"),
}
PLACES = {
    "Y": Disposal.YARD,
    "H": Disposal.HAZARDOUS,
    "G": Disposal.GLASS,
    "T": Disposal.TEXTILES,
    "B": Disposal.BULKY,
    "S": Disposal.SHOP,
    "A": Disposal.PHARMACY,
    "D": Disposal.DEALER,
}
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def load_waste_items(load: Load) -> None:
    fractions = {
        letter: _fraction(load, order, *row) for order, (letter, row) in enumerate(FRACTIONS.items())
    }
    lines = (FOLDER / "waste_items.tsv").read_text(encoding="utf-8").splitlines()
    items = WasteItem.objects.bulk_create([_item(line, fractions) for line in lines])
    load.mark_all(list(items))


def _fraction(load: Load, order: int, key: str, name: str, name_en: str, colour: str) -> Fraction:
    values = {"name": name, "name_en": name_en, "colour": colour, "symbol": key, "order": order}
    fraction, created = Fraction.objects.get_or_create(key=key, defaults=values)
    return load.mark(fraction) if created else fraction


def _item(line: str, fractions: dict[str, Fraction]) -> WasteItem:
    names, where, hint, name_en = line.split("\t")
    name, _, others = names.partition("|")
    return WasteItem(
        slug=slugify(name.translate(UMLAUTS)),
        name=name,
        name_en=name_en,
        other_names=others.replace(";", "\n"),
        fraction=fractions.get(where),
        place=PLACES.get(where, ""),
        hint=hint,
    )
