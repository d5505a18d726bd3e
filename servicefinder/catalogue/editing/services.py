"""The form of a service, in tabs that follow the questions a citizen has."""

from django import forms
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

from .facts import FactPanel, FactsOnceForm, PartsPanel
from .online_services import OnlineServiceSelect


def service_tabs() -> TabbedInterface:
    tabs = [
        ObjectList(OVERVIEW, heading="Überblick"),
        ObjectList(CONDITIONS, heading="Für wen & Unterlagen"),
        ObjectList(COSTS, heading="Kosten & Fristen"),
        ObjectList(PROCEDURE, heading="Ablauf & Online"),
        ObjectList(LAW, heading="Recht & Zuständigkeit"),
        ObjectList(CARE, heading="Pflege"),
    ]
    return TabbedInterface(tabs, base_form_class=FactsOnceForm)


OVERVIEW = [
    TitleFieldPanel(
        "title",
        placeholder="Reisepass beantragen",
        help_text="So, wie Bürgerinnen und Bürger es nennen, mit dem Verb am Ende. Höchstens 60 Zeichen.",
    ),
    FieldPanel("summary", help_text="Was ist das, und wie bekommt man es? Zwei Sätze, ohne Behördensprache."),
    FieldPanel("teaser", help_text="Ein Satz für Listen und Suche, höchstens 150 Zeichen."),
    FieldPanel("body", help_text="Nur was in keinen anderen Teil gehört. Meist bleibt dieses Feld leer."),
    MultiFieldPanel(
        [
            FieldPanel("official_name", help_text="Wie das Gesetz oder der Leistungskatalog es nennt."),
            FieldPanel("synonyms", help_text="Andere Namen, einer je Zeile. Sie stehen auf der Seite."),
            FieldPanel(
                "search_terms",
                help_text="Womit man die Seite auch finden soll: Tippfehler, Dialekt, andere Sprachen."
                " Eines je Zeile, nicht sichtbar.",
            ),
        ],
        heading="Namen",
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("for_citizens"), FieldPanel("for_businesses")]),
            FieldPanel("life_situations", widget=forms.CheckboxSelectMultiple),
            FieldPanel("tags", help_text="Wenige, allgemeine Wörter."),
        ],
        heading="Wo die Leistung zu finden ist",
    ),
    MultiFieldPanel(
        [
            FieldPanel("live_status"),
            FieldPanel("live_status_reason", help_text="Ein Satz, der auf der Seite und in Listen steht."),
            FieldPanel(
                "live_status_until",
                help_text="Danach gilt wieder „normal“. Leer: bis auf Weiteres.",
            ),
        ],
        heading="Geht das zurzeit?",
    ),
    FactPanel(
        "related",
        heading="Verwandte Leistungen",
        label="Leistung",
        panels=[FieldPanel("service")],
        help_text="Was viele gleich danach brauchen. Höchstens fünf.",
    ),
]

CONDITIONS = [
    FieldPanel("for_whom", help_text="Wer kann das bekommen? Auch: wer nicht, und was gilt dann?"),
    FieldPanel("requirements", help_text="Was muss erfüllt sein? Ein Punkt je Zeile."),
    PartsPanel(
        "documents",
        heading="Was brauche ich?",
        label="Unterlage",
        panels=[
            FieldPanel("name"),
            FieldRowPanel([FieldPanel("form"), FieldPanel("needed_when")]),
            FieldPanel("note"),
            FieldPanel("template_url"),
            FieldPanel("template_document"),
        ],
        help_text="Eine Zeile je Unterlage, die wichtigste zuerst. Daraus wird eine Liste zum Abhaken.",
    ),
    FieldPanel("documents_note"),
]

COSTS = [
    PartsPanel(
        "fees",
        heading="Was kostet es?",
        label="Gebühr",
        panels=[
            FieldPanel("label"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("cents"), FieldPanel("max_cents")]),
            FieldRowPanel([FieldPanel("per"), FieldPanel("condition")]),
            FieldPanel("legal_source"),
            FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
        ],
        help_text="Eine neue Gebühr tragen Sie schon vorher ein, mit „gilt ab“; die alte bekommt „gilt bis“."
        " Am Tag der Änderung schaltet die Seite von selbst um. Kostet es nichts: eine Zeile „kostenlos“.",
    ),
    FieldPanel("fees_note", help_text="Zum Beispiel, wie und wann bezahlt wird."),
    PartsPanel(
        "deadlines",
        heading="Fristen",
        label="Frist",
        panels=[
            FieldPanel("label"),
            FieldRowPanel([FieldPanel("length"), FieldPanel("unit"), FieldPanel("date")]),
            FieldPanel("text", help_text="Ein Satz, der sagt, was zu tun ist."),
        ],
        help_text="Eine Dauer mit Einheit, ein Stichtag oder nur ein Satz.",
    ),
    FieldPanel("deadlines_note"),
    MultiFieldPanel(
        [
            FieldRowPanel(
                [FieldPanel("processing_min"), FieldPanel("processing_max"), FieldPanel("processing_unit")]
            ),
            FieldPanel(
                "processing_text", help_text="Was die Zahlen nicht sagen, etwa der Weg, wenn es eilt."
            ),
            FieldPanel("processing_note"),
        ],
        heading="Wie lange dauert es?",
        help_text="Die übliche Dauer vom vollständigen Antrag bis zum Ergebnis.",
    ),
]

PROCEDURE = [
    PartsPanel(
        "online_services",
        heading="Online erledigen",
        label="Online-Dienst",
        panels=[
            FieldPanel("label"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("status")]),
            FieldPanel("url"),
            FieldPanel(
                "key",
                heading="Eigener Online-Dienst",
                widget=OnlineServiceSelect,
                help_text="Nur bei „eigener Online-Dienst“. Hier stehen alle veröffentlichten Formulare.",
            ),
            FieldPanel("trust_level"),
            FieldPanel("text", help_text="Geht es noch nicht online? Sagen Sie, wie man es heute erledigt."),
        ],
        help_text="Der erste ist der große Knopf auf der Seite.",
    ),
    PartsPanel(
        "steps",
        heading="So geht es",
        label="Schritt",
        panels=[FieldPanel("title"), FieldPanel("text")],
        help_text="Drei bis sechs Schritte, jeder mit einem Verb.",
    ),
    FieldPanel("procedure_note"),
    FieldPanel("hints", help_text="Was eine erfahrene Kollegin am Schalter dazu sagt."),
    FieldPanel("further_information"),
]

LAW = [
    FactPanel(
        "offices",
        heading="Standorte",
        label="Standort",
        panels=[FieldPanel("office")],
        help_text="Nur auswählen: Adresse und Öffnungszeiten stehen beim Standort.",
    ),
    FactPanel("contacts", heading="Ansprechpersonen", label="Person", panels=[FieldPanel("person")]),
    PartsPanel(
        "legal_bases",
        heading="Rechtsgrundlagen",
        label="Rechtsgrundlage",
        panels=[FieldPanel("title"), FieldRowPanel([FieldPanel("paragraph"), FieldPanel("url")])],
    ),
    FieldPanel("legal_remedy", help_text="Was kann man tun, wenn man nicht einverstanden ist, und bis wann?"),
    FactPanel("leika", heading="LeiKa-Schlüssel", label="Schlüssel", panels=[FieldPanel("code")]),
    FieldRowPanel([FieldPanel("ozg"), FieldPanel("typisierung"), FieldPanel("sdg")], heading="Kataloge"),
]

CARE = [
    MultiFieldPanel(
        [
            FieldPanel("approved_by", help_text="Amt und Sachgebiet."),
            FieldRowPanel([FieldPanel("approved_on"), FieldPanel("review_months"), FieldPanel("review_due")]),
        ],
        heading="Fachliche Freigabe",
        help_text="Der nächste Prüftermin ergibt sich von selbst, wenn Sie das Datum der Freigabe eintragen.",
    ),
    FieldPanel("demand", help_text="0 = selten, 5 = sehr oft gefragt. Entscheidet mit über die Reihenfolge."),
    MultiFieldPanel(
        [
            FieldPanel("slug", help_text="Der letzte Teil der Adresse. Die alte Adresse leitet weiter."),
            FieldPanel("seo_title"),
            FieldPanel("search_description"),
            FieldPanel("social_image"),
        ],
        heading="Adresse und Suchmaschinen",
    ),
    PublishingPanel(),
    CommentPanel(),
]
