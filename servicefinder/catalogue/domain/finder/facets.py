"""What the finder narrows by, and how that is written in an address."""

from dataclasses import dataclass

YES = "ja"
CITIZENS = "buerger"
BUSINESSES = "unternehmen"


@dataclass(frozen=True, eq=False)
class Facet:
    """`parameter` is its name in the address; with `several` a service needs one of the chosen values."""

    parameter: str
    heading: str
    several: bool = False


LETTER = Facet("buchstabe", "Anfangsbuchstabe")
LIFE_SITUATION = Facet("lebenslage", "Lebenslage", several=True)
DEPARTMENT = Facet("amt", "Amt", several=True)
AUDIENCE = Facet("zielgruppe", "Für wen?", several=True)
ONLINE = Facet("online", "Online möglich")
FREE = Facet("kostenlos", "Kostenlos")

# The order in which parameters stand in a canonical address.
FACETS = (LETTER, LIFE_SITUATION, DEPARTMENT, AUDIENCE, ONLINE, FREE)
