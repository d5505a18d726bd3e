"""What the citizen's pages and documents say; one instance per language."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class StateTexts:
    """A state for the citizen: its name, what it means, what comes next.

    `{due}` is filled in: the day by which one hears from us, as the confirmation of the form promises.
    """

    name: str
    meaning: str
    next: str


@dataclass(frozen=True)
class PdfTexts:
    lang: str
    date_format: str
    moment_format: str
    reference: str
    subject: str
    date: str
    received: str
    page: str
    of: str
    remedy: str
    greeting: str
    unsigned: str
    receipt: str
    files: str
    price: str


@dataclass(frozen=True)
class FormTexts:
    """Labels, hints and errors of the forms."""

    reference: str
    reference_hint: str
    reference_missing: str
    reference_wrong: str
    code: str
    code_hint: str
    code_missing: str
    code_wrong: str
    no_such_case: str
    email: str
    email_hint: str
    email_missing: str
    email_wrong: str
    answer: str
    answer_hint: str
    answer_missing: str
    answer_too_long: str
    file: str
    file_hint: str
    file_missing: str
    too_many_files: str
    too_many_bytes: str
    file_again: str
    no_longer: str
    changed: str


@dataclass(frozen=True)
class PageTexts:
    """`payment_hints` by way of payment (`payment_providers`), for what is not paid yet."""

    home: str
    cases: str
    enter_lead: str
    open: str
    no_code: str
    link_title: str
    link_lead: str
    link_send: str
    link_sent_title: str
    link_sent: tuple[str, ...]
    case_title: str
    reference: str
    received: str
    due: str
    department: str
    next: str
    late: str
    question: str
    question_of: str
    send_answer: str
    exchange: str
    you: str
    history: str
    documents: str
    no_documents: str
    from_you: str
    from_us: str
    decision: str
    decision_lead: str
    decision_fetch: str
    receipt: str
    receipt_lead: str
    receipt_show: str
    add: str
    add_lead: str
    hand_in: str
    payment: str
    payment_states: Mapping[str, str]
    payment_dropped: str
    payment_hints: Mapping[str, str]
    withdraw: str
    withdraw_lead: str
    withdraw_title: str
    withdraw_ask: str
    withdraw_consequences: tuple[str, ...]
    withdraw_do: str
    withdraw_not: str
    withdraw_impossible: str
    done: Mapping[str, str]
    no_mail: str
    bounced: str
    keep_private: str
    refused_title: str
    refused: Mapping[str, str]
    refused_ways: str
    gone_title: str
    gone: str
    receipt_title: str
    sent: str
    files: str
    as_pdf: str
    back: str
    price: str
    total: str


@dataclass(frozen=True)
class Texts:
    states: Mapping[str, StateTexts]
    events: Mapping[str, str]
    page: PageTexts
    form: FormTexts
    pdf: PdfTexts
