"""Recycling yards: offices of the city that are called so, with their hours and exceptions."""

from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from servicefinder.catalogue.domain.public_rows import public_rows
from servicefinder.catalogue.models import PublishedOffice
from servicefinder.catalogue.presentation.offices import office_card

# Offices are facts and stand on German pages; the name says what they are.
CALLED = ("wertstoffhof", "recyclinghof", "wertstoffzentrum", "entsorgungszentrum")
SHOWN = 12


def yards(now: datetime) -> list[dict[str, Any]]:
    """Values of the component office_card for each. One query."""
    is_yard = reduce(or_, (Q(title__icontains=name) for name in CALLED))
    rows = public_rows(PublishedOffice, "de", now).filter(is_yard).order_by("sort_key")
    return [office_card(document, now) for document in rows.values_list("document", flat=True)[:SHOWN]]
