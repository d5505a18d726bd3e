"""Forms of departments, offices and contact persons."""

from typing import Any

from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

from .facts import FactsOnceForm, PartsPanel

ADDRESS = MultiFieldPanel(
    [FieldPanel("address"), FieldRowPanel([FieldPanel("postal_code"), FieldPanel("city")])], heading="Adresse"
)
REACH = FieldRowPanel([FieldPanel("phone"), FieldPanel("email")], heading="Telefon und E-Mail")
CARE = [
    FieldPanel("slug", help_text="Der letzte Teil der Adresse im Internet. Die alte Adresse leitet weiter."),
    FieldPanel("seo_title"),
    FieldPanel("search_description"),
    FieldPanel("social_image"),
    PublishingPanel(),
    CommentPanel(),
]


def department_tabs() -> TabbedInterface:
    content = [
        TitleFieldPanel("title", placeholder="Bürgeramt"),
        FieldPanel("teaser", help_text="Ein Satz: Wofür ist das Amt da?"),
        FieldPanel("description"),
        FieldPanel("leader"),
        REACH,
        FieldPanel("hours"),
        FieldPanel("main_office", help_text="Adresse und Öffnungszeiten kommen von dort."),
        ADDRESS,
    ]
    return _tabs(content)


def office_tabs() -> TabbedInterface:
    content = [
        TitleFieldPanel("title", placeholder="Bürgeramt im Rathaus"),
        FieldPanel("teaser"),
        ADDRESS,
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")], heading="Koordinaten (WGS 84)"),
        MultiFieldPanel(
            [FieldPanel("step_free"), FieldPanel("accessibility"), FieldPanel("public_transport")],
            heading="Hinkommen und hineinkommen",
        ),
        REACH,
        FieldPanel("description"),
    ]
    hours = [
        PartsPanel(
            "opening_hours",
            heading="Die gewöhnliche Woche",
            label="Öffnungszeit",
            panels=[
                FieldRowPanel([FieldPanel("weekday"), FieldPanel("opens"), FieldPanel("closes")]),
                FieldRowPanel([FieldPanel("by_appointment_only"), FieldPanel("note")]),
            ],
            help_text="Eine Zeile je Zeitraum. Eine Mittagspause sind zwei Zeilen.",
        ),
        PartsPanel(
            "exceptions",
            heading="Abweichende Tage",
            label="Ausnahme",
            panels=[
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                FieldRowPanel([FieldPanel("closed"), FieldPanel("opens"), FieldPanel("closes")]),
                FieldPanel("reason"),
            ],
            help_text="Betriebsausflug, Umbau, längere Öffnung. Feiertage kennt die Seite schon.",
        ),
        FieldPanel("by_appointment_only"),
        FieldPanel("open_on_holidays"),
        FieldPanel("hours_note"),
    ]
    return _tabs(content, ObjectList(hours, heading="Öffnungszeiten"))


def contact_person_tabs() -> TabbedInterface:
    content = [
        TitleFieldPanel("title", placeholder="Karin Feld", help_text="Vor- und Nachname."),
        FieldPanel("function", help_text="Wofür ist die Person zuständig?"),
        REACH,
        FieldRowPanel([FieldPanel("office"), FieldPanel("room")]),
    ]
    return _tabs(content)


def _tabs(content: list[Any], *more: ObjectList) -> TabbedInterface:
    tabs = [ObjectList(content, heading="Inhalt"), *more, ObjectList(CARE, heading="Pflege")]
    return TabbedInterface(tabs, base_form_class=FactsOnceForm)
