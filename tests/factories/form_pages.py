"""Forms as their departments build them, ready to be published."""

from typing import Any

from servicefinder.catalogue.models import DepartmentPage
from servicefinder.forms.domain.definitions import FormDef
from servicefinder.forms.editing.compiling import streams_of_form
from servicefinder.forms.models import FormPage
from tests.factories.cases import case_type

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
                    "options": {
                        "choices": [
                            {"value": "neu", "label": "neu anmelden"},
                            {"value": "weg", "label": "abmelden"},
                        ]
                    },
                },
                {
                    "name": "grund",
                    "kind": "text",
                    "label": "Warum melden Sie ab?",
                    "condition": {"op": "eq", "args": [{"field": "was"}, {"value": "weg"}]},
                },
            ],
        }
    ],
    "prices": [{"label": "Hundemarke", "cents": 500}],
}
COMPLETE: dict[str, Any] = {
    "introduction": "<p>Alle Hunde brauchen eine Marke.</p>",
    "payment": "invoice",
    "purpose": "Wir führen das Register der Hunde.",
    "legal_basis": "Hundesteuersatzung",
    "recipients": "Niemand sonst.",
    "retention": "Zwei Jahre nach der Abmeldung.",
    "next_steps": "<p>Wir schicken Ihnen die Marke.</p>",
    "mail_subject": "Ihr Hund ist angemeldet",
    "mail_text": "Aktenzeichen {reference}, mehr unter {link}, bis {due}.",
}


def form_draft(parent: DepartmentPage, definition: Any = None, **values: Any) -> FormPage:
    """Complete, but a draft."""
    form = FormDef.from_json(DEFINITION if definition is None else definition)
    steps, prices = streams_of_form(form)
    kind = case_type("hundesteuer", parent.department).case_type
    page = FormPage(
        **{
            "title": "Hund anmelden",
            "live": False,
            "steps": steps,
            "prices": prices,
            "english_texts": form.texts.get("en", {}),
            "case_type": kind,
            **COMPLETE,
            **values,
        }
    )
    created: FormPage = parent.add_child(instance=page)
    created.save_revision()
    return created
