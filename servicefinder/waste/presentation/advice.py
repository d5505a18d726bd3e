"""Whom to ask about waste: the department in charge, as its public page says."""

from datetime import datetime
from typing import Any

from servicefinder.catalogue.domain.public_rows import public_rows
from servicefinder.catalogue.models import PublishedDepartment
from servicefinder.catalogue.presentation.departments import department_contact

from ..models import WasteSettings


def advice(language: str, now: datetime) -> dict[str, Any] | None:
    """Values of the component contact_card and `lang`; None without a department or a public page of it.

    In German where the page is not translated. Two queries, three for that.
    """
    department = WasteSettings.load().department_id
    if department is None:
        return None
    for spoken in dict.fromkeys((language, "de")):
        row = public_rows(PublishedDepartment, spoken, now, department=department).first()
        if row:
            return {**department_contact(row.document), "url": row.document["url"], "lang": spoken}
    return None
