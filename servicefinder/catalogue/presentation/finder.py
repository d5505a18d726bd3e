"""The finder for its template: letters, filters, chosen things, ways on."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext

from search.checkboxes import Option, checkbox_items

from ..domain.finder.choices import Choice
from ..domain.finder.counting import OptionCount, Selection
from ..domain.finder.facets import AUDIENCE, DEPARTMENT, FREE, LETTER, LIFE_SITUATION, ONLINE, Facet
from ..domain.service_rows import ServiceRow
from .paging import paging
from .rows import result_rows

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
        "rows": result_rows(rows),
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
    return _counted(count, get_language())


@lru_cache(maxsize=1000)
def _counted(count: int, language: str | None) -> str:
    """A page says it dozens of times; the language is the current one."""
    text = ngettext("%(counter)s Dienstleistung", "%(counter)s Dienstleistungen", count)
    return text % {"counter": count}


def _letters(selection: Selection, path: str) -> SafeString:
    """Written here and not by a template: an alphabet of links in every list."""
    entries = selection.counts(LETTER)
    return mark_safe("\n".join(_letter(entry, selection.choice, path) for entry in entries))


def _letter(entry: OptionCount, choice: Choice, path: str) -> str:
    """Letters without a service cannot be pressed."""
    label = escape(entry.option.label)
    if entry.chosen:
        return f'<span aria-current="true">{label}</span>'
    if not entry.count:
        return f"<span>{label}</span>"
    url = escape(address(path, choice.with_only(LETTER, entry.option.value)))
    return f'<a href="{url}" title="{counted(entry.count)}">{label}</a>'


def _group(selection: Selection, facet: Facet, title: str) -> dict[str, Any]:
    """Values of the component filter_group."""
    options = (
        Option(entry.option.value, entry.option.label, entry.count, entry.chosen)
        for entry in selection.counts(facet)
    )
    is_open = facet in OPEN_AT_FIRST or facet in selection.choice.values
    return {"title": title, "options": checkbox_items(facet.parameter, options), "open": is_open}


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
