"""The English texts beside the German ones, as boxes of the editor."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from wagtail.fields import RichTextField

from servicefinder.catalogue.models.fields import TEXT_FEATURES

from .english import Group, Translated
from .spelling import plain_html, plain_lines

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
        english, box = value.get(text.german, ""), f"id_{name}-en"
        row: dict[str, Any] = {
            "place": text.place,
            "german": text.german,
            "name": name,
            "id": box,
            "english": english,
        }
        if text.formatted:
            row["editor"] = self.formatted.render(f"{name}-en", english, {"id": box})
        row["is_long"] = len(text.german) > LONGEST_LINE or "\n" in text.german
        return row

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return f"{name}-count" not in data

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str] | None:
        if self.value_omitted_from_data(data, files, name):
            return None
        count = str(data[f"{name}-count"])
        texts: dict[str, str] = {}
        for number in range(int(count) if count.isascii() and count.isdigit() and len(count) < 5 else 0):
            german, box = data.get(f"{name}-{number}-de"), f"{name}-{number}-en"
            if german:
                texts[plain_lines(german)] = self._english(data, files, box)
        return texts

    def _english(self, data: Any, files: Any, box: str) -> str:
        """Formatted boxes send JSON of their editor."""
        typed = str(data.get(box) or "")
        if f"{box[:-2]}formatted" not in data:
            return str(plain_lines(typed)).strip()
        if not typed:
            return ""
        try:
            html = plain_html(self.formatted.value_from_datadict(data, files, box) or "")
        except (ValueError, KeyError, TypeError, AttributeError):
            return ""
        return html if strip_tags(html).strip() else ""


class EnglishField(forms.Field):
    """A mapping from German to English; what has no English is left out."""

    widget = EnglishWidget

    def show(self, groups: Iterable[Group]) -> None:
        self.widget.groups = groups

    def clean(self, value: Any) -> dict[str, str]:
        """What was not sent stays as it was."""
        texts = self.initial if value is None else value
        return {german: english for german, english in (texts or {}).items() if english}
