"""The shape of the texts, the same in each language."""

from collections.abc import Mapping
from dataclasses import dataclass

from home.enums import MessageKind


@dataclass(frozen=True)
class FormTexts:
    """One form. `sent_next` says what happens now, a sentence each."""

    title: str
    lead: str
    label: str
    hint: str
    missing: str
    purpose: str
    sent_title: str
    sent_next: tuple[str, ...]


@dataclass(frozen=True)
class PrivacyTexts:
    """Answers that Art. 13 DSGVO asks for. Placeholders: {authority}, {contact}, {officer}, {basis}."""

    heading: str
    controller: tuple[str, str]
    officer: tuple[str, str]
    officer_unknown: str
    purpose: str
    basis: tuple[str, str]
    recipients: tuple[str, str]
    retention: tuple[str, str]
    abuse: tuple[str, str]
    rights: tuple[str, str]
    page: str


@dataclass(frozen=True)
class Texts:
    forms: Mapping[MessageKind, FormTexts]
    privacy: PrivacyTexts
    home: str
    topic: str
    topic_missing: str
    name: str
    email: str
    email_hint: str
    email_invalid: str
    no_answer: str
    telephone: str
    page: str
    page_hint: str
    send: str
    too_long: str
    next: str
    back_to: str
    statement: str
    confirmation_subject: str
    confirmation: str
