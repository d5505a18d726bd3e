"""Forms, versions and drafts for tests."""

import json
from hashlib import sha256
from typing import Any

from django.utils import timezone

from servicefinder.forms.domain.drafts import OpenDraft, open_draft, save_step, start
from servicefinder.forms.models import FormPage, FormVersion
from tests.factories.cases import case_type, department
from tests.factories.catalogue import PageFactory

CHOICES = [{"value": "neu", "label": "neu anmelden"}, {"value": "weg", "label": "abmelden"}]
DEFINITION: dict[str, Any] = {
    "format": 1,
    "steps": [
        {
            "name": "hund",
            "title": "Um welchen Hund geht es?",
            "fields": [
                {
                    "name": "was",
                    "kind": "choice",
                    "label": "Was möchten Sie tun?",
                    "options": {"choices": CHOICES},
                },
                {
                    "name": "grund",
                    "kind": "text",
                    "label": "Warum melden Sie ab?",
                    "condition": {"op": "eq", "args": [{"field": "was"}, {"value": "weg"}]},
                },
                {"name": "rufname", "kind": "text", "label": "Rufname"},
                {"name": "alter", "kind": "number", "label": "Alter in Jahren", "required": False},
            ],
            "stops": [
                {
                    "condition": {"op": "gt", "args": [{"field": "alter"}, {"value": {"number": "30"}}]},
                    "text": "So alt wird kein Hund.",
                    "link_label": "Zum Tierheim",
                    "link_url": "/dienstleistungen/",
                }
            ],
        },
        {
            "name": "nachweis",
            "title": "Welche Nachweise haben Sie?",
            "condition": {"op": "eq", "args": [{"field": "was"}, {"value": "neu"}]},
            "fields": [
                {"name": "impfpass", "kind": "file", "label": "Impfpass", "options": {"max_files": 2}},
                {"name": "bemerkung", "kind": "longtext", "label": "Bemerkung", "required": False},
            ],
        },
        {
            "name": "person",
            "title": "Wer sind Sie?",
            "fields": [
                {"name": "name", "kind": "person", "label": "Ihr Name"},
                {"name": "email", "kind": "email", "label": "E-Mail-Adresse", "required": False},
            ],
        },
    ],
    "prices": [{"label": "Hundemarke", "cents": 500}],
    "texts": {"en": {"Wer sind Sie?": "Who are you?", "Ihr Name": "Your name", "Hundemarke": "Dog tag"}},
}
SETTINGS: dict[str, Any] = {
    "case_type": "meldung",
    "payment": "invoice",
    "receipt_text": "Die Marke kommt mit der Post.",
    "next_steps": "<p>Wir schicken Ihnen die Marke.</p>",
    "mail_subject": "Ihr Hund ist angemeldet",
    "mail_text": "Aktenzeichen {reference}, mehr unter {link}, bis {due}.",
}
# What a citizen types in the order of the steps; the proof is a file.
ANSWERS: dict[str, dict[str, Any]] = {
    "hund": {"was": "weg", "grund": "verzogen", "rufname": "Bello", "alter": "3"},
    "person": {
        "name": {"family_name": "Müller-Lüdenscheidt", "given_names": "Erika"},
        "email": "erika@example.org",
    },
}


class FormPageFactory(PageFactory):
    """A form without steps of its own: what is filled in comes from a version."""

    class Meta:
        model = FormPage

    title = "Hund anmelden"
    slug = "hund-anmelden"
    teaser = "Anmelden und abmelden"
    introduction = "<p>Alle Hunde brauchen eine Marke.</p>"
    needed = "Impfpass\nChipnummer"
    purpose = "Wir führen das Register der Hunde."
    legal_basis = "Hundesteuersatzung"


def form_page(**values: Any) -> FormPage:
    page: FormPage = FormPageFactory(parent=department_page(), **values)
    return page


def department_page() -> Any:
    from servicefinder.catalogue.models import DepartmentPage

    return DepartmentPage.objects.get(department=department())


def form_version(definition: dict[str, Any] | None = None, page: FormPage | None = None) -> FormVersion:
    """A version in force, of a page that is made where there is none; its type of case is there."""
    case_type()
    form = (page or FormPage.objects.first() or form_page()).form
    version: FormVersion = FormVersion.objects.create(
        form=form,
        number=form.versions.count() + 1,
        title="Hund anmelden",
        definition=definition or DEFINITION,
        settings=SETTINGS,
        digest=sha256(json.dumps(definition or DEFINITION).encode()).hexdigest(),
        published_at=timezone.now(),
    )
    return version


def filled_draft(version: FormVersion | None = None, **values: Any) -> OpenDraft:
    """A draft in which everything is answered; it can be submitted."""
    _, token = start(version or form_version(), "de", **values)
    draft = open_draft(token)
    for name, answers in ANSWERS.items():
        step = draft.form.step(name)
        assert step
        draft = save_step(draft, step, answers, done=True)
    return draft
