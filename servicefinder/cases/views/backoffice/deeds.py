"""What can be done with a case: the form that asks, when it is possible, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ...domain.assigning import assign
from ...domain.contacting import change_email, note_letter, unsent_decision
from ...domain.deciding import decide
from ...domain.documents import add_document
from ...domain.duplicates import link_duplicate
from ...domain.handing_over import hand_over, share, unshare
from ...domain.journal import Actor
from ...domain.notes import add_note
from ...domain.paying import mark_paid, mark_unpaid
from ...domain.postponing import change_due_date
from ...domain.questions import ask
from ...domain.retention import hold, release
from ...domain.sealing import Seal
from ...domain.transitions import move
from ...enums import OPEN_STATES, TRANSITIONS, CaseState, DocumentSource, PaymentState
from ...forms import working
from ...models import Case

Perform = Callable[[Case, Any, Actor], str]


@dataclass(frozen=True)
class Deed:
    """`perform` returns what the person reads afterwards; `own_only` is for the case's own department."""

    form: type[working.WorkForm]
    perform: Perform
    possible: Callable[[Case], bool]
    own_only: bool = False

    @property
    def name(self) -> str:
        return self.form.name

    @property
    def key(self) -> str:
        return self.form.name.replace("-", "_")


def _is_open(case: Case) -> bool:
    return case.state in OPEN_STATES


def _not_closed(case: Case) -> bool:
    return case.state != CaseState.CLOSED


def _can_move(case: Case) -> bool:
    return bool(TRANSITIONS[CaseState(case.state)] - {CaseState.WAITING})


def _can_ask(case: Case) -> bool:
    return case.state in (CaseState.RECEIVED, CaseState.IN_WORK)


def _always(case: Case) -> bool:
    return True


def _assign(case: Case, form: Any, by: Actor) -> str:
    person = form.cleaned_data["person"]
    assign(case, person, by, seen_version=form.cleaned_data["seen_version"])
    return f"Zuständig ist jetzt {person}." if person else "Niemand ist mehr zuständig."


def _move(case: Case, form: Any, by: Actor) -> str:
    move(case, CaseState(form.cleaned_data["to"]), by, seen_version=form.cleaned_data["seen_version"])
    return f"Der Vorgang ist jetzt: {case.get_state_display()}."


def _change_due(case: Case, form: Any, by: Actor) -> str:
    values = form.cleaned_data
    change_due_date(case, values["due_on"], values["reason"], by, seen_version=values["seen_version"])
    return "Die Frist ist geändert."


def _note(case: Case, form: Any, by: Actor) -> str:
    add_note(case, form.cleaned_data["text"], by)
    return "Die Notiz ist gespeichert."


def _link(case: Case, form: Any, by: Actor) -> str:
    original = form.cleaned_data["reference"]
    link_duplicate(case, original, by, seen_version=form.cleaned_data["seen_version"])
    return (
        f"Der Vorgang ist als Doppel von {original} vermerkt."
        if original
        else "Der Vorgang ist kein Doppel mehr."
    )


def _add(case: Case, form: Any, by: Actor) -> str:
    public = form.cleaned_data["public"]
    seal = Seal.of(case.pk)
    add_document(case.pk, form.incoming(), DocumentSource.DEPARTMENT, by, seal=seal, public=public)
    return "Das Dokument ist in der Akte."


def _hand_over(case: Case, form: Any, by: Actor) -> str:
    values = form.cleaned_data
    to = values["department"]
    hand_over(case, to, by, reason=values["reason"], seen_version=values["seen_version"])
    return f"Der Vorgang {case.reference} liegt jetzt bei: {to.name}."


def _share(case: Case, form: Any, by: Actor) -> str:
    department = form.cleaned_data["department"]
    share(case, department, by, seen_version=form.cleaned_data["seen_version"])
    return f"„{department.name}“ kann den Vorgang jetzt sehen und bearbeiten."


def _unshare(case: Case, form: Any, by: Actor) -> str:
    department = form.cleaned_data["department"]
    unshare(case, department, by, seen_version=form.cleaned_data["seen_version"])
    return f"„{department.name}“ hat keinen Zugriff mehr."


def _ask(case: Case, form: Any, by: Actor) -> str:
    ask(case, form.cleaned_data["text"], by, seen_version=form.cleaned_data["seen_version"])
    return "Die Frage ist gestellt."


def _decide(case: Case, form: Any, by: Actor) -> str:
    values = form.cleaned_data
    asked = {name: values[name] for name in ("title", "text", "legal_remedy", "address", "seen_version")}
    decide(case, **asked, by=by)
    return "Der Bescheid ist erteilt. Die Person findet ihn bei ihrem Vorgang."


def _note_letter(case: Case, form: Any, by: Actor) -> str:
    note_letter(case, form.cleaned_data["sent_on"], by)
    return "Der Versand des Bescheids ist vermerkt."


def _change_email(case: Case, form: Any, by: Actor) -> str:
    email = form.cleaned_data["email"]
    change_email(case, email, by, seen_version=form.cleaned_data["seen_version"])
    return "E-Mails gehen jetzt an die neue Adresse." if email else "Die Person bekommt keine E-Mails mehr."


def _paid(case: Case, form: Any, by: Actor) -> str:
    values = form.cleaned_data
    mark_paid(case, values["way"], values["paid_on"], by, seen_version=values["seen_version"])
    return "Die Zahlung ist vermerkt."


def _unpaid(case: Case, form: Any, by: Actor) -> str:
    mark_unpaid(case, by, seen_version=form.cleaned_data["seen_version"])
    return "Die Zahlung ist wieder offen."


def _hold(case: Case, form: Any, by: Actor) -> str:
    values = form.cleaned_data
    hold(case, values["reason"], by, until=values["until"], seen_version=values["seen_version"])
    return f"Der Vorgang wird bis zum {values['until']:%d.%m.%Y} nicht gelöscht."


def _release(case: Case, form: Any, by: Actor) -> str:
    release(case, by, seen_version=form.cleaned_data["seen_version"])
    return "Die Zurückstellung ist beendet."


def _has_unsent_decision(case: Case) -> bool:
    return case.state in (CaseState.DECIDED, CaseState.CLOSED) and unsent_decision(case.pk) is not None


DEEDS = (
    Deed(working.AssignForm, _assign, _not_closed),
    Deed(working.StateForm, _move, _can_move),
    Deed(working.QuestionForm, _ask, _can_ask),
    Deed(working.DecisionForm, _decide, _is_open),
    Deed(working.NoteForm, _note, _always),
    Deed(working.DocumentForm, _add, _not_closed),
    Deed(working.DueForm, _change_due, _is_open),
    Deed(working.DuplicateForm, _link, _not_closed),
    Deed(working.HandOverForm, _hand_over, _not_closed, own_only=True),
    Deed(working.ShareForm, _share, _not_closed, own_only=True),
    Deed(working.UnshareForm, _unshare, _always, own_only=True),
    Deed(working.LetterForm, _note_letter, _has_unsent_decision),
    Deed(working.ContactForm, _change_email, _not_closed),
    Deed(working.PaidForm, _paid, lambda case: case.payment == PaymentState.DUE),
    Deed(working.UnpaidForm, _unpaid, lambda case: case.payment == PaymentState.PAID),
    Deed(working.HoldForm, _hold, lambda case: not case.is_held, own_only=True),
    Deed(working.ReleaseForm, _release, lambda case: bool(case.hold_reason), own_only=True),
)
