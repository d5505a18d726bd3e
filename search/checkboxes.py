"""Checkboxes of filters, written here and not by a template: a page has dozens of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True, slots=True)
class Option:
    """What can be chosen, and how many results it leaves."""

    value: str
    label: str
    count: int
    checked: bool


def checkbox_items(name: str, options: Iterable[Option]) -> SafeString:
    """The `<li>` of each option for the component filter_group; `name` is the field's.

    js/filter.js finds a box again by its id: `amt-buergeramt`.
    """
    field = escape(name)
    return mark_safe("".join(_item(field, option) for option in options))


def _item(field: str, option: Option) -> str:
    value = escape(option.value)
    checked = " checked" if option.checked else ""
    return (
        f'<li><label><input type="checkbox" name="{field}" value="{value}"'
        f' id="{field}-{value.replace(" ", "-")}"{checked}>'
        f' <span class="filter-group__text">{escape(option.label)}</span>'
        f' <span class="filter-group__count">{option.count}</span></label></li>\n'
    )
