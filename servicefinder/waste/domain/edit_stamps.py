"""Whether somebody else has changed a tour or a street while a form was open."""

import hashlib
import json
from typing import Any

from servicefinder.addresses.models import Street

from ..models import Plan
from .contents import content_of_tours
from .problems import NotPlannable
from .undoing import remember

CHANGED_MEANWHILE = (
    "Inzwischen hat jemand anderes diese Angaben geändert. Ihre Eingaben stehen noch hier: "
    "Wenn Sie noch einmal speichern, gelten sie."
)


def stamp_of_tour(plan: Plan, code: str) -> str:
    """Differs when names or rhythms do, not with the houses; empty without such a tour."""
    entries = content_of_tours(plan.tours.filter(code=code))
    return _stamp([entry | {"ranges": []} for entry in entries]) if entries else ""


def stamp_of_street(plan: Plan, street: Street) -> str:
    return _stamp(remember(plan, streets=[street.pk])["ranges"])


def check_seen(seen: str, stamp: str) -> None:
    """Raises NotPlannable where what the person had before them is not what is stored."""
    if seen != stamp:
        raise NotPlannable(CHANGED_MEANWHILE)


def _stamp(content: Any) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]
