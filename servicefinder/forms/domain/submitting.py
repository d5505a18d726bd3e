"""From a draft to a case: one transaction, one case, whoever presses the button how often."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import override

from servicefinder.cases.domain.contents import Contents, NewCase, Person, Price, Row, Section
from servicefinder.cases.domain.opening import open_case
from servicefinder.cases.domain.secrets import give_access
from servicefinder.cases.registries import payment_providers

from ..editing.deliveries import chosen_targets
from ..models import Draft, DraftFile
from ..registries import field_kinds
from .draft_files import contents_of, delete_rows
from .drafts import ATTEMPTS, CONTENT, AlreadySubmitted, Content, OpenDraft, kept_until, open_draft, open_step
from .rechecking import wrong_step
from .walking import AskedStep, Walk

FILE_KIND = "file"
DEFAULT_MAIL = {
    "de": (
        "Ihre Angaben sind eingegangen",
        "Guten Tag,\n\nIhre Angaben sind bei uns eingegangen. Aktenzeichen: {reference}\n\n"
        "Bis zum {due} hören Sie von uns. Den Stand sehen Sie jederzeit unter diesem Link:\n{link}\n\n"
        "Wer diesen Link hat, kann Ihren Vorgang sehen. Bitte geben Sie ihn nicht weiter.",
    ),
    "en": (
        "We have received your details",
        "Hello,\n\nwe have received your details. Your reference number: {reference}\n\n"
        "You will hear from us by {due}. You can follow the progress with this link:\n{link}\n\n"
        "Anyone with this link can see your case. Please do not pass it on.",
    ),
}


class Incomplete(Exception):
    """Something is missing or wrong by now, or the matter ends at a step: `step` is where to go."""

    def __init__(self, step: AskedStep) -> None:
        super().__init__(step.step.name)
        self.step = step


@dataclass(frozen=True)
class Confirmation:
    """What the citizen keeps. Without a case (tried out) `reference`, `secret` and `due_on` are empty.

    `due_on` is ISO 8601; `payment` says how the price is paid.
    """

    reference: str = ""
    secret: str = ""
    due_on: str = ""
    email: bool = False
    price: tuple[Price, ...] = ()
    payment: str = ""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> "Confirmation":
        return cls(**{**value, "price": tuple(Price(**each) for each in value["price"])})

    @property
    def total_cents(self) -> int:
        return sum(each.cents for each in self.price)


def submit(draft: OpenDraft) -> Confirmation:
    """The one confirmation of this draft, by whichever request it was submitted.

    Raises Incomplete, NoSuchDraft, and what opening a case raises; then nothing has happened.
    """
    for _ in range(ATTEMPTS):
        if draft.content.confirmation is not None:
            return Confirmation.from_json(draft.content.confirmation)
        if confirmation := _submitted(draft):
            return confirmation
        draft = open_draft(draft.token)  # Changed meanwhile, or submitted from elsewhere.
    raise AlreadySubmitted


def _submitted(draft: OpenDraft) -> Confirmation | None:
    """None where the draft is no longer as it was read."""
    walk = draft.walk()
    if (step := open_step(draft, walk)) is not None:
        raise Incomplete(step)
    if (step := wrong_step(draft, walk, draft.row.language)) is not None:
        raise Incomplete(step)
    new = None if draft.content.try_out else new_case(draft, walk)
    with transaction.atomic():
        # The row belongs to this transaction from here on: others wait, and then find it submitted.
        unchanged = Draft.objects.filter(
            pk=draft.row.pk, revision=draft.row.revision, submitted_at__isnull=True
        )
        if not unchanged.update(revision=F("revision") + 1, submitted_at=timezone.now()):
            return None
        confirmation = _open(new, draft) if new else Confirmation(price=walk.prices(draft.row.language))
        _erase(draft, confirmation)
        return confirmation


def new_case(draft: OpenDraft, walk: Walk) -> NewCase:
    """What the case file takes: answers to what was asked, in words and as data, price and files."""
    language, settings = draft.row.language, draft.settings
    subject, text = mail_of(draft)
    contents = Contents(
        person=person_of(walk),
        sections=tuple(sections(walk, language)),
        answers=dict(walk.answers),
        price=walk.prices(language),
        receipt_text=draft.form.text(settings.get("receipt_text", ""), language),
    )
    return NewCase(
        case_type=settings["case_type"],
        submission_key=f"draft:{draft.row.pk}",
        contents=contents,
        files=contents_of(draft, _file_fields(walk)),
        service_id=settings.get("service") or None,
        language=language,
        form=str(draft.row.version.form_id),
        form_version=draft.row.version.number,
        mail_subject=subject,
        mail_text=text,
        payment_way=settings.get("payment") or "",
        deliver_to=tuple(chosen_targets(settings.get("deliver_to") or ()).items()),
    )


def sections(walk: Walk, language: str) -> Iterator[Section]:
    """Every step with what was answered in it, as people read it."""
    form = walk.form.in_language(language)
    with override(language):
        for asked in walk.steps:
            step = form.step(asked.step.name)
            names = {field.name for field in asked.fields}
            if step is None:
                continue
            rows = [
                Row(field.label, shown)
                for field in step.fields
                if field.name in names and (shown := shown_answer(field, walk, language))
            ]
            if rows:
                yield Section(step.title, tuple(rows))


def shown_answer(field: Any, walk: Walk, language: str) -> str:
    kind = field_kinds.get(field.kind)
    if kind is None or field.name not in walk.answers:
        return ""
    return kind.shown(field, walk.answers[field.name], language)


def person_of(walk: Walk) -> Person:
    """From the first field of each kind that says something about whoever fills in the form."""
    person = Person()
    for field in (field for step in walk.steps for field in step.fields):
        stored = walk.answers.get(field.name)
        if not stored:
            continue
        if field.kind == "person" and field.options.get("own", True) and not person.family_name:
            known = ("family_name", "given_names", "birth_date")
            person = replace(person, **{name: str(stored.get(name) or "") for name in known})
        elif field.kind in ("email", "phone") and not getattr(person, field.kind):
            person = replace(person, **{field.kind: str(stored)})
    return person


def mail_of(draft: OpenDraft) -> tuple[str, str]:
    """Subject and text in the language of the draft; what the form does not say, the city does."""
    language = draft.row.language
    subject, text = DEFAULT_MAIL.get(language, DEFAULT_MAIL["de"])
    own = draft.settings.get("mail_subject", ""), draft.settings.get("mail_text", "")
    return (
        draft.form.text(own[0], language) or subject,
        draft.form.text(own[1], language) or text,
    )


def _open(new: NewCase, draft: OpenDraft) -> Confirmation:
    opened = open_case(new)
    case = opened.case
    provider = payment_providers.get(draft.settings.get("payment") or "")
    with override(new.language):
        payment = provider.start(case) if provider and case.price_cents else ""
    return Confirmation(
        reference=case.reference,
        secret=opened.secret or give_access(case.pk),
        due_on=case.due_on.isoformat(),
        email=bool(new.contents.person.email),
        price=new.contents.price,
        payment=payment,
    )


def _erase(draft: OpenDraft, confirmation: Confirmation) -> None:
    """Of the answers nothing stays in the draft; the same link shows the confirmation for a while."""
    left = Content({}, try_out=draft.content.try_out, confirmation=asdict(confirmation))
    Draft.objects.filter(pk=draft.row.pk).update(
        sealed=draft.seal.close_json(CONTENT, left.as_json()), expires_at=kept_until()
    )
    delete_rows(DraftFile.objects.filter(draft=draft.row))


def _file_fields(walk: Walk) -> Iterator[str]:
    for step in walk.steps:
        yield from (field.name for field in step.fields if field.kind == FILE_KIND)
