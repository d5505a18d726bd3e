"""Checkboxes of filters: a page has dozens of them, so their attributes come ready made."""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe


def checkbox_attributes(name: str, value: str, checked: bool) -> SafeString:
    """`name="amt" value="buergeramt" id="amt-buergeramt" checked`; js/filter.js finds the id again."""
    name, text = escape(name), escape(value)
    return mark_safe(
        f'name="{name}" value="{text}" id="{name}-{text.replace(" ", "-")}"{" checked" if checked else ""}'
    )
