"""The finder for its template: letters, filters, chosen things, ways on."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext, ngettext

from search.checkboxes import checkbox_attributes

from ..domain.finder.choices import Choice
from ..domain.finder.counting import Selection
from ..domain.finder.facets import AUDIENCE, DEPARTMENT, FREE, LETTER, LIFE_SITUATION, ONLINE, Facet
from ..domain.service_rows import ServiceRow
from .paging import paging
from .rows import result_row

# Shown beside the list; letters stand above it.
GROUPS: tuple[tuple[Facet, str], ...] = (
    (ONLINE, "Online"),
    (FREE, "Kosten"),
    (AUDIENCE, "Für wen?"),
    (LIFE_SITUATION, "Lebenslage"),
    (DEPARTMENT, "Amt"),
)
OPEN_AT_FIRST = (ONLINE, FREE, AUDIENCE)


def finder_parts(selection: Selection, rows: Sequence[ServiceRow], path: str) -> dict[str, Any]:
    """Values of `catalogue/finder/page.html`; what was withdrawn a moment ago is not in `rows`."""
    choice = selection.choice
    expected = len(selection.ids())
    total = selection.total - (expected - len(rows))
    return {
        "total": total,
        "all": len(selection.table.ids),
        "rows": [result_row(row) for row in rows],
        "letters": _letters(selection, path),
        "all_letters_url": address(path, choice.with_only(LETTER)),
        "letter": "".join(choice.values.get(LETTER, ())),
        "groups": [_group(selection, facet, gettext(title)) for facet, title in GROUPS],
        "chosen": _chosen(selection, path),
        "clear_url": path,
        "paging": paging(choice.page, selection.last_page, lambda page: address(path, choice.on_page(page))),
        "ways_on": [] if rows else ways_on(selection, path),
    }


def address(path: str, choice: Choice) -> str:
    """The canonical address of a choice."""
    query = choice.query()
    return f"{path}?{query}" if query else path


def ways_on(selection: Selection, path: str) -> list[dict[str, Any]]:
    """From an empty list: each choice that gives something when one filter is dropped, the most first."""
    ways = []
    for facet, option in selection.chosen_options():
        wider = selection.choice.without(facet, option.value)
        if count := selection.total_of(wider):
            title = gettext("Ohne „%(filter)s“: %(services)s") % {
                "filter": _label(facet, option.label),
                "services": counted(count),
            }
            ways.append((count, {"title": title, "url": address(path, wider)}))
    return [way for _, way in sorted(ways, key=lambda entry: -entry[0])]


def counted(count: int) -> str:
    text = ngettext("%(counter)s Dienstleistung", "%(counter)s Dienstleistungen", count)
    return text % {"counter": count}


def _letters(selection: Selection, path: str) -> list[dict[str, Any]]:
    """Letters without a service have no address."""
    choice = selection.choice
    return [
        {
            "label": entry.option.label,
            "count": counted(entry.count),
            "current": entry.chosen,
            "url": address(path, choice.with_only(LETTER, entry.option.value)) if entry.count else "",
        }
        for entry in selection.counts(LETTER)
    ]


def _group(selection: Selection, facet: Facet, title: str) -> dict[str, Any]:
    """Values of the component filter_group."""
    options = [
        {
            "label": entry.option.label,
            "count": str(entry.count),  # A number would be localized, at ten times the cost.
            "attributes": checkbox_attributes(facet.parameter, entry.option.value, entry.chosen),
        }
        for entry in selection.counts(facet)
    ]
    is_open = facet in OPEN_AT_FIRST or facet in selection.choice.values
    return {"title": title, "options": options, "open": is_open}


def _chosen(selection: Selection, path: str) -> list[dict[str, str]]:
    """What is chosen, each with the address without it."""
    return [
        {
            "title": _label(facet, option.label),
            "url": address(path, selection.choice.without(facet, option.value)),
        }
        for facet, option in selection.chosen_options()
    ]


def _label(facet: Facet, label: str) -> str:
    return gettext("Buchstabe %(letter)s") % {"letter": label} if facet is LETTER else label
