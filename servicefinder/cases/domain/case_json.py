"""A case as JSON, for other systems and for the person it is about."""

from typing import Any

from ..models import Case
from .documents import name_of
from .questions import text_of
from .sealing import Seal


def case_as_json(case: Case) -> dict[str, Any]:
    """Everything but the documents' contents and the journal. Raises DataErased."""
    seal = Seal.of(case.pk)
    return {
        "id": str(case.pk),
        "reference": case.reference,
        "type": case.type_version.case_type.key,
        "type_name": case.type_version.name,
        "department": case.department.name,
        "state": case.state,
        "origin": case.origin,
        "language": case.language,
        "form": case.form,
        "form_version": case.form_version,
        "received_at": case.received_at.isoformat(),
        "arrival_day": case.arrival_day.isoformat(),
        "due_on": case.due_on.isoformat(),
        "decided_at": case.decided_at and case.decided_at.isoformat(),
        "closed_at": case.closed_at and case.closed_at.isoformat(),
        "price_cents": case.price_cents,
        "contents": seal.open_json("data", case.sealed_data),
        "documents": [
            {
                "id": str(each.pk),
                "name": name_of(each, seal),
                "media_type": each.media_type,
                "size": each.size,
                "sha256": each.sha256,
                "source": each.source,
            }
            for each in case.documents.all()
        ],
        "messages": [
            {"kind": each.kind, "written_at": each.written_at.isoformat(), "text": text_of(each, seal)}
            for each in case.messages.all()
        ],
    }
