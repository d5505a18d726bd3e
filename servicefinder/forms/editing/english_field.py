"""The English texts beside the German ones, as boxes of the editor."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from wagtail.fields import RichTextField

from servicefinder.catalogue.models.fields import TEXT_FEATURES

from .english import Group, Translated
from .spelling import harmless, is_formatted, plain_html, plain_lines

LONGEST_LINE = 90


class EnglishWidget(forms.Widget):
    """Each text is `<name>-<n>-de`, which says what is translated, and `<name>-<n>-en`."""

    groups: Iterable[Group] = ()

    @cached_property
    def formatted(self) -> Any:
        return RichTextField(features=TEXT_FEATURES).formfield().widget

    @property
    def media(self) -> forms.Media:
        media: forms.Media = self.formatted.media
        return media

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        shown: list[dict[str, Any]] = []
        number = 0
        for group in self.groups:
            rows = []
            for text in group.texts:
                rows.append(self._row(f"{name}-{number}", text, value or {}))
                number += 1
            shown.append({"heading": group.heading, "rows": rows, "done": group.done})
        total, done = number, sum(group.done for group in self.groups)
        context = {"name": name, "groups": shown, "total": total, "done": done}
        return render_to_string("onlineforms/admin/english.html", context)

    def _row(self, name: str, text: Translated, value: Mapping[str, str]) -> dict[str, Any]:
        english, box = value.get(text.german) or "", f"id_{name}-en"
        row: dict[str, Any] = {
            "place": text.place,
            "german": text.german,
            "name": name,
            "id": box,
            "english": english,
        }
        if text.formatted:
            row["editor"] = self.formatted.render(f"{name}-en", english, {"id": box})
            row["german_html"] = mark_safe(harmless(text.german))
        row["is_long"] = len(text.german) > LONGEST_LINE or "\n" in text.german
        return row

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return f"{name}-count" not in data

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str | None] | None:
        """None for a text that cannot be read, which stays as it was."""
        if self.value_omitted_from_data(data, files, name):
            return None
        count = str(data[f"{name}-count"])
        texts: dict[str, str | None] = {}
        for number in range(int(count) if count.isascii() and count.isdigit() and len(count) < 5 else 0):
            german, box = plain_lines(data.get(f"{name}-{number}-de") or ""), f"{name}-{number}-en"
            if german:
                typed = data.get(box)
                texts[german] = self._html(typed) if is_formatted(german) else _line(typed)
        return texts

    def _html(self, typed: str | None) -> str | None:
        """The box of a formatted text sends JSON of its editor; anything else is not from there."""
        if typed is None or typed.strip() in ("", "null"):
            return None if typed is None else ""
        try:
            html = plain_html(self.formatted.converter.to_database_format(typed))
        except (ValueError, KeyError, TypeError, AttributeError):
            return None
        return html if strip_tags(html).strip() else ""


def _line(typed: str | None) -> str | None:
    return None if typed is None else str(plain_lines(typed)).strip()


class EnglishField(forms.Field):
    """A mapping from German to English; what has no English is left out."""

    widget = EnglishWidget

    def show(self, groups: Iterable[Group]) -> None:
        self.widget.groups = groups

    def clean(self, value: Any) -> dict[str, str]:
        """What was not sent stays as it was."""
        stored: dict[str, str] = self.initial or {}
        texts = stored if value is None else value
        read = {german: stored.get(german) if text is None else text for german, text in texts.items()}
        return {german: english for german, english in read.items() if english}
