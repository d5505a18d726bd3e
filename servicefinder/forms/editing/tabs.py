"""The form of an online form in tabs that follow the work: what, which steps, what it costs, what is told."""

from typing import Any

from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

from .page_form import FormPageForm

MAIL_WORDS = "{reference}, {link} und {due} werden durch Aktenzeichen, Link und Termin ersetzt."


def form_tabs() -> TabbedInterface:
    tabs = [
        ObjectList(_content(), heading="Inhalt"),
        ObjectList(_steps(), heading="Schritte"),
        ObjectList(_prices(), heading="Gebühren"),
        ObjectList(_privacy(), heading="Datenschutz"),
        ObjectList(_afterwards(), heading="Nach dem Absenden"),
        ObjectList(_delivery(), heading="Übergabe"),
        ObjectList(_care(), heading="Pflege"),
    ]
    return TabbedInterface(tabs, base_form_class=FormPageForm)


def _content() -> list[Any]:
    return [
        TitleFieldPanel(
            "title", placeholder="Hund anmelden", help_text="Mit dem Verb am Ende, wie die Dienstleistung."
        ),
        FieldPanel("teaser"),
        FieldPanel("introduction", help_text="Zwei, drei Sätze: Was geschieht hier, für wen ist es?"),
        FieldPanel("needed", help_text="Was man vor dem Ausfüllen bereitlegt. Eine Zeile je Unterlage."),
        FieldPanel("minutes", help_text="Wie lange das Ausfüllen dauert. Ehrlich geschätzt."),
        FieldPanel("english_texts"),
    ]


def _steps() -> list[Any]:
    return [
        HelpPanel(
            "<p>Ein Schritt ist eine Seite: am besten eine Frage mit wenigen Feldern. Bedingungen dürfen nur"
            " Felder nennen, die vorher kommen. Name, Beispiel, eigene Fehlermeldung und Bedingung stehen bei"
            " jedem Feld hinter dem Zahnrad.</p>"
        ),
        FieldPanel("steps"),
    ]


def _prices() -> list[Any]:
    return [
        FieldPanel(
            "prices",
            help_text="Zeilen der Rechnung. Beim Absenden wird der Preis festgehalten.",
        ),
        FieldPanel("payment"),
    ]


def _privacy() -> list[Any]:
    notice = [
        FieldPanel("purpose", help_text="Wofür brauchen wir die Angaben?"),
        FieldPanel(
            "legal_basis", help_text="Zum Beispiel: Art. 6 Abs. 1 Buchst. e DSGVO, § 3 HDSIG, Satzung."
        ),
        FieldPanel("recipients", help_text="Wer bekommt die Angaben zu sehen, auch außerhalb des Amts?"),
        FieldPanel("retention", help_text="Wie lange werden sie aufbewahrt, und was geschieht dann?"),
    ]
    help_text = "Pflicht vor dem Veröffentlichen. Steht vor dem Absenden und auf der Empfangsbestätigung."
    return [MultiFieldPanel(notice, heading="Datenschutzhinweis (Art. 13 DSGVO)", help_text=help_text)]


def _afterwards() -> list[Any]:
    return [
        FieldPanel("next_steps", help_text="Was geschieht als Nächstes, und was müssen Antragstellende tun?"),
        FieldPanel("receipt_text"),
        FieldRowPanel([FieldPanel("mail_subject")], help_text="Ohne Namen und ohne Inhalt des Antrags."),
        FieldPanel("mail_text", help_text=MAIL_WORDS),
    ]


def _delivery() -> list[Any]:
    return [
        FieldPanel(
            "case_type",
            help_text="Sagt, welches Amt den Vorgang bearbeitet, bis wann, und wann er gelöscht wird.",
        ),
        FieldPanel(
            "deliver_to",
            help_text="Leer: Der Vorgang bleibt in unserer Akte. Ziele richtet die Technik ein.",
        ),
    ]


def _care() -> list[Any]:
    return [
        FieldPanel(
            "slug", help_text="Der letzte Teil der Adresse im Internet. Die alte Adresse leitet weiter."
        ),
        FieldPanel("seo_title"),
        FieldPanel("search_description"),
        FieldPanel("social_image"),
        PublishingPanel(),
        CommentPanel(),
    ]
