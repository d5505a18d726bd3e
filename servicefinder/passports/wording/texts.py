"""What the pages say; one instance per language. `{…}` is filled in."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Texts:
    home: str
    day_format: str
    title: str
    lead: str
    serial: str
    serial_hint: str
    serial_missing: str
    serial_wrong: str
    check_digit_wrong: str
    facts: Mapping[str, str]
    fact_hints: Mapping[str, str]
    fact_missing: Mapping[str, str]
    fact_wrong: Mapping[str, str]
    ask: str
    where_number: str
    where_number_text: str
    receipt_picture: str
    privacy: str
    again: str
    pair_gone: str
    answers: Mapping[str, str]
    production: str
    production_since: str
    usual: str
    ready: str
    ready_since: str
    where: str
    hours: str
    bring_title: str
    bring: tuple[str, ...]
    pin_letter: str
    proxy: str
    proxy_form: str
    appointment: str
    no_appointment: str
    handed_out: str
    handed_out_on: str
    not_you: str
    unknown_lead: str
    unknown: tuple[str, ...]
    phone: str
    mail_title: str
    mail_lead: str
    email: str
    email_missing: str
    email_wrong: str
    mail_ask: str
    mail_asked_title: str
    mail_asked: tuple[str, ...]
    confirm_title: str
    confirm_lead: str
    confirm: str
    confirmed_title: str
    confirmed: str
    cancel: str
    cancelled_title: str
    cancelled: str
    link_gone_title: str
    link_gone: str
    wait_title: str
    wait_lead: str
    wait_script: str
    wait_working: str
    wait_noscript: str
    wait_turn: str
    wait_from: str
    wait_full: str
    go_on: str
    broken_title: str
    broken: str
    try_number: str
    ticket_problems: Mapping[str, str]
