"""Offices as cards: where, how to reach it, open or not."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext

from home.enums import StepFree
from home.maps import MapPlace, map_place
from home.telephone import telephone_address

from .hours import hours_of_office
from .languages import foreign_language


def office_values(document: dict[str, Any]) -> dict[str, Any]:
    """Values of the component office_card but for its hours: what stays the same at any moment."""
    return {
        "name": document["title"],
        "url": document["url"],
        "address": address_lines(document),
        "phone": document["phone"],
        "phone_url": telephone_address(document["phone"]),
        "email": document["email"],
        "access": [gettext(StepFree(document["step_free"]).label)] if document["step_free"] else [],
        "note": document["hours_note"],
        "transit": document["public_transport"],
        "foreign": foreign_language(document),
    }


def office_card(document: dict[str, Any], now: datetime) -> dict[str, Any]:
    """Values of the component office_card."""
    return {**office_values(document), **hours_of_office(document, now)}


def address_lines(document: dict[str, Any]) -> list[str]:
    """Street, then postal code and town; what is missing is left out."""
    town = f"{document['postal_code']} {document['city']}".strip()
    return [line for line in (document["address"], town) if line]


def map_url(document: dict[str, Any]) -> str:
    """`geo:` address, which phones open in the map that its owner has chosen; empty without coordinates."""
    if document["latitude"] is None:
        return ""
    place = f"{document['latitude']},{document['longitude']}"
    return f"geo:{place}?{urlencode({'q': ', '.join(address_lines(document)) or place})}"


def office_place(document: dict[str, Any]) -> list[MapPlace]:
    """Where it is on a map of the city; empty without coordinates."""
    street = document["address"]
    return map_place(document["title"], document["latitude"], document["longitude"], document["url"], street)
