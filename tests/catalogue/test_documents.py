"""The one builder: what page, JSON twin and search say about a service."""

import pytest

from servicefinder.catalogue.domain.documents import service_document
from servicefinder.catalogue.models import PublishedService
from tests.factories.catalogue import (
    ContactPersonPageFactory,
    DepartmentPageFactory,
    LifeSituationFactory,
    OfficePageFactory,
    ServicePageFactory,
)

pytestmark = pytest.mark.django_db


def test_document_holds_every_part() -> None:
    department = DepartmentPageFactory(title="Bürgeramt")
    office = OfficePageFactory(title="Bürgeramt Mitte", parent=department)
    person = ContactPersonPageFactory(title="Karin Feld", parent=department)
    relative = ServicePageFactory(title="Personalausweis", parent=department)
    travel = LifeSituationFactory(title="Reisen")

    page = ServicePageFactory(
        whole=True,
        title="Reisepass beantragen",
        parent=department,
        at_offices=[office],
        with_contacts=[person],
        related_to=[relative],
        in_situations=[travel],
        tagged=["Ausweise"],
    )

    document = PublishedService.objects.get(service=page.service).document
    assert document == service_document(type(page).objects.get(pk=page.pk))
    assert document == {
        "id": str(page.service_id),
        "language": "de",
        "title": "Reisepass beantragen",
        "slug": "reisepass-beantragen",
        "url": "/dienstleistungen/reisepass-beantragen/",
        "official_name": "Reisepass Ausstellung",
        "synonyms": ["Pass", "ePass"],
        "search_terms": ["Paß"],
        "teaser": "Ein Satz dazu.",
        "summary": "Mit dem Reisepass reisen Sie überall hin.",
        "audience": ["citizen"],
        "tags": ["Ausweise"],
        "demand": 0,
        "body": "<p>Der Pass ist zehn Jahre gültig.</p>",
        "for_whom": "<p>Für Deutsche.</p>",
        "requirements": "<ul><li>Sie wohnen hier.</li></ul>",
        "documents_note": "",
        "fees_note": "<p>Mit Karte oder bar.</p>",
        "deadlines_note": "",
        "processing_note": "",
        "procedure_note": "",
        "hints": "<p>Manche Länder verlangen sechs Monate.</p>",
        "further_information": "",
        "legal_remedy": "<p>Widerspruch innerhalb eines Monats.</p>",
        "leika": ["99085001012000"],
        "ozg": "10177",
        "typisierung": "2/3",
        "sdg": "",
        "documents": [
            {
                "name": "bisheriger Pass",
                "form": "original",
                "needed_when": "immer",
                "note": "",
                "template_url": "",
                "template": None,
            },
            {
                "name": "Passfoto",
                "form": "digital",
                "needed_when": "immer",
                "note": "kein Papierfoto",
                "template_url": "",
                "template": None,
            },
        ],
        "fees": [
            {
                "label": "32 Seiten",
                "kind": "amount",
                "cents": 7000,
                "max_cents": None,
                "per": "",
                "condition": "ab 24 Jahren",
                "legal_source": "§ 15 PassV",
                "valid_from": None,
                "valid_until": None,
            }
        ],
        "deadlines": [
            {
                "label": "Vor der Reise",
                "length": 8,
                "unit": "week",
                "text": "Acht Wochen vorher.",
                "date": None,
            }
        ],
        "processing": {"min": 4, "max": 6, "unit": "week", "text": "Express: 3 Werktage."},
        "steps": [{"title": "Termin buchen", "text": "<p>Online.</p>"}, {"title": "Abholen", "text": ""}],
        "legal_bases": [
            {"title": "Passgesetz", "paragraph": "§ 1", "url": "https://www.gesetze-im-internet.de/"}
        ],
        "online_services": [
            {
                "label": "Termin buchen",
                "kind": "external",
                "key": "",
                "url": "https://termine.example/",
                "trust_level": "none",
                "status": "online",
                "text": "",
            }
        ],
        "approved_by": "Bürgeramt",
        "approved_on": None,
        "review_due": None,
        "live_status": {"status": "normal", "reason": "", "until": None},
        "department": {
            "id": str(department.department_id),
            "name": "Bürgeramt",
            "url": "/aemter/burgeramt/",
            "path": [{"id": str(department.department_id), "name": "Bürgeramt", "url": "/aemter/burgeramt/"}],
        },
        "offices": [str(office.office_id)],
        "contacts": [
            {
                "id": str(person.person_id),
                "name": "Karin Feld",
                "function": "Sachgebiet Ausweise",
                "phone": "",
                "email": "ausweise@auenstadt.example",
                "room": "",
                "office": None,
            }
        ],
        "related": [
            {
                "id": str(relative.service_id),
                "title": "Personalausweis",
                "url": "/dienstleistungen/personalausweis/",
            }
        ],
        "life_situations": [
            {
                "id": str(travel.translation_key),
                "title": "Reisen",
                "slug": "reisen",
                "url": "/lebenslagen/reisen/",
            }
        ],
    }
