"""Departments: how to reach them, and their list."""

from collections.abc import Iterable
from typing import Any

from home.telephone import telephone_address

from ..models import PublishedDepartment
from .offices import address_lines


def department_contact(document: dict[str, Any]) -> dict[str, Any]:
    """Values of the component contact_card."""
    return {
        "name": document["title"],
        "role": document["leader"],
        "phone": document["phone"],
        "phone_url": telephone_address(document["phone"]),
        "email": document["email"],
        "hours": document["hours"],
        "address": address_lines(document),
    }


def tree_rows(tree: Iterable[tuple[int, PublishedDepartment]]) -> list[dict[str, Any]]:
    """Departments of the top, each with links to all below it."""
    rows: list[dict[str, Any]] = []
    for depth, row in tree:
        document = row.document
        if depth == 0:
            rows.append(
                {
                    "title": row.title,
                    "url": document["url"],
                    "teaser": document["teaser"],
                    "phone": document["phone"],
                    "phone_url": telephone_address(document["phone"]),
                    "below": [],
                }
            )
        else:
            rows[-1]["below"].append({"title": row.title, "url": document["url"]})
    return rows
