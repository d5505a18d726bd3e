"""Half-filled forms: found and opened by their link alone, for a fortnight after the last answer.

Two tabs of the same draft do not overwrite each other: only the answers of the step that was sent are
replaced, and whoever lost a race reads again and applies its own once more.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import F
from django.utils import timezone

from ..models import Draft, FormVersion
from ..registries import field_kinds
from .definitions import FieldDef, FormDef, StepDef
from .sealed_drafts import DraftSeal, digest_of, new_token
from .versions import form_of_version
from .walking import AskedStep, Walk

VALID_FOR = timedelta(days=14)
END_OF_DAY = time(23, 59)
CONTENT = "content"
ATTEMPTS = 20


def kept_until() -> datetime:
    """The end of a day, since pages name no more than the day."""
    day = timezone.localdate() + VALID_FOR
    return timezone.make_aware(datetime.combine(day, END_OF_DAY))


class NoSuchDraft(LookupError):
    """The link opens nothing: mistyped, or deleted because it had expired."""


class DraftExpired(NoSuchDraft):
    """The fortnight is over."""


class AlreadySubmitted(Exception):
    """Nothing can be changed any more; the confirmation can be shown."""


@dataclass(frozen=True)
class Content:
    """`answers`: stored values by field. `done`: steps that were sent without mistakes. `try_out`: no case.

    `confirmation` is what is left once the draft was submitted.
    """

    answers: Mapping[str, Any]
    done: Collection[str] = ()
    try_out: bool = False
    confirmation: Mapping[str, Any] | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "answers": dict(self.answers),
            "done": list(self.done),
            "try_out": self.try_out,
            "confirmation": self.confirmation,
        }


@dataclass(frozen=True)
class OpenDraft:
    """A draft with what its link opens."""

    row: Draft
    token: str
    seal: DraftSeal
    form: FormDef
    content: Content

    @property
    def settings(self) -> Mapping[str, Any]:
        settings: Mapping[str, Any] = self.row.version.settings
        return settings

    def walk(self) -> Walk:
        return Walk(self.form, self.content.answers)


def start(
    version: FormVersion, language: str, *, answers: Mapping[str, Any] | None = None, try_out: bool = False
) -> tuple[Draft, str]:
    """A new draft with `answers`, and the token that opens it, which cannot be read again later."""
    token = new_token()
    draft = Draft(digest=digest_of(token), version=version, language=language, expires_at=kept_until())
    draft.sealed = DraftSeal(draft.pk, token).close_json(
        CONTENT, Content(dict(answers or {}), try_out=try_out).as_json()
    )
    draft.save(force_insert=True)
    return draft, token


def open_draft(token: str) -> OpenDraft:
    """Raises NoSuchDraft, DraftExpired. One query."""
    row = Draft.objects.select_related("version").filter(digest=digest_of(token)).first()
    if row is None:
        raise NoSuchDraft
    if row.expires_at <= timezone.now():
        raise DraftExpired
    seal = DraftSeal(row.pk, token)
    content = Content(**seal.open_json(CONTENT, row.sealed))
    return OpenDraft(row, token, seal, form_of_version(row.version), content)


def save_step(draft: OpenDraft, step: StepDef, answers: Mapping[str, Any], *, done: bool) -> OpenDraft:
    """Replace the answers to fields of `step`. Raises AlreadySubmitted, NoSuchDraft.

    A step that is not `done` is asked again before the form can be submitted.
    """

    def saved(content: Content) -> Content:
        others = [name for name in content.done if name != step.name]
        steps = [*others, step.name] if done else others
        return replace(content, answers={**content.answers, **answers}, done=steps)

    return change(draft, saved)


def speak(draft: OpenDraft, language: str) -> None:
    """Whoever changed the language on the way gets mail and receipt in the one they send it in."""
    if draft.row.language != language:
        Draft.objects.filter(pk=draft.row.pk).update(language=language)
        draft.row.language = language


def change(draft: OpenDraft, changed: Callable[[Content], Content]) -> OpenDraft:
    """Write what `changed` makes of the content, of the newest if somebody was faster.

    Raises AlreadySubmitted, NoSuchDraft.
    """
    for _ in range(ATTEMPTS):
        if draft.content.confirmation is not None:
            raise AlreadySubmitted
        if written := _written(draft, changed(draft.content)):
            return written
        draft = open_draft(draft.token)
    raise RuntimeError("a draft changed faster than it could be written")


def _written(draft: OpenDraft, content: Content) -> OpenDraft | None:
    """None where somebody else was faster."""
    row = draft.row
    sealed, expires_at = draft.seal.close_json(CONTENT, content.as_json()), kept_until()
    current = Draft.objects.filter(pk=row.pk, revision=row.revision, submitted_at__isnull=True)
    if not current.update(revision=F("revision") + 1, sealed=sealed, expires_at=expires_at):
        return None
    row.revision, row.sealed, row.expires_at = row.revision + 1, sealed, expires_at
    return replace(draft, content=content)


def open_step(draft: OpenDraft, walk: Walk) -> AskedStep | None:
    """The first step that still wants something, or that ends the matter; None where all is answered."""
    return next((step for step in walk.steps if not is_answered(draft, walk, step)), None)


def is_answered(draft: OpenDraft, walk: Walk, step: AskedStep) -> bool:
    """Sent without mistakes, with everything that has to be there as the other answers are now."""
    return (
        step.step.name in draft.content.done
        and walk.stop(step) is None
        and not any(_lacks(walk, field) for field in step.fields)
    )


def _lacks(walk: Walk, field: FieldDef) -> bool:
    """Calculated values are no question; a box that must be ticked stores True."""
    kind = field_kinds.get(field.kind)
    if kind is None or not kind.has_answer or not kind.is_asked or not field.required:
        return False
    return walk.answers.get(field.name) in (None, "", [])
