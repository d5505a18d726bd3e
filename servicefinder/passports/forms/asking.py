"""The citizen's forms. None needs a cookie or JavaScript; no browser keeps what was typed."""

from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from capabilities.forms import CookielessForm

from ..domain import second_facts, serial_numbers
from ..domain.pairs import ANSWERED, ONLY_ASKED, opened_pair
from ..enums import LineProblem
from ..wording import Texts


class PassportForm(CookielessForm):
    """Words in the language of the page."""

    min_age = timedelta(seconds=1)

    def __init__(self, *args: Any, texts: Texts, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.texts = texts

    def _check_ticket(self, ticket: str) -> None:
        try:
            super()._check_ticket(ticket)
        except ValidationError as error:
            words = self.texts.ticket_problems.get(error.code or "")
            raise ValidationError(words, code=error.code) if words else error from None


class AskForm(PassportForm):
    """`pair` after validation: serial number and second fact as they are looked for."""

    purpose = "passports.ask"

    serial = forms.CharField(max_length=serial_numbers.TYPED_LIMIT_CHARACTERS)
    fact = forms.CharField(max_length=40)

    def __init__(self, *args: Any, second_fact: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.second_fact, words = second_fact, self.texts
        serial, fact = self.fields["serial"], self.fields["fact"]
        serial.label, serial.help_text = words.serial, words.serial_hint
        serial.error_messages.update(required=words.serial_missing, max_length=words.serial_wrong)
        fact.label, fact.help_text = words.facts[second_fact], words.fact_hints[second_fact]
        fact.error_messages.update(
            required=words.fact_missing[second_fact], max_length=words.fact_wrong[second_fact]
        )

    def clean_serial(self) -> str:
        try:
            return serial_numbers.normalised(self.cleaned_data["serial"])
        except serial_numbers.WrongSerial as wrong:
            is_digit = wrong.problem == LineProblem.CHECK_DIGIT
            raise ValidationError(
                self.texts.check_digit_wrong if is_digit else self.texts.serial_wrong
            ) from None

    def clean_fact(self) -> str:
        try:
            return second_facts.normalised(self.cleaned_data["fact"], self.second_fact)
        except second_facts.WrongFact:
            raise ValidationError(self.texts.fact_wrong[self.second_fact]) from None

    @property
    def pair(self) -> tuple[str, str]:
        return self.cleaned_data["serial"], self.cleaned_data["fact"]


class PairForm(PassportForm):
    """What follows a question: number and second fact come back sealed."""

    purpose = "passports.pair"
    use: ClassVar[str]

    pair = forms.CharField(widget=forms.HiddenInput, max_length=400, required=False)

    def clean_pair(self) -> tuple[str, str] | None:
        return opened_pair(self.cleaned_data["pair"], self.use)


class GoOnForm(PairForm):
    use = ONLY_ASKED
    proof = forms.CharField(widget=forms.HiddenInput, max_length=2000, required=False)
    turn = forms.CharField(widget=forms.HiddenInput, max_length=300, required=False)
    wait = forms.CharField(widget=forms.HiddenInput, max_length=1, required=False)
    min_age = timedelta(0)


class MailForm(PairForm):
    use = ANSWERED
    email = forms.EmailField(max_length=254)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field, words = self.fields["email"], self.texts
        field.label = words.email
        field.error_messages.update(required=words.email_missing, invalid=words.email_wrong)


class ConfirmForm(PassportForm):
    purpose = "passports.confirm"
