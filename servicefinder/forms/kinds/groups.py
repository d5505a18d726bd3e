"""The same questions several times: children, dogs."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from ..domain.definitions import DefinitionProblem, FieldDef, field_from_json
from ..registries import FieldKind, Value, field_kinds
from .option_checks import whole_number_problems
from .parts import target_of
from .wording import arguments, messages, said

MOST_ENTRIES = 50


def questions(field: FieldDef) -> list[FieldDef]:
    """The fields of one entry. Raises DefinitionProblem."""
    return [field_from_json(each, f"fields[{i}]") for i, each in enumerate(field.options.get("fields", ()))]


class EntriesWidget(forms.Widget):
    """Its context holds `entries`: a form for each, bound when the whole form is.

    Names in the POST are `<name>-<n>-<field>`.
    """

    template_name = "onlineforms/fields/group.html"

    def __init__(self, fields: list[FieldDef], language: str, least: int, most: int) -> None:
        self.fields, self.language, self.least, self.most = fields, language, least, most
        super().__init__()

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[forms.Form]:
        return [self._form(f"{name}-{i}", data=data, files=files) for i in range(self._count(data, name))]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return f"{name}-count" not in data

    def _count(self, data: Any, name: str) -> int:
        count = str(data.get(f"{name}-count", ""))
        return min(int(count) if count.isascii() and count.isdigit() and len(count) < 4 else 0, MOST_ENTRIES)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        entries = [self._shown(name, i, each) for i, each in enumerate(value or ())]
        for i in range(len(entries), max(self.least, 1)):
            entries.append(self._form(f"{name}-{i}"))
        context = super().get_context(name, None, attrs)
        context["widget"] |= {
            "entries": entries,
            "can_add": len(entries) < self.most,
            "has_errors": any(each.is_bound and each.errors for each in entries),
            "can_remove": len(entries) > max(self.least, 1),
        }
        return context

    def _shown(self, name: str, index: int, value: Any) -> forms.Form:
        if isinstance(value, forms.Form):
            return value
        kinds = {each.name: field_kinds.get(each.kind) for each in self.fields}
        initial = {key: kind.initial(value.get(key)) for key, kind in kinds.items() if kind}
        return self._form(f"{name}-{index}", initial=initial)

    def _form(self, prefix: str, **options: Any) -> forms.Form:
        form = forms.Form(prefix=prefix, use_required_attribute=False, **options)
        for each in self.fields:
            kind = field_kinds.get(each.kind)
            if kind is not None:
                made: Any = kind.form_field(each, self.language)
                made.template, made.definition = kind.template, each
                form.fields[each.name] = made
        return form

    def use_required_attribute(self, initial: Any) -> bool:
        return False

    def id_for_label(self, id_: str, index: Any = None) -> str:
        return ""


class EntriesField(forms.Field):
    """Cleaned, a list of stored answers by field; entries left empty are left out."""

    widget: EntriesWidget

    def __init__(self, widget: EntriesWidget, entry: str, **kwargs: Any) -> None:
        self.entry = entry
        super().__init__(widget=widget, **kwargs)

    def _errors_of(self, number: int, form: forms.Form) -> Iterator[ValidationError]:
        for name, found in form.errors.as_data().items():
            box = form[name]
            for error in found:
                text = f"{self.entry} {number}, {box.label}: {error.messages[0]}"
                yield EntryError(text, target_of(box, error))

    def clean(self, value: Any) -> list[dict[str, Any]]:
        filled = [(i, form) for i, form in enumerate(value or (), 1) if _is_filled(form)]
        if not filled:
            self.validate(None)
            return []
        if errors := [error for i, form in filled for error in self._errors_of(i, form)]:
            raise ValidationError(errors)
        if len(filled) < self.widget.least:
            raise ValidationError(self.error_messages["least"], code="least")
        if len(filled) > self.widget.most:
            raise ValidationError(self.error_messages["most"], code="most")
        return [_stored(self.widget.fields, form) for _, form in filled]


class EntryError(ValidationError):
    """Wrong in one box of one entry; `target` is where the box is."""

    def __init__(self, message: str, target: str) -> None:
        super().__init__(message, code="entry")
        self.target = target


def _is_filled(form: forms.Form) -> bool:
    """Whether anything was typed; a list that always has a value (country) does not count."""
    for name in form.fields:
        raw = form[name].data
        parts = getattr(form.fields[name], "parts", None)
        if parts is not None:
            raw = [each for part, each in zip(parts, raw, strict=True) if part.counts and each]
        if raw not in (None, "", [], False):
            return True
    return False


def _stored(fields: list[FieldDef], form: forms.Form) -> dict[str, Any]:
    stored = {}
    for each in fields:
        kind = field_kinds.get(each.kind)
        if kind is not None:
            stored[each.name] = kind.stored(form.cleaned_data[each.name])
    return {name: value for name, value in stored.items() if value is not None}


class RepeatingGroup(FieldKind):
    """`fields` are definitions of the questions of one entry, `entry` is what one is called (Kind).

    The POST has `<name>-count` and the questions as `<name>-<n>-<field>`; the buttons `<name>-add` and
    `<name>-remove` (with a number) ask for another entry or less. Kept as a list of stored answers by name.
    """

    name = "group"
    label = "Gruppe, mehrmals"
    options = {"fields": (), "least": 1, "most": 10, "entry": "Eintrag"}
    in_groups = False
    template = "onlineforms/fields/group.html"

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        least = self.option(field, "least") if field.required else 0
        most = self.option(field, "most")
        entry = self._entry(field, language)
        errors = messages(
            field,
            language,
            least=said(language, f"Bitte mindestens {least} angeben.", f"Please give at least {least}."),
            most=said(language, f"Bitte höchstens {most} angeben.", f"Please give at most {most}."),
        )
        widget = EntriesWidget(questions(field), language, least, most)
        return EntriesField(widget, entry, **arguments(field, language, errors))

    def samples(self, field: FieldDef, landmarks: Sequence[Decimal]) -> list[Any]:
        """Conditions only count entries."""
        least = self.option(field, "least") if field.required else 0
        return [[{}] * count for count in range(least, self.option(field, "most") + 1)]

    def _entry(self, field: FieldDef, language: str) -> str:
        return str(field.options.get("entry") or said(language, "Eintrag", "Entry"))

    def pressed(self, field: FieldDef, data: QueryDict) -> QueryDict | None:
        add, remove = f"{field.name}-add", f"{field.name}-remove"
        if add not in data and remove not in data:
            return None
        count = EntriesWidget([], "de", 0, 0)._count(data, field.name)
        changed = data.copy()
        index = str(changed.pop(remove, [""])[-1])
        if changed.pop(add, None) is not None:
            count = min(count + 1, self.option(field, "most"))
        elif index.isascii() and index.isdigit() and int(index[:4]) < count:
            _close_gap(changed, field.name, int(index), count)
            count -= 1
        changed[f"{field.name}-count"] = str(count)
        return changed

    def recheck(self, field: FieldDef, stored: Any, language: str) -> None:
        """Entry by entry; how many there may be never changes."""
        asked = [(each, kind) for each in questions(field) if (kind := field_kinds.get(each.kind))]
        for number, entry in enumerate(stored or (), 1):
            for each, kind in asked:
                try:
                    kind.recheck(each, entry.get(each.name), language)
                except ValidationError as error:
                    box = f"{self._entry(field, language)} {number}, {each.label}"
                    target = f"id_{field.name}-{number - 1}-{each.name}"
                    raise EntryError(f"{box}: {error.messages[0]}", target) from error

    def stored(self, cleaned: Any) -> Any:
        return list(cleaned) if cleaned else None

    def value(self, stored: Any) -> Value:
        return list(stored) if stored else None

    def shown(self, field: FieldDef, stored: Any, language: str) -> str:
        entries = []
        for number, entry in enumerate(stored or (), 1):
            lines = [f"{self._entry(field, language)} {number}"]
            for each in questions(field):
                kind = field_kinds.get(each.kind)
                text = kind.shown(each, entry.get(each.name), language) if kind else ""
                if text:
                    lines.append(f"{each.label}: {', '.join(text.splitlines())}")
            entries.append("\n".join(lines))
        return "\n\n".join(entries)

    def problems(self, field: FieldDef) -> list[str]:
        labels = {"least": "Mindestens so viele", "most": "Höchstens so viele"}
        found = whole_number_problems(field.options, labels, 1, MOST_ENTRIES)
        if not found and self.option(field, "least") > self.option(field, "most"):
            found.append("Es braucht mehr Einträge, als es geben darf.")
        try:
            asked = questions(field)
        except DefinitionProblem as error:
            return [*found, str(error)]
        if not asked:
            found.append("Die Gruppe hat keine Felder.")
        names = [each.name for each in asked]
        found += [
            f"Der Name „{each}“ steht zweimal in der Gruppe."
            for each in sorted(set(names))
            if names.count(each) > 1
        ]
        for each in asked:
            found += [f"{each.label}: {problem}" for problem in _question_problems(each)]
        return found


def _question_problems(field: FieldDef) -> list[str]:
    kind = field_kinds.get(field.kind)
    if kind is None or not kind.is_asked or not kind.in_groups:
        return ["Diese Art Feld geht in einer Gruppe nicht."]
    condition = ["In einer Gruppe haben Felder keine Bedingung."] if field.condition is not None else []
    return [*condition, *kind.problems(field)]


def _close_gap(data: QueryDict, name: str, index: int, count: int) -> None:
    """Take the answers of one entry out and let the later ones move up."""
    for number in range(index, count):
        for key in [key for key in data if key.startswith(f"{name}-{number}-")]:
            del data[key]
        start = f"{name}-{number + 1}-"
        for key in [key for key in data if key.startswith(start)]:
            data.setlist(f"{name}-{number}-{key.removeprefix(start)}", data.getlist(key))
