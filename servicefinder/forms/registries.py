"""What a form can ask for: `field_kinds`, one module each in `servicefinder.forms.kinds`.

A kind turns a `FieldDef` into a Django form field, and its cleaned value into JSON that is stored for ever,
into a value for expressions, and into words. Definitions are handed over in the language of the page
(`FormDef.in_language`); `language` is for the kind's own words.

A page draws a field with `{% include kind.template with field=bound definition=definition only %}`; `field`
is left out where nothing is typed in (`is_asked`), `answer` then holds what `shown` says. The form needs
`enctype="multipart/form-data"`. An error summary links to `field.id_for_label`, or `field.auto_id` where that
is empty. Before it validates, a view asks `pressed` of every field of the step: with buttons inside a field
(repeating groups) it is the changed POST to show again, unchecked, with what was typed.

Files are kept by the view, not in the answers that `stored` makes: of the uploads that a file's form field
gives as a list, and of those kept before, the stored answer is `[{"id", "name", "size"}, …]`. The view sets
`required = False` where files are there already, and asks `kinds.files.too_many`.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict

from outbox.registries import Registry

from .domain.definitions import FieldDef
from .domain.problems import Problem

# What expressions reckon with. A list is what a repeating group or a choice of several gives.
Value = str | bool | Decimal | date | list[Any] | None


class FieldKind(ABC):
    """`name` stands in definitions, `label` in the editor; `options` are the names that
    `FieldDef.options` may have, with what holds where one is missing.

    Where `has_answer` is False (information) nothing is asked, and the other methods are not called.
    Where `is_asked` is False (information, calculated) `form_field` is not called.
    """

    name: str
    label: str
    options: Mapping[str, Any] = {}
    has_answer = True
    is_asked = True
    in_groups = True
    template = "onlineforms/fields/input.html"

    @abstractmethod
    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        """With label, help text, limits and messages; its widget works without JavaScript."""

    def pressed(self, field: FieldDef, data: QueryDict) -> QueryDict | None:
        """What to show again when a button inside the field sent `data`; None where none did."""
        return None

    def stored(self, cleaned: Any) -> Any:
        """JSON: numbers as strings, days as ISO 8601, an empty answer as None."""
        return cleaned or None

    def initial(self, stored: Any) -> Any:
        """What the form field takes to show a stored answer again."""
        return stored

    def recheck(self, field: FieldDef, stored: Any, language: str) -> None:
        """Whether a stored answer would be taken today. Raises ValidationError.

        A day in the future is one in the past by the time that a form is sent.
        """
        made = self.form_field(field, language)
        made.clean(made.prepare_value(self.initial(stored)))

    def value(self, stored: Any) -> Value:
        """For conditions and calculations; None where nothing was answered."""
        result: Value = stored
        return result

    def shown(self, field: FieldDef, stored: Any, language: str) -> str:
        """For summary, case and receipt; empty where nothing was answered. May have several lines."""
        return "" if stored is None else str(stored)

    def problems(self, field: FieldDef) -> list[str]:
        """What is wrong with the field's options, in German sentences for its editor."""
        return []

    def samples(self, field: FieldDef, landmarks: Sequence[Decimal]) -> list[Any]:
        """Stored answers that stand for all: whatever a condition or a sum can make of an answer, it makes
        of one of these. `landmarks` are numbers that conditions compare with. Empty where none can stand.
        """
        return []

    def option(self, field: FieldDef, name: str) -> Any:
        """An option of the field, or what holds without it."""
        return field.options.get(name, self.options[name])


@dataclass(frozen=True)
class Preflight:
    """Looks at a form's page before it is published, and says what keeps it from working."""

    name: str
    problems: Callable[[Any], list[Problem]]


field_kinds: Registry[FieldKind] = Registry()
preflights: Registry[Preflight] = Registry()
