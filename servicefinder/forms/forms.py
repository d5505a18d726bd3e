"""One step of a form as it was sent, checked by the kinds of its fields."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from capabilities.forms import CookielessForm

from .domain.definitions import FieldDef, FormDef, StepDef
from .domain.drafts import VALID_FOR
from .domain.submitting import FILE_KIND
from .domain.walking import AskedStep, Walk
from .registries import field_kinds

# Which fields a page showed: others are asked anew, and are no mistake of whoever sent it.
SHOWN = "_shown"
ACTION = "_do"


class Guard(CookielessForm):
    """Ticket and honeypot of every page of a draft; the whole form takes its time, not each step.

    The link itself proves that the form was fetched from us, so the ticket lasts as long as the draft.
    """

    purpose = "onlineforms"
    min_age = timedelta(0)
    max_age = VALID_FOR + timedelta(days=1)  # To the end of the last day.

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, prefix="guard")


class MailLink(Guard):
    """To whom the link of a draft is sent."""

    email = forms.EmailField(max_length=254)

    def __init__(self, label: str, invalid: str, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.fields["email"].label = label
        self.fields["email"].error_messages.update({"invalid": invalid, "required": invalid})


class StepForm(forms.Form):
    """Fields of a step under their own names. `answers` are shown until something is sent."""

    use_required_attribute = False

    def __init__(
        self,
        fields: Sequence[FieldDef],
        language: str,
        answers: Mapping[str, Any],
        data: QueryDict | None = None,
        files: MultiValueDict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, files)
        self.definitions = {field.name: field for field in fields}
        for field in fields:
            kind = field_kinds.get(field.kind)
            if kind is None or not kind.is_asked or not kind.has_answer:
                continue
            made = kind.form_field(field, language)
            if field.kind == FILE_KIND:
                made.required = made.required and not answers.get(field.name)
            elif answers.get(field.name) is not None:
                made.initial = kind.initial(answers[field.name])
            self.fields[field.name] = made

    def narrow(self, names: Collection[str]) -> None:
        """Leave out what is not asked, and what was wrong about it."""
        for name in [name for name in self.fields if name not in names]:
            del self.fields[name]
            self.errors.pop(name, None)

    def forgive(self, names: Collection[str] | None = None) -> None:
        """Show what was sent without calling these fields (or any) wrong."""
        if names is None:
            self._errors = ErrorDict()
        else:
            for name in names:
                self.errors.pop(name, None)

    def blame(self, errors: Mapping[str, ValidationError]) -> None:
        """What was in order when it was sent and is not any more, though nothing is sent now."""
        self._errors = ErrorDict()
        for name, error in errors.items():
            if name in self.fields:
                self._errors[name] = self.error_class(error.error_list)

    @property
    def only_lacks(self) -> bool:
        """Whether nothing that was written is wrong, though something may be missing."""
        codes = {error.code for errors in self.errors.as_data().values() for error in errors}
        return codes <= {"required", "incomplete"}


@dataclass
class Sent:
    """A step that was sent. `answers` are those that can be kept, `uploads` checked files by field.

    `new` are fields that are asked only because of what was answered here, and were not shown yet.
    """

    form: StepForm
    walk: Walk
    asked: AskedStep
    answers: dict[str, Any]
    uploads: dict[str, list[Any]]
    new: tuple[str, ...]


def check_step(
    form: FormDef,
    name: str,
    answers: Mapping[str, Any],
    data: QueryDict,
    files: MultiValueDict[str, Any] | None,
    language: str,
) -> Sent:
    """Check what was sent for the step `name`, which has to be one that is asked."""
    step = next(each for each in form.steps if each.name == name)
    checked = StepForm(step.fields, language, answers, _with_known(step, answers, data), files)
    checked.full_clean()
    stored, uploads = _stored(checked, answers)
    walk = Walk(form, {**answers, **stored})
    asked = walk.step(name)
    if asked is None:
        raise LookupError(name)
    names = {field.name for field in asked.fields}
    checked.narrow(names)
    new = tuple(name for name in checked.fields if name not in _shown(data, names))
    checked.forgive(new)
    kept = {name: value for name, value in stored.items() if name in names and name not in (*uploads, *new)}
    return Sent(
        checked,
        walk,
        asked,
        {name: value for name, value in kept.items() if name not in checked.errors},
        {name: value for name, value in uploads.items() if name in names},
        new,
    )


def _stored(form: StepForm, answers: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, list[Any]]]:
    """Answers as they are kept; what is wrong counts as none. Files are listed with those kept before."""
    stored: dict[str, Any] = {}
    uploads: dict[str, list[Any]] = {}
    for name in form.fields:
        definition = form.definitions[name]
        kind = field_kinds.get(definition.kind)
        cleaned = form.cleaned_data.get(name)
        if definition.kind == FILE_KIND:
            uploads[name] = list(cleaned or ()) or _good_ones(form, name)
            listed = [{"id": "", "name": each.name, "size": each.size} for each in uploads[name]]
            stored[name] = [*(answers.get(name) or ()), *listed] or None
        elif kind is not None:
            stored[name] = kind.stored(cleaned) if name in form.cleaned_data else None
    return stored, uploads


def _good_ones(form: StepForm, name: str) -> list[Any]:
    """Of several files, those that can be kept though another one was refused."""
    good: list[Any] = []
    several = form.files.getlist(name) if name in form.errors and form.files else []
    for file in several if len(several) > 1 else ():
        try:
            good += form.fields[name].clean([file])
        except ValidationError:
            continue
    return good


def _with_known(step: StepDef, answers: Mapping[str, Any], data: QueryDict) -> QueryDict:
    """What was sent, and lines of text that are known of fields which the page did not show yet."""
    shown = _shown(data, {field.name for field in step.fields})
    hidden = (field.name for field in step.fields if field.name not in shown and field.name not in data)
    known = {name: answers[name] for name in hidden if isinstance(answers.get(name), str)}
    if not known:
        return data
    filled = data.copy()
    filled.update(known)
    return filled


def _shown(data: QueryDict, names: Collection[str]) -> Collection[str]:
    """What the page had shown; all that is asked, where it does not say."""
    return str(data[SHOWN]).split(",") if SHOWN in data else names
