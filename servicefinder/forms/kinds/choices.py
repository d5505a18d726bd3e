"""What is chosen: one of several, some of several, yes or no, consent."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ..domain.definitions import FieldDef
from ..registries import FieldKind, Value
from .option_checks import whole_number_problems
from .wording import arguments, choice_messages, said

MOST_RADIO_BUTTONS = 7
MOST_CHOICES = 300
LONGEST_VALUE = 60
MOST_SELECTED_FROM = 6


def choices_of(field: FieldDef) -> list[tuple[str, str]]:
    return [(each["value"], each["label"]) for each in field.options.get("choices", [])]


def choice_problems(field: FieldDef) -> list[str]:
    """`choices` is a list of `{"value", "label"}` with different values."""
    choices = field.options.get("choices")
    if not isinstance(choices, list) or len(choices) < 2:
        return ["Es braucht mindestens zwei Antworten zur Auswahl."]
    if len(choices) > MOST_CHOICES:
        return [f"Höchstens {MOST_CHOICES} Antworten."]
    if not all(_is_choice(each) for each in choices):
        return ["Jede Antwort hat einen Wert und eine Beschriftung."]
    values = [each["value"] for each in choices]
    twice = sorted({value for value in values if values.count(value) > 1})
    return [f"Der Wert „{value}“ steht zweimal in der Auswahl." for value in twice]


def _is_choice(each: Any) -> bool:
    return (
        isinstance(each, dict)
        and all(isinstance(each.get(name), str) and each[name] for name in ("value", "label"))
        and len(each["value"]) <= LONGEST_VALUE
    )


class Choice(FieldKind):
    """`display` is `radio` or `select`; without, a few answers are radio buttons and many are a list."""

    name = "choice"
    label = "Auswahl, eine Antwort"
    options = {"choices": (), "display": ""}
    template = "onlineforms/fields/choice.html"

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        choices = choices_of(field)
        as_list = self.option(field, "display") == "select" or len(choices) > MOST_RADIO_BUTTONS
        if as_list and self.option(field, "display") != "radio":
            choices = [("", said(language, "Bitte wählen", "Please choose")), *choices]
            widget: forms.Widget = forms.Select({"autocomplete": "off"})
        else:
            widget = forms.RadioSelect()
            if not field.required:
                choices = [*choices, ("", said(language, "keine Angabe", "no answer"))]
        return forms.ChoiceField(
            **arguments(field, language, choice_messages(field, language)), choices=choices, widget=widget
        )

    def shown(self, field: FieldDef, stored: Any, language: str) -> str:
        return dict(choices_of(field)).get(stored, stored) if stored else ""

    def samples(self, field: FieldDef, landmarks: Sequence[Decimal]) -> list[Any]:
        return [*(value for value, _ in choices_of(field)), *([] if field.required else [None])]

    def problems(self, field: FieldDef) -> list[str]:
        known = self.option(field, "display") in ("", "radio", "select")
        return [*choice_problems(field), *([] if known else ["Die Darstellung ist „radio“ oder „select“."])]


class SeveralField(forms.MultipleChoiceField):
    def __init__(self, *, least: int, most: int | None, **kwargs: Any) -> None:
        self.least, self.most = least, most
        super().__init__(widget=forms.CheckboxSelectMultiple(), **kwargs)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and len(value) < self.least:
            raise ValidationError(self.error_messages["least"], code="least")
        if self.most is not None and len(value) > self.most:
            raise ValidationError(self.error_messages["most"], code="most")


class SeveralChoices(FieldKind):
    """`least` and `most` say how many may be chosen."""

    name = "choices"
    label = "Auswahl, mehrere Antworten"
    options = {"choices": (), "least": 1, "most": None}
    template = "onlineforms/fields/choice.html"

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        least, most = self.option(field, "least"), self.option(field, "most")
        errors = choice_messages(
            field,
            language,
            least=said(language, f"Bitte mindestens {least} auswählen.", f"Please choose at least {least}."),
            most=said(language, f"Bitte höchstens {most} auswählen.", f"Please choose at most {most}."),
        )
        return SeveralField(
            **arguments(field, language, errors), choices=choices_of(field), least=least, most=most
        )

    def stored(self, cleaned: Any) -> Any:
        return list(cleaned) if cleaned else None

    def value(self, stored: Any) -> Value:
        return list(stored) if stored else None

    def shown(self, field: FieldDef, stored: Any, language: str) -> str:
        labels = dict(choices_of(field))
        return "\n".join(labels.get(each, each) for each in stored or ())

    def samples(self, field: FieldDef, landmarks: Sequence[Decimal]) -> list[Any]:
        """Every selection; none of long lists, where there are too many."""
        values = [value for value, _ in choices_of(field)]
        if len(values) > MOST_SELECTED_FROM:
            return []
        least, most = self.option(field, "least"), self.option(field, "most") or len(values)
        sizes = range(least, most + 1)
        chosen = [list(each) for size in sizes for each in combinations(values, size)]
        return [*chosen, *([] if field.required else [None])]

    def problems(self, field: FieldDef) -> list[str]:
        names = {"least": "Mindestens so viele", "most": "Höchstens so viele"}
        found = [*choice_problems(field), *whole_number_problems(field.options, names, 1, MOST_CHOICES)]
        least, most = self.option(field, "least"), self.option(field, "most")
        if not found and most is not None and least > most:
            found.append("Es müssen mehr Antworten gewählt werden, als gewählt werden dürfen.")
        if not found and least > len(field.options["choices"]):
            found.append("Es müssen mehr Antworten gewählt werden, als da sind.")
        return found


class YesOrNo(FieldKind):
    name = "yesno"
    label = "Ja oder nein"
    template = "onlineforms/fields/choice.html"

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        choices = [("yes", said(language, "Ja", "Yes")), ("no", said(language, "Nein", "No"))]
        if not field.required:
            choices.append(("", said(language, "keine Angabe", "no answer")))
        return forms.TypedChoiceField(
            **arguments(field, language, choice_messages(field, language)),
            choices=choices,
            coerce=lambda answer: answer == "yes",
            empty_value=None,
            widget=forms.RadioSelect(),
        )

    def stored(self, cleaned: Any) -> Any:
        return cleaned if isinstance(cleaned, bool) else None

    def initial(self, stored: Any) -> Any:
        return None if stored is None else "yes" if stored else "no"

    def shown(self, field: FieldDef, stored: Any, language: str) -> str:
        if stored is None:
            return ""
        return said(language, "Ja", "Yes") if stored else said(language, "Nein", "No")

    def samples(self, field: FieldDef, landmarks: Sequence[Decimal]) -> list[Any]:
        return [True, False, *([] if field.required else [None])]


class Consent(FieldKind):
    """A box to tick; the label is what is agreed to, as a whole sentence."""

    name = "consent"
    label = "Zustimmung"
    template = "onlineforms/fields/checkbox.html"

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        needed = said(
            language, "Bitte stimmen Sie zu, sonst geht es nicht weiter.", "Please agree to continue."
        )
        errors = choice_messages(field, language) | {"required": field.message or needed}
        return forms.BooleanField(**arguments(field, language, errors))

    def stored(self, cleaned: Any) -> Any:
        return True if cleaned else None

    def value(self, stored: Any) -> Value:
        return bool(stored)

    def samples(self, field: FieldDef, landmarks: Sequence[Decimal]) -> list[Any]:
        return [True, *([] if field.required else [None])]

    def shown(self, field: FieldDef, stored: Any, language: str) -> str:
        return said(language, "Ja", "Yes") if stored else ""
