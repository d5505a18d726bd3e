"""To whom a case is handed over: every target that is registered, each with its own settings.

Kept as `[[name, options], …]`. A case is handed to a target once, so each can be chosen once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from servicefinder.cases.registries import delivery_targets

SEE_BELOW = "Bitte prüfen Sie die Angaben zu: {}."


@dataclass(frozen=True)
class Row:
    """`form` is None where the target is gone or asks for nothing."""

    name: str
    label: str
    chosen: bool
    form: forms.Form | None


def chosen_targets(stored: Any) -> dict[str, dict[str, Any]]:
    """Options by name; a target may be kept by its name alone."""
    pairs: list[Any] = [
        each if isinstance(each, list | tuple) and len(each) == 2 else (each, {}) for each in stored
    ]
    return {str(name): dict(options) for name, options in pairs if isinstance(options, Mapping)}


def problems_of(stored: Any) -> Iterator[str]:
    """What keeps a case from being handed over, in German sentences."""
    for name, options in chosen_targets(stored).items():
        target = delivery_targets.get(name)
        if target is None:
            yield f"Das Ziel „{name}“ gibt es nicht."
        elif target.options_form is not None:
            form = target.options_form(options)
            for field, errors in form.errors.items():
                yield from (f"{target.label}, {form.fields[field].label}: {each}" for each in errors)


class DeliveriesWidget(forms.Widget):
    """In the POST `<name>-target` lists what is chosen, `<name>-<target>-<option>` are its settings."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        rows = value if isinstance(value, Sent) else _rows(name, chosen_targets(value or []))
        return render_to_string("onlineforms/admin/deliveries.html", {"name": name, "rows": list(rows)})

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return f"{name}-shown" not in data

    def value_from_datadict(self, data: Any, files: Any, name: str) -> "Sent | None":
        if self.value_omitted_from_data(data, files, name):
            return None
        chosen: dict[str, dict[str, Any]] = {target: {} for target in data.getlist(f"{name}-target")}
        return Sent(_rows(name, chosen, data))


class Sent(list[Row]):
    """Rows as they were sent, bound to what was typed."""


def _rows(name: str, chosen: Mapping[str, Mapping[str, Any]], data: Any = None) -> Iterator[Row]:
    for target in delivery_targets:
        if target.options_form is None:
            continue
        picked, prefix = target.name in chosen, f"{name}-{target.name}"
        form = target.options_form(
            data if picked else None, prefix=prefix, initial=dict(chosen.get(target.name) or {})
        )
        yield Row(target.name, target.label, picked, form)
    for gone in (each for each in chosen if delivery_targets.get(each) is None):
        yield Row(gone, f"„{gone}“, das es nicht mehr gibt", True, None)


class DeliveriesField(forms.Field):
    widget = DeliveriesWidget

    def clean(self, value: Any) -> list[list[Any]]:
        """What was not sent stays as it was."""
        if not isinstance(value, Sent):
            return list(self.initial or [])
        chosen = [row for row in value if row.chosen]
        if wrong := [row.label for row in chosen if row.form is not None and not row.form.is_valid()]:
            raise ValidationError(SEE_BELOW.format(", ".join(wrong)))
        return [[row.name, _filled(row.form)] for row in chosen]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return not isinstance(data, Sent) or bool(data)


def _filled(form: forms.Form | None) -> dict[str, Any]:
    cleaned = form.cleaned_data if form is not None else {}
    return {name: value for name, value in cleaned.items() if value not in (None, "")}
