"""First texts of an empty city. Editors replace them; `home.domain.installation` puts them in place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from home.enums import PageRole
from home.models import (
    ContactPage,
    EventIndexPage,
    FacilityIndexPage,
    NewsIndexPage,
    OfficialNoticeIndexPage,
)

Fields = dict[str, Any]
Blocks = list[dict[str, Any]]

WELCOMES: dict[str, Fields] = {
    "de": {"search_question": "Was möchten Sie erledigen?"},
    "en": {
        "search_question": "What would you like to do?",
        "claim": "Welcome to our city",
        "body": [
            (
                "text",
                "<p>This part of our website is growing. Most services are described in German. "
                "If you need help, call us or come to the town hall. We will find a way to talk.</p>",
            )
        ],
    },
    "de-simple": {
        "search_question": "Was möchten Sie machen?",
        "claim": "Willkommen auf unserer Internet-Seite in Leichter Sprache",
        "body": [
            (
                "text",
                "<h2>Was ist Leichte Sprache?</h2>"
                "<p>Leichte Sprache hilft vielen Menschen.</p><p>Die Sätze sind kurz.</p>"
                "<p>Schwere Wörter werden erklärt.</p>"
                "<h2>Was finden Sie hier?</h2>"
                "<p>Hier stehen Infos über unsere Stadt.</p>"
                "<p>Noch sind nicht alle Seiten in Leichter Sprache.</p>"
                "<p>Wir schreiben immer mehr Seiten.</p>"
                "<h2>Brauchen Sie Hilfe?</h2>"
                "<p>Rufen Sie uns an.</p><p>Oder kommen Sie ins Rathaus.</p><p>Wir helfen Ihnen gern.</p>",
            )
        ],
    },
}

SECTIONS: tuple[tuple[type[Page], Fields], ...] = (
    (
        NewsIndexPage,
        {"title": "Aktuelles", "slug": "aktuelles", "teaser": "Nachrichten aus dem Rathaus und der Stadt."},
    ),
    (
        EventIndexPage,
        {
            "title": "Veranstaltungen",
            "slug": "veranstaltungen",
            "teaser": "Was in der Stadt los ist, nach Tag und Art.",
        },
    ),
    (
        FacilityIndexPage,
        {
            "title": "Einrichtungen",
            "slug": "einrichtungen",
            "teaser": "Bücherei, Bäder, Schulen, Spielplätze und öffentliche Toiletten.",
        },
    ),
    (
        OfficialNoticeIndexPage,
        {
            "title": "Amtliche Bekanntmachungen",
            "slug": "bekanntmachungen",
            "teaser": "Satzungen, Bebauungspläne, Wahlen und Tagesordnungen, verbindlich und datiert.",
        },
    ),
    (ContactPage, {"title": "Kontakt", "slug": "kontakt", "teaser": "So erreichen Sie uns."}),
)


@dataclass(frozen=True)
class LegalText:
    """A page that the law asks for, with the headings it needs."""

    role: PageRole
    title: str
    slug: str
    introduction: str
    headings: tuple[tuple[str, str], ...]

    def body(self) -> list[tuple[str, str]]:
        parts = (f"<h2>{heading}</h2><p>{task}</p>" for heading, task in self.headings)
        return [("text", "".join(parts))]


LEGAL_PAGES = (
    LegalText(
        PageRole.IMPRINT,
        "Impressum",
        "impressum",
        "Wer diese Website verantwortet. Die Angaben sind noch zu ergänzen.",
        # § 5 DDG, § 18 Absatz 2 MStV
        (
            (
                "Anbieter",
                "Name der Stadt, Anschrift, Vertretung durch die Bürgermeisterin oder den Bürgermeister.",
            ),
            ("Kontakt", "Telefon und E-Mail, über die man uns rasch erreicht."),
            ("Aufsichtsbehörde", "Name und Anschrift der Kommunalaufsicht."),
            ("Umsatzsteuer", "Umsatzsteuer-Identifikationsnummer nach § 27a UStG, soweit vorhanden."),
            ("Verantwortlich für den Inhalt", "Name und Anschrift nach § 18 Absatz 2 MStV."),
        ),
    ),
    LegalText(
        PageRole.PRIVACY,
        "Datenschutz",
        "datenschutz",
        "Was mit Ihren Daten geschieht, wenn Sie diese Website benutzen. Die Angaben sind noch zu ergänzen.",
        # Artikel 13 DSGVO
        (
            ("Verantwortlich", "Name und Anschrift der Stadt."),
            ("Datenschutzbeauftragte", "Kontakt zur behördlichen Datenschutzbeauftragten."),
            (
                "Besuch der Website",
                "Beim Lesen setzen wir keine Cookies und binden nichts von Dritten ein. "
                "Unsere Protokolle enthalten keine Suchwörter.",
            ),
            ("Formulare", "Welche Angaben wir wofür, auf welcher Rechtsgrundlage und wie lange speichern."),
            ("Ihre Rechte", "Auskunft, Berichtigung, Löschung, Einschränkung, Widerspruch, Beschwerde."),
        ),
    ),
    LegalText(
        PageRole.ACCESSIBILITY,
        "Barrierefreiheit",
        "barrierefreiheit",
        "Wie zugänglich diese Website ist. Die Angaben sind noch zu ergänzen.",
        # § 14 HBGG, § 7 BITV 2.0, Durchführungsbeschluss (EU) 2018/1523
        (
            ("Stand der Vereinbarkeit", "Vollständig, teilweise oder nicht mit der BITV 2.0 vereinbar."),
            ("Nicht barrierefreie Inhalte", "Was noch fehlt, warum, und welchen anderen Weg es gibt."),
            ("Erstellung dieser Erklärung", "Datum, Art der Prüfung, Datum der letzten Überprüfung."),
            (
                "Barriere melden",
                'Geht hier etwas nicht? <a href="/barrierefreiheit/melden/">Melden Sie die Barriere</a>',
            ),
            ("Durchsetzungsverfahren", "Anschrift der Landesbehörde, die Sie anrufen können."),
        ),
    ),
)


def _link(label: str, address: str) -> Fields:
    return {"label": label, "page": None, "address": address}


def _items(*links: Fields) -> Blocks:
    return [{"type": "item", "value": {"link": link, "children": []}} for link in links]


def _columns(*columns: tuple[str, list[Fields]]) -> Blocks:
    return [{"type": "column", "value": {"heading": heading, "links": links}} for heading, links in columns]


def _german() -> Fields:
    return {
        "navigation": _items(
            _link("Dienstleistungen", "/dienstleistungen/"),
            _link("Ämter", "/aemter/"),
            _link("Aktuelles", "/aktuelles/"),
            _link("Veranstaltungen", "/veranstaltungen/"),
            _link("Einrichtungen", "/einrichtungen/"),
        ),
        "footer": _columns(
            (
                "Erledigen",
                [_link("Dienstleistungen A–Z", "/dienstleistungen/"), _link("Formulare", "/formulare/")],
            ),
            (
                "Stadt",
                [
                    _link("Ämter", "/aemter/"),
                    _link("Einrichtungen", "/einrichtungen/"),
                    _link("Amtliche Bekanntmachungen", "/bekanntmachungen/"),
                ],
            ),
            (
                "Auf dem Laufenden",
                [_link("Aktuelles", "/aktuelles/"), _link("Veranstaltungen", "/veranstaltungen/")],
            ),
            (
                "Kontakt",
                [_link("Schreiben Sie uns", "/kontakt/"), _link("Leichte Sprache", "/leichte-sprache/")],
            ),
        ),
        "legal": _legal("Impressum", "Datenschutz", "Barrierefreiheit"),
    }


def _english() -> Fields:
    return {
        "navigation": _items(_link("Home", "/en/"), _link("Search", "/en/suche/")),
        "footer": _columns(("Contact", [_link("Write to us", "/en/kontakt/")])),
        "legal": _legal("Legal notice", "Privacy", "Accessibility"),
    }


def _simple() -> Fields:
    return {
        "navigation": _items(
            _link("Start-Seite", "/leichte-sprache/"), _link("Suche", "/leichte-sprache/suche/")
        ),
        "footer": _columns(("Hilfe", [_link("Uns schreiben", "/leichte-sprache/kontakt/")])),
        "legal": _legal("Impressum", "Datenschutz", "Barriere-Freiheit"),
    }


def _legal(imprint: str, privacy: str, accessibility: str) -> Blocks:
    links = [
        _link(imprint, "/impressum/"),
        _link(privacy, "/datenschutz/"),
        _link(accessibility, "/barrierefreiheit/"),
    ]
    return [{"type": "links", "value": links}]


FRAMES: dict[str, Callable[[], Fields]] = {"de": _german, "en": _english, "de-simple": _simple}
