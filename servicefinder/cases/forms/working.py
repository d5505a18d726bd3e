"""What somebody of the staff does with a case: one form per deed.

Each carries what the person saw, so that nobody overwrites what they have not seen: `seen_version` of the
case, and `seen_entries`, the length of its journal.
"""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from servicefinder.catalogue.models import Department
from uploads.enums import ATTACHMENTS, FileType
from uploads.forms import SafeFileField

from ..domain.assigning import colleagues
from ..domain.contacting import needs_letter, unsent_decision
from ..domain.contents import IncomingFile
from ..domain.deciding import TEXT_LIMIT_CHARACTERS as DECISION_LIMIT
from ..domain.deciding import TITLE_LIMIT_CHARACTERS
from ..domain.keys import KeyProblem
from ..domain.notes import NOTE_LIMIT_CHARACTERS
from ..domain.questions import TEXT_LIMIT_CHARACTERS as QUESTION_LIMIT
from ..domain.retention import HOLD_REASON_CHARACTERS
from ..domain.searching import case_called
from ..domain.visibility import visible_cases
from ..enums import TRANSITIONS, CaseState
from ..models import Case, TextModule
from ..registries import payment_providers
from .days import date_input, not_in_future, within_reach

STAFF_FILES = ATTACHMENTS | {FileType.DOCX, FileType.XLSX, FileType.ODT, FileType.ODS}
LEGAL_REMEDY = (
    "Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch erhoben werden. Der"
    " Widerspruch ist schriftlich, elektronisch nach § 3a Absatz 2 VwVfG oder zur Niederschrift bei der"
    " Behörde einzulegen, die den Bescheid erlassen hat."
)


def text_area(rows: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class WorkForm(forms.Form):
    """`prefix_ids` keeps the ids of several forms on one page apart."""

    name: ClassVar[str] = ""
    seen_version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    seen_entries = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, case: Case, user: Any, **kwargs: Any) -> None:
        seen = {"seen_version": case.version, "seen_entries": case.journal_count}
        kwargs["initial"] = {**seen, **kwargs.get("initial", {})}
        super().__init__(*args, **{**kwargs, "auto_id": f"{self.name}_%s"})
        self.case, self.user = case, user


class AssignForm(WorkForm):
    name = "zuweisen"
    person: Any = forms.ModelChoiceField(None, required=False, empty_label="niemand", label="Zuständig")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = colleagues(self.case)  # type: ignore[attr-defined]
        self.initial.setdefault("person", self.case.assigned_to_id)


class StateForm(WorkForm):
    name = "zustand"
    to = forms.ChoiceField(label="Neuer Zustand")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        following = TRANSITIONS[CaseState(self.case.state)] - {CaseState.WAITING}
        choices = [(state, self._label(state)) for state in CaseState if state in following]
        self.fields["to"].choices = choices  # type: ignore[attr-defined]

    def _label(self, state: CaseState) -> str:
        if state == CaseState.DECIDED:
            return "entschieden, ohne Bescheid"
        back = self.case.state == CaseState.DECIDED and state == CaseState.IN_WORK
        return "wieder in Bearbeitung" if back else state.label


class DueForm(WorkForm):
    name = "frist"
    due_on = forms.DateField(label="Fällig am", widget=date_input(), validators=[within_reach])
    reason = forms.CharField(label="Grund", max_length=NOTE_LIMIT_CHARACTERS, widget=text_area(2))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("due_on", self.case.due_on)


class NoteForm(WorkForm):
    name = "notiz"
    text = forms.CharField(label="Interne Notiz", max_length=NOTE_LIMIT_CHARACTERS, widget=text_area())


class DuplicateForm(WorkForm):
    name = "doppel"
    reference = forms.CharField(
        label="Ist ein Doppel von",
        required=False,
        max_length=40,
        help_text="Aktenzeichen. Leer: ist kein Doppel.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        other = self.case.duplicate_of
        if other:
            self.initial.setdefault("reference", other.reference)

    def clean_reference(self) -> Case | None:
        typed = self.cleaned_data["reference"]
        if not typed:
            return None
        found = case_called(visible_cases(self.user), typed)
        if found is None:
            raise forms.ValidationError("In Ihren Vorgängen gibt es dieses Aktenzeichen nicht.")
        return found


class DocumentForm(WorkForm):
    name = "dokument"
    file = SafeFileField(label="Datei", allowed=STAFF_FILES)
    public = forms.BooleanField(label="Die antragstellende Person darf es sehen", required=False)

    def incoming(self) -> IncomingFile:
        return incoming(self.cleaned_data["file"])


class OtherDepartmentForm(WorkForm):
    department: Any = forms.ModelChoiceField(None, label="Amt")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Department.objects.exclude(pk=self.case.department_id)
        self.fields["department"].queryset = others  # type: ignore[attr-defined]


class HandOverForm(OtherDepartmentForm):
    name = "abgeben"
    reason = forms.CharField(label="Warum", max_length=NOTE_LIMIT_CHARACTERS, widget=text_area(2))


class ShareForm(OtherDepartmentForm):
    name = "freigeben"


class UnshareForm(OtherDepartmentForm):
    name = "freigabe-beenden"


class ModuleForm(WorkForm):
    """A text that a text module can be put into without JavaScript: by a button of its own."""

    insert_into: ClassVar[str] = "text"
    module: Any = forms.ModelChoiceField(None, required=False, empty_label="–", label="Textbaustein")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        modules = TextModule.objects.filter(department=self.case.department_id)
        self.fields["module"].queryset = modules  # type: ignore[attr-defined]

    def with_module(self) -> "ModuleForm":
        """The same form, unchecked, with the chosen text module below what was typed."""
        typed = {name: self.data.get(name, "") for name in self.fields}
        chosen = typed.pop("module")
        try:
            module = self.fields["module"].clean(chosen)
        except forms.ValidationError:
            module = None
        if module:
            typed[self.insert_into] = f"{typed[self.insert_into]}\n\n{module.text}".strip()
        return type(self)(initial=typed, case=self.case, user=self.user)


class QuestionForm(ModuleForm):
    name = "rueckfrage"
    text = forms.CharField(label="Frage an die Person", max_length=QUESTION_LIMIT, widget=text_area(5))
    field_order = ("module", "text")


class DecisionForm(ModuleForm):
    name = "entscheiden"
    title = forms.CharField(label="Überschrift", max_length=TITLE_LIMIT_CHARACTERS)
    text = forms.CharField(
        label="Text des Bescheids",
        max_length=DECISION_LIMIT,
        widget=text_area(8),
        help_text="Leere Zeilen trennen Absätze.",
    )
    legal_remedy = forms.CharField(
        label="Rechtsbehelfsbelehrung", max_length=5_000, widget=text_area(4), initial=LEGAL_REMEDY
    )
    address = forms.CharField(
        label="Anschrift für den Brief",
        required=False,
        max_length=300,
        widget=text_area(3),
        help_text="Straße, Postleitzahl und Ort, ohne Namen. Nötig, wo die Person keine E-Mail erreicht.",
    )
    field_order = ("title", "module", "text", "legal_remedy", "address")

    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"]
        if not address and self._goes_as_letter():
            raise forms.ValidationError(
                "Keine E-Mail erreicht die Person, der Bescheid geht als Brief hinaus."
                " Bitte die Anschrift angeben."
            )
        return address

    def _goes_as_letter(self) -> bool:
        """Without a key nothing is decided at all, and the deed says so."""
        try:
            return needs_letter(self.case)
        except KeyProblem:
            return False


class LetterForm(WorkForm):
    name = "versandt"
    sent_on = forms.DateField(label="Versandt am", widget=date_input(), validators=[not_in_future])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("sent_on", timezone.localdate())

    def clean_sent_on(self) -> date:
        sent_on: date = self.cleaned_data["sent_on"]
        decision = unsent_decision(self.case.pk)
        if decision and sent_on < (decided_on := timezone.localdate(decision.added_at)):
            raise forms.ValidationError(f"Der Bescheid ist erst vom {decided_on:%d.%m.%Y}.")
        return sent_on


class ContactForm(WorkForm):
    name = "kontakt"
    email = forms.EmailField(
        label="Neue E-Mail-Adresse", required=False, max_length=254, help_text="Leer: nur noch Briefe."
    )


class PaidForm(WorkForm):
    name = "bezahlt"
    paid_on = forms.DateField(label="Bezahlt am", widget=date_input(), validators=[not_in_future])
    way = forms.ChoiceField(label="Wie")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("paid_on", timezone.localdate())
        self.initial.setdefault("way", self.case.payment_way)
        ways: Any = self.fields["way"]
        ways.choices = [(each.name, each.label) for each in payment_providers]


class UnpaidForm(WorkForm):
    """Nothing to fill in."""

    name = "nicht-bezahlt"


class HoldForm(WorkForm):
    name = "zurueckstellen"
    reason = forms.CharField(label="Grund", max_length=HOLD_REASON_CHARACTERS, widget=text_area(2))
    until = forms.DateField(label="Bis einschließlich", widget=date_input())

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until <= timezone.localdate():
            raise forms.ValidationError("Das Ende muss in der Zukunft liegen.")
        return until


class ReleaseForm(WorkForm):
    """Nothing to fill in."""

    name = "zurueckstellung-beenden"


class AccessForm(WorkForm):
    """Nothing to fill in: a new secret is made."""

    name = "zugang"


def incoming(file: Any) -> IncomingFile:
    """As `SafeFileField` cleaned it."""
    return IncomingFile(file.name or "Dokument", file.content_type or "application/octet-stream", file.read())
