"""English."""

from ..enums import AreaKind
from .texts import Texts

ENGLISH = Texts(
    lang="en",
    home="Home",
    title="My address",
    lead="When are the bins collected, which office and which school are yours? All about one address.",
    field="Street and house number",
    hint="For example “Ostanlage 5”. Short forms such as “Str.” are fine.",
    find="Show answers",
    several="Which address do you mean?",
    none="We do not know this address. Please check street and house number.",
    no_number="We do not know number {number} there: {street}. The nearest houses are below.",
    none_help="Please enter street and house number.",
    gone="We do not know this address (any more).",
    at="Around your address",
    other_address="Another address",
    keep="You can bookmark this page. We do not remember your address.",
    nothing="We know nothing about this address yet.",
    day_care="Day care near you",
    nearby="Near you",
    away="about {metres} m as the crow flies",
    district="district {district}",
    notices="Notices for the district {district}",
    your_house="Your address",
    map="Map of your address",
    suggestions="Addresses",
    suggestion_none="No matching address",
    suggestion_one="1 address",
    suggestion_many="# addresses",
    areas={
        AreaKind.OFFICE: "Your responsible office",
        AreaKind.SCHOOL: "Your primary school",
        AreaKind.POLLING: "Your polling place",
    },
)
