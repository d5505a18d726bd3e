"""The document of an office."""

from ...enums import AddressKind
from ...models import OfficePage, flat_path
from ..texts import expanded, in_language_of_page
from ..translations import Translated, translated_rows
from .references import Document, department_reference, iso


@in_language_of_page
def office_document(page: OfficePage) -> Document:
    """Address, access and hours of an office in one language; `domain.office_hours` reads the hours."""
    facts = page.facts_page()
    return {
        "id": str(page.identity_id),
        "language": page.language,
        "title": page.title,
        "slug": page.slug,
        "url": flat_path(AddressKind.OFFICE, page.language, page.slug),
        "teaser": page.teaser,
        "description": expanded(page.description),
        **_place(page, facts),
        **_hours(page, facts),
        "department": _department(facts, page.language),
    }


def _place(page: OfficePage, facts: OfficePage) -> Document:
    return {
        "address": facts.address,
        "postal_code": facts.postal_code,
        "city": facts.city,
        "latitude": float(facts.latitude) if facts.latitude is not None else None,
        "longitude": float(facts.longitude) if facts.longitude is not None else None,
        "step_free": facts.step_free,
        "accessibility": expanded(page.accessibility),
        "public_transport": page.public_transport,
        "phone": facts.phone,
        "email": facts.email,
    }


def _hours(page: OfficePage, facts: OfficePage) -> Document:
    return {
        "by_appointment_only": facts.by_appointment_only,
        "open_on_holidays": facts.open_on_holidays,
        "hours_note": page.hours_note,
        "opening_hours": [_stretch(row) for row in translated_rows(page, facts, "opening_hours")],
        "exceptions": [_exception(row) for row in translated_rows(page, facts, "exceptions")],
    }


def _stretch(row: Translated) -> Document:
    return {
        "weekday": row.weekday,
        "opens": iso(row.opens),
        "closes": iso(row.closes),
        "by_appointment_only": row.by_appointment_only,
        "note": row.note,
    }


def _exception(row: Translated) -> Document:
    return {
        "starts_on": iso(row.starts_on),
        "ends_on": iso(row.ends_on),
        "closed": row.closed,
        "opens": None if row.closed else iso(row.opens),
        "closes": None if row.closed else iso(row.closes),
        "reason": row.reason,
    }


def _department(facts: OfficePage, language: str) -> Document | None:
    department = facts.office.department if facts.office else None
    return department_reference(department, language) if department else None
