"""Telephone numbers and mail addresses that can be pressed."""

import re
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from home.telephone import telephone_address

# A number in running text: area code, then digits in groups. Prices and dates do not begin with a single 0.
PHONE = re.compile(r"(?<![\w.,/])(?:\+49[ \d]|0[1-9]\d)[\d /-]{4,}\d(?![\w%])")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
REACHABLE = re.compile(f"(?P<email>{EMAIL.pattern})|(?P<phone>{PHONE.pattern})")


def with_links(text: str) -> SafeString:
    """Plain text as HTML in which numbers and mail addresses are links."""
    pieces, end = [], 0
    for match in REACHABLE.finditer(text):
        pieces += [escape(text[end : match.start()]), _link(match)]
        end = match.end()
    return mark_safe("".join([*pieces, escape(text[end:])]))


def _link(match: re.Match[str]) -> str:
    found = escape(match.group())
    address = f"mailto:{found}" if match["email"] else telephone_address(match.group())
    return f'<a href="{address}">{found}</a>'


def contact_cards(contacts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Contact persons of a document for the component contact_card."""
    return [
        {
            "name": contact["name"],
            "role": contact["function"],
            "phone": contact["phone"],
            "phone_url": telephone_address(contact["phone"]),
            "email": contact["email"],
            "address": [f"Zimmer {contact['room']}"] if contact["room"] else [],
        }
        for contact in contacts
    ]
