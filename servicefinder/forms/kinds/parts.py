"""A field of several boxes: one question, one answer, each box with a label of its own."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError


@dataclass(frozen=True)
class Part:
    """`name` ends the box's name in the POST. A box that never `counts` does not make an answer by itself."""

    name: str
    label: str
    field: forms.Field
    width: str = ""
    counts: bool = True


class PartsWidget(forms.MultiWidget):
    """Values are dicts by the names of the parts."""

    def __init__(self, parts: tuple[Part, ...]) -> None:
        self.parts = parts
        super().__init__({part.name: part.field.widget for part in parts})

    def decompress(self, value: Any) -> list[Any]:
        values = value if isinstance(value, dict) else {}
        return [values.get(part.name) for part in self.parts]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for part, box in zip(self.parts, context["widget"]["subwidgets"], strict=True):
            box.update(label=part.label, width=part.width, optional=not part.field.required)
        return context

    def id_for_label(self, id_: str, index: Any = None) -> str:
        return f"{id_}_0" if id_ else id_

    def use_required_attribute(self, initial: Any) -> bool:
        return False


class PartError(ValidationError):
    """Wrong in the box `part`."""

    def __init__(self, message: str, part: str) -> None:
        super().__init__(message, code=part)
        self.part = part


class PartsBoundField(forms.BoundField):
    """Knows what is wrong with which box."""

    field: "PartsField"

    def boxes(self) -> list[dict[str, Any]]:
        """Contexts of the boxes with their `errors`. `is_wrong` are, where the whole is, all that count."""
        found, whole = self.errors.as_data(), bool(self.whole_errors())
        needed = any(part.field.required for part in self.field.parts)
        boxes: list[dict[str, Any]] = self.subwidgets[0].data["subwidgets"]
        for part, box in zip(self.field.parts, boxes, strict=True):
            own = [error.messages[0] for error in found if getattr(error, "part", None) == part.name]
            is_part_of_it = part.counts and (part.field.required or not needed)
            box.update(errors=own, is_wrong=bool(own) or (whole and is_part_of_it))
        return boxes

    def whole_errors(self) -> list[str]:
        """What is wrong with the boxes together."""
        found = self.errors.as_data()
        return [error.messages[0] for error in found if not isinstance(error, PartError)]

    def id_of(self, name: str) -> str:
        index = [part.name for part in self.field.parts].index(name)
        return f"{self.auto_id}_{index}"


def target_of(box: forms.BoundField, error: ValidationError) -> str:
    """Id of the box that an error of the field is about."""
    if isinstance(error, PartError) and isinstance(box, PartsBoundField):
        return box.id_of(error.part)
    return getattr(error, "target", "") or box.id_for_label or box.auto_id


class PartsField(forms.Field):
    """Cleans part by part, naming the part in each error; `compressed` makes the answer."""

    def __init__(self, parts: tuple[Part, ...], **kwargs: Any) -> None:
        self.parts = parts
        super().__init__(widget=PartsWidget(parts), **kwargs)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> PartsBoundField:
        return PartsBoundField(form, self, field_name)

    def clean(self, value: Any) -> Any:
        boxes = list(value) if isinstance(value, list | tuple) else self.widget.decompress(value)
        counted = [each for part, each in zip(self.parts, boxes, strict=True) if part.counts]
        if all(_is_blank(each) for each in counted):
            self.validate(None)
            return None
        return self.compressed(self._cleaned(boxes))

    def _cleaned(self, boxes: list[Any]) -> dict[str, Any]:
        cleaned, errors = {}, []
        for part, box in zip(self.parts, boxes, strict=True):
            try:
                cleaned[part.name] = part.field.clean(box)
            except ValidationError as error:
                errors += [PartError(message, part.name) for message in error.messages]
        if errors:
            raise ValidationError(errors)
        return cleaned

    def compressed(self, cleaned: dict[str, Any]) -> Any:
        """Raises ValidationError where the parts do not go together."""
        return {name: value for name, value in cleaned.items() if value not in (None, "")}


def _is_blank(box: Any) -> bool:
    return box is None or not str(box).strip()
