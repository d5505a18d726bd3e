"""German."""

from ..enums import AreaKind
from .texts import Texts

GERMAN = Texts(
    lang="de",
    home="Startseite",
    title="Meine Adresse",
    lead="Wann kommt die Müllabfuhr, welches Amt und welche Schule sind zuständig? Alles zu einer Adresse.",
    field="Straße und Hausnummer",
    hint="Zum Beispiel „Ostanlage 5“. Abkürzungen wie „Str.“ sind erlaubt.",
    find="Antworten zeigen",
    several="Welche Adresse meinen Sie?",
    none="Diese Adresse kennen wir nicht. Bitte prüfen Sie Straße und Hausnummer.",
    no_number="Die Hausnummer {number} kennen wir dort nicht: {street}. Unten stehen die nächsten Häuser.",
    none_help="Bitte geben Sie Straße und Hausnummer ein.",
    gone="Diese Adresse kennen wir nicht (mehr).",
    at="Rund um Ihre Adresse",
    other_address="Andere Adresse",
    keep="Sie können diese Seite als Lesezeichen speichern. Wir merken uns Ihre Adresse nicht.",
    nothing="Zu dieser Adresse wissen wir noch nichts.",
    day_care="Kitas in Ihrer Nähe",
    nearby="In Ihrer Nähe",
    away="etwa {metres} m Luftlinie",
    district="Stadtteil {district}",
    notices="Hinweise für den Stadtteil {district}",
    your_house="Ihre Adresse",
    map="Karte zu Ihrer Adresse",
    suggestions="Adressen",
    suggestion_none="Keine passende Adresse",
    suggestion_one="1 Adresse",
    suggestion_many="# Adressen",
    areas={
        AreaKind.OFFICE: "Ihr zuständiges Amt",
        AreaKind.SCHOOL: "Ihre Grundschule",
        AreaKind.POLLING: "Ihr Wahllokal",
    },
)
