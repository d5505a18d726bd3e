"""Waste A to Z in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..enums import Disposal


@dataclass(frozen=True)
class ItemTexts:
    """`places`: where things go that no bin at home takes."""

    lang: str
    title: str
    lead: str
    field: str
    button: str
    near: str
    nothing: str
    advice: str
    search_site: str
    everything: str
    letters: str
    yards: str
    yards_lead: str
    all_items: str
    places: Mapping[str, str]


GERMAN = ItemTexts(
    lang="de",
    title="Wohin mit …?",
    lead="Gelber Sack oder Restmüll? Hier steht, was wohin gehört.",
    field="Was möchten Sie loswerden?",
    button="Nachsehen",
    near="Genau so steht es nicht in der Liste. Meinen Sie das?",
    nothing="Dazu haben wir nichts gefunden.",
    advice="Die Abfallberatung hilft weiter",
    search_site="Auf der ganzen Website danach suchen",
    everything="Alle von A bis Z",
    letters="Anfangsbuchstaben",
    yards="Wertstoffhöfe",
    yards_lead="Hier geben Sie ab, was in keine Tonne gehört.",
    all_items="Abfall von A bis Z: was in welche Tonne gehört",
    places=dict(Disposal.choices),
)
ENGLISH = ItemTexts(
    lang="en",
    title="What goes where?",
    lead="Which bin is it? Here you see where everything goes.",
    field="What do you want to get rid of?",
    button="Look it up",
    near="That is not on the list in these words. Is this what you mean?",
    nothing="We have found nothing about that.",
    advice="The city’s waste advice will help you",
    search_site="Search the whole website for it",
    everything="Everything from A to Z",
    letters="First letters",
    yards="Recycling yards",
    yards_lead="This is where you bring what no bin takes.",
    all_items="Waste from A to Z: what goes into which bin",
    places={
        Disposal.YARD: "Recycling yard",
        Disposal.HAZARDOUS: "Hazardous waste collection or recycling yard",
        Disposal.GLASS: "Bottle bank",
        Disposal.TEXTILES: "Clothes bank",
        Disposal.BULKY: "Bulky waste",
        Disposal.SHOP: "Back to the shop",
        Disposal.PHARMACY: "Pharmacy or residual waste",
        Disposal.DEALER: "Specialist dealer",
    },
)


def item_texts_in(language: str) -> ItemTexts:
    return ENGLISH if language == "en" else GERMAN
