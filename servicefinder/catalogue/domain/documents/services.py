"""The document of a service."""

from typing import Any

from ...enums import AddressKind, OnlineServiceKind
from ...models import PublishedService, ServicePage, flat_path
from ...registries import online_service
from ..identities import owning_department
from ..texts import expanded, in_language_of_page, terms
from ..translations import Translated, localized_life_situations, translated_rows
from .references import Document, contact_references, department_reference, iso

FORMATTED_TEXTS = (
    "body",
    "for_whom",
    "requirements",
    "documents_note",
    "fees_note",
    "deadlines_note",
    "processing_note",
    "procedure_note",
    "hints",
    "further_information",
    "legal_remedy",
)


@in_language_of_page
def service_document(page: ServicePage) -> Document:
    """Everything that a page, its print, its JSON twin or the search says about a service in one language.

    Keys are those of the model. Formatted texts are final HTML, days and moments ISO text, amounts cents.
    Offices are ids: their facts change on their own and stand in their own documents. Nothing in it
    depends on the day: fees, status and opening hours of today are computed from it.
    """
    facts = page.facts_page()
    return {
        **_names(page, facts),
        **{name: expanded(getattr(page, name)) for name in FORMATTED_TEXTS},
        **_keys(facts),
        **_rows(page, facts),
        **_care(page, facts),
        "department": _department(facts, page.language),
        "offices": [str(row.office_id) for row in facts.offices.all()],
        "contacts": contact_references([row.person_id for row in facts.contacts.all()], page.language),
        "related": _related(facts, page.language),
        "life_situations": _life_situations(facts, page),
    }


def _names(page: ServicePage, facts: ServicePage) -> Document:
    return {
        "id": str(page.identity_id),
        "language": page.language,
        "title": page.title,
        "slug": page.slug,
        "url": flat_path(AddressKind.SERVICE, page.language, page.slug),
        "official_name": page.official_name,
        "synonyms": terms(page.synonyms),
        "search_terms": terms(page.search_terms),
        "teaser": page.teaser,
        "summary": page.summary,
        "audience": audience(facts),
        "tags": sorted(tag.name for tag in facts.tags.all()),
        "demand": facts.demand,
    }


def audience(facts: ServicePage) -> list[str]:
    flags = {"citizen": facts.for_citizens, "business": facts.for_businesses}
    return [name for name, wanted in flags.items() if wanted]


def _keys(facts: ServicePage) -> Document:
    return {
        "leika": [row.code for row in facts.leika.all()],
        "ozg": facts.ozg,
        "typisierung": facts.typisierung,
        "sdg": facts.sdg,
    }


def _rows(page: ServicePage, facts: ServicePage) -> Document:
    def rows(name: str) -> list[Translated]:
        return list(translated_rows(page, facts, name))

    return {
        "documents": [_document(row) for row in rows("documents")],
        "fees": [_fee(row) for row in rows("fees")],
        "deadlines": [_deadline(row) for row in rows("deadlines")],
        "processing": _processing(page, facts),
        "steps": [{"title": row.title, "text": expanded(row.text)} for row in rows("steps")],
        "legal_bases": [_picked(row, "title", "paragraph", "url") for row in rows("legal_bases")],
        "online_services": [_online_service(row, page.language) for row in rows("online_services")],
    }


def _picked(row: Any, *names: str) -> Document:
    return {name: getattr(row, name) for name in names}


def _document(row: Translated) -> Document:
    file = row.template_document
    template = (
        {"title": file.title, "url": file.url, "type": file.type_label, "size": file.file_size}
        if file
        else None
    )
    return {**_picked(row, "name", "form", "needed_when", "note", "template_url"), "template": template}


def _fee(row: Translated) -> Document:
    fee = _picked(row, "label", "kind", "cents", "max_cents", "per", "condition", "legal_source")
    return {**fee, "valid_from": iso(row.valid_from), "valid_until": iso(row.valid_until)}


def _deadline(row: Translated) -> Document:
    return {**_picked(row, "label", "length", "unit", "text"), "date": iso(row.date)}


def _processing(page: ServicePage, facts: ServicePage) -> Document | None:
    """Typical time; None where nothing is said."""
    known = facts.processing_min is not None or facts.processing_max is not None
    if not known and not page.processing_text:
        return None
    return {
        "min": facts.processing_min,
        "max": facts.processing_max,
        "unit": facts.processing_unit,
        "text": page.processing_text,
    }


def _online_service(row: Translated, language: str) -> Document:
    service = _picked(row, "label", "kind", "key", "url", "trust_level", "status", "text")
    own = online_service(row.key) if row.kind == OnlineServiceKind.INTERNAL else None
    return {**service, "url": own.path(language)} if own else service


def _department(facts: ServicePage, language: str) -> Document | None:
    # A preview of a page that was never saved has no identity yet, but a place in the tree.
    department = facts.service.department if facts.service else owning_department(facts)
    return department_reference(department, language) if department else None


def _related(facts: ServicePage, language: str) -> list[Document]:
    wanted = [row.service_id for row in facts.related.all()]
    rows = PublishedService.objects.filter(service__in=wanted, language=language)
    found = {
        row.service_id: {
            "id": str(row.service_id),
            "title": row.title,
            "url": flat_path(AddressKind.SERVICE, language, row.slug),
        }
        for row in rows.only("service_id", "title", "slug")
    }
    return [found[service_id] for service_id in wanted if service_id in found]


def _life_situations(facts: ServicePage, page: ServicePage) -> list[Document]:
    return [
        {
            "id": str(situation.translation_key),
            "title": situation.title,
            "slug": situation.slug,
            "url": flat_path(AddressKind.LIFE_SITUATION, page.language, situation.slug),
        }
        for situation in localized_life_situations(page, facts)
    ]


def _care(page: ServicePage, facts: ServicePage) -> Document:
    return {
        "approved_by": facts.approved_by,
        "approved_on": iso(facts.approved_on),
        "review_due": iso(facts.review_due),
        "live_status": {
            "status": facts.live_status,
            "reason": page.live_status_reason or facts.live_status_reason,
            "until": iso(facts.live_status_until),
        },
    }
