"""The citizen's forms about a case. None needs a cookie or JavaScript."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from capabilities.domain import secrets
from capabilities.domain.tickets import TicketRefused, check_ticket
from capabilities.enums import TicketProblem
from capabilities.forms import CookielessForm
from uploads.domain.checking import UPLOAD_LIMIT_BYTES
from uploads.forms import SafeFilesField

from ..domain import references
from ..domain.contents import IncomingFile
from ..domain.questions import TEXT_LIMIT_CHARACTERS
from ..wording import Texts

CODE_CHARACTERS = len(secrets.TOKEN_PREFIX) + secrets.READABLE_CHARACTERS
MEGABYTE = 1024 * 1024
FILES_AT_ONCE = 5
no_control_characters = RegexValidator(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", inverse_match=True)


class CaseForm(CookielessForm):
    """What all have in common: words in the language of the page."""

    def __init__(self, *args: Any, texts: Texts, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.texts = texts.form

    def describe(self, name: str, label: str, hint: str = "", **errors: str) -> None:
        field = self.fields[name]
        field.label, field.help_text = label, hint
        field.error_messages.update(errors)


class ReferenceForm(CaseForm):
    reference = forms.CharField(max_length=60)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = self.texts
        self.describe("reference", words.reference, words.reference_hint, required=words.reference_missing)

    def clean_reference(self) -> str:
        reference = references.normalised(self.cleaned_data["reference"])
        if reference is None:
            raise ValidationError(self.texts.reference_wrong)
        return reference


class EnterForm(ReferenceForm):
    purpose = "cases.enter"

    code = forms.CharField(max_length=60)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.describe("code", self.texts.code, self.texts.code_hint, required=self.texts.code_missing)

    def clean_code(self) -> str:
        code = secrets.normalised(self.cleaned_data["code"])
        letters = code.replace("-", "")
        if len(letters) != CODE_CHARACTERS or not letters.isascii() or not letters.isalnum():
            raise ValidationError(self.texts.code_wrong)
        return code


class LinkForm(ReferenceForm):
    purpose = "cases.link"

    email = forms.EmailField(max_length=254)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = self.texts
        self.describe(
            "email", words.email, words.email_hint, required=words.email_missing, invalid=words.email_wrong
        )


class OnceForm(CaseForm):
    """One showing of the form does one thing. The ticket is used up by `use_ticket`, in the transaction of
    what it is for: files are looked at before that, while nobody has to wait.
    """

    def use_ticket(self) -> bool:
        """False where this showing of the form has done its work already. In a transaction."""
        try:
            check_ticket(
                self.purpose,
                self.cleaned_data["ticket"],
                min_age=self.min_age,
                max_age=self.max_age,
                single_use=True,
            )
        except TicketRefused as refused:
            if refused.problem == TicketProblem.USED:
                return False
            raise
        return True


class UploadForm(OnceForm):
    """Files come with what their content shows as `content_type`."""

    file = SafeFilesField(required=False, files_limit=FILES_AT_ONCE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = self.texts
        hint = words.file_hint.format(limit=UPLOAD_LIMIT_BYTES // MEGABYTE, files=FILES_AT_ONCE)
        self.describe("file", words.file, hint, required=words.file_missing)

    def incoming(self) -> list[IncomingFile]:
        return [self._incoming(file) for file in self.cleaned_data.get("file") or []]

    @staticmethod
    def _incoming(file: Any) -> IncomingFile:
        file.seek(0)
        return IncomingFile(file.name, file.content_type, file.read())

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and self.errors and self.files.get("file") and "file" not in self.errors:
            self.add_error("file", self.texts.file_again)


class AnswerForm(UploadForm):
    purpose = "cases.answer"

    question = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**62)
    text = forms.CharField(
        widget=forms.Textarea,
        required=False,
        max_length=TEXT_LIMIT_CHARACTERS,
        validators=[no_control_characters],
    )
    field_order = ["text", "file"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = self.texts
        too_long = words.answer_too_long.format(limit=TEXT_LIMIT_CHARACTERS)
        self.describe("text", words.answer, words.answer_hint, max_length=too_long)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not cleaned.get("text") and not cleaned.get("file"):
            self.add_error("text", self.texts.answer_missing)
        return cleaned


class DocumentForm(UploadForm):
    purpose = "cases.document"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = True


class WithdrawForm(CaseForm):
    purpose = "cases.withdraw"
