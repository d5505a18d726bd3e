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
from wagtail.coreutils import safe_snake_case

from ..domain.problems import Problem
from ..registries import preflights
from .comparisons import WITHOUT_VALUE, comparisons_of
from .field_blocks import LOOKS
from .page_form import FormPageForm

MAIL_WORDS = "{reference}, {link} und {due} werden durch Aktenzeichen, Link und Termin ersetzt."


class FormTabs(TabbedInterface):
    """Above the tabs: what is still to do before the form can be published, as it was saved last."""

    class BoundPanel(TabbedInterface.BoundPanel):
        template_name = "onlineforms/admin/tabs.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            sent, saved = self.form.findings, self.instance.pk is not None and not self.form.is_bound
            found = [each for one in preflights for each in one.problems(self.instance)] if saved else sent
            return {
                **context,
                "findings": [{"problem": each, "url": _box_of(each, self.instance)} for each in found],
                "comparisons": {kind: comparisons_of(kind) for kind in LOOKS},
                "without_value": WITHOUT_VALUE,
            }


def _box_of(problem: Problem, page: Any) -> str:
    """Where the editor shows the step or fee that is to blame, else the tab that the place names."""
    stream, index, *rest = (*problem.path, "", "", "", "")
    if stream not in ("steps", "prices"):
        return f"#tab-{safe_snake_case(problem.place)}"
    raw = getattr(page, str(stream)).get_prep_value()[int(index)]
    if rest[0] == "fields" and isinstance(rest[1], int):
        raw = raw["value"]["fields"][rest[1]]
    return f"#block-{raw['id']}-section" if raw.get("id") else ""


def form_tabs() -> TabbedInterface:
    tabs = [
        ObjectList(_content(), heading="Inhalt"),
        ObjectList(_steps(), heading="Schritte"),
        ObjectList(_prices(), heading="Gebühren"),
        ObjectList(_privacy(), heading="Datenschutz"),
        ObjectList(_afterwards(), heading="Nach dem Absenden"),
        ObjectList(_delivery(), heading="Übergabe"),
        ObjectList([FieldPanel("english_texts", disable_comments=True)], heading="Englisch"),
        ObjectList(_care(), heading="Pflege"),
    ]
    return FormTabs(tabs, base_form_class=FormPageForm)


def _content() -> list[Any]:
    return [
        TitleFieldPanel(
            "title", placeholder="Hund anmelden", help_text="Mit dem Verb am Ende, wie die Dienstleistung."
        ),
        FieldPanel("teaser"),
        FieldPanel("introduction", help_text="Zwei, drei Sätze: Was geschieht hier, für wen ist es?"),
        FieldPanel("needed", help_text="Was man vor dem Ausfüllen bereitlegt. Eine Zeile je Unterlage."),
        FieldPanel("minutes", help_text="Wie lange das Ausfüllen dauert. Ehrlich geschätzt."),
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
            help_text="Der Vorgang ist immer in unserer eAkte. Was Sie hier wählen, bekommt ihn dazu.",
            disable_comments=True,
        ),
    ]


def _care() -> list[Any]:
    return [
        FieldPanel(
            "slug", help_text="Der letzte Teil der Adresse im Internet. Die alte Adresse leitet weiter."
        ),
        FieldPanel("replaces"),
        FieldPanel("seo_title"),
        FieldPanel("search_description"),
        FieldPanel("social_image"),
        PublishingPanel(),
        CommentPanel(),
    ]
