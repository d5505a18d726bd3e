"""Stored answers once more, before a case is made of them: days pass, files go."""

from collections.abc import Iterator, Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from ..registries import field_kinds
from .draft_files import gone_files
from .drafts import OpenDraft
from .walking import AskedStep, Walk

Errors = Mapping[str, ValidationError]


def wrong_step(draft: OpenDraft, walk: Walk, language: str) -> AskedStep | None:
    """The first step with an answer that would not be taken today."""
    gone = gone_files(draft)
    return next((step for step in walk.steps if dict(_wrong(step, walk, language, gone))), None)


def wrong_answers(draft: OpenDraft, walk: Walk, step: AskedStep, language: str) -> Errors:
    """By field, of a step that was in order when it was sent."""
    if step.step.name not in draft.content.done:
        return {}
    return dict(_wrong(step, walk, language, gone_files(draft)))


def _wrong(
    step: AskedStep, walk: Walk, language: str, gone: Mapping[str, list[str]]
) -> Iterator[tuple[str, ValidationError]]:
    for field in step.fields:
        kind = field_kinds.get(field.kind)
        if kind is None or not kind.has_answer or not kind.is_asked:
            continue
        if names := gone.get(field.name):
            text = gettext("Das ist nicht mehr da, bitte laden Sie es noch einmal hoch: %s")
            yield field.name, ValidationError(text % ", ".join(names))
        try:
            kind.recheck(field, walk.answers.get(field.name), language)
        except ValidationError as error:
            yield field.name, error
