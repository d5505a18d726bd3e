"""Kinds of fields, one module each."""

from ..registries import field_kinds
from . import (
    addresses,
    bank_accounts,
    choices,
    dates,
    files,
    groups,
    numbers,
    persons,
    reach,
    text,
    times,
    unasked,
)

KINDS = (
    text.ShortText(),
    text.LongText(),
    numbers.Number(),
    numbers.Money(),
    dates.Day(),
    times.TimeOfDay(),
    reach.Email(),
    reach.Phone(),
    persons.PersonName(),
    addresses.Address(),
    bank_accounts.BankAccount(),
    choices.Choice(),
    choices.SeveralChoices(),
    choices.YesOrNo(),
    choices.Consent(),
    files.Files(),
    groups.RepeatingGroup(),
    unasked.Information(),
    unasked.Calculated(),
)


def register() -> None:
    """Called once, in `OnlineFormsConfig.ready()`."""
    for kind in KINDS:
        field_kinds.register(kind)
