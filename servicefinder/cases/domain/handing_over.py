"""A case changes its department, or another department is let in."""

from typing import Any

from django.db import IntegrityError, transaction

from servicefinder.catalogue.models import Department

from ..enums import CaseState, EntryKind
from ..models import Case, CaseShare
from .journal import Actor, record
from .notes import write_note
from .transitions import NotPossible, change
from .visibility import departments_of


def may_dispose(user: Any, case: Case) -> bool:
    """Handing over and sharing belong to the case's own department, not to those it is shared with."""
    return case.department_id in departments_of(user)


@transaction.atomic
def hand_over(
    case: Case, to: Department, by: Actor, *, reason: str = "", seen_version: int | None = None
) -> None:
    """The former department loses access, and nobody is in charge. Raises NotPossible, CaseChanged."""
    _check_open(case)
    if to.pk == case.department_id:
        raise NotPossible("Der Vorgang gehört diesem Amt schon.")
    former = case.department_id
    change(case, seen_version=seen_version, department=to, assigned_to=None)
    CaseShare.objects.filter(case=case, department=to).delete()
    references: dict[str, Any] = {"from": str(former), "to": str(to.pk)}
    if reason:
        references["message"] = write_note(case, reason, by).pk
    record(case.pk, EntryKind.HANDED_OVER, by, references=references)


@transaction.atomic
def share(case: Case, with_department: Department, by: Actor, *, seen_version: int | None = None) -> None:
    """Raises NotPossible, CaseChanged."""
    if with_department.pk == case.department_id:
        raise NotPossible("Das Amt bearbeitet den Vorgang selbst.")
    change(case, seen_version=seen_version)
    try:
        with transaction.atomic():
            CaseShare.objects.create(case=case, department=with_department, shared_by_id=by.user_id)
    except IntegrityError:
        raise NotPossible(f"„{with_department.name}“ hat schon Zugriff.") from None
    record(case.pk, EntryKind.SHARED, by, references={"to": str(with_department.pk)})


@transaction.atomic
def unshare(case: Case, with_department: Department, by: Actor, *, seen_version: int | None = None) -> None:
    """People of that department are no longer in charge either. Raises NotPossible, CaseChanged."""
    from_others = CaseShare.objects.filter(case=case).exclude(department=with_department)
    values: dict[str, Any] = {}
    if case.assigned_to_id and not _still_works(case, from_others):
        values["assigned_to"] = None
    change(case, seen_version=seen_version, **values)
    deleted, _ = CaseShare.objects.filter(case=case, department=with_department).delete()
    if not deleted:
        raise NotPossible(f"„{with_department.name}“ hat keinen Zugriff mehr.")
    record(case.pk, EntryKind.UNSHARED, by, references={"to": str(with_department.pk)})


def _still_works(case: Case, shares: Any) -> bool:
    departments = {case.department_id, *shares.values_list("department", flat=True)}
    return bool(departments & departments_of(case.assigned_to))


def _check_open(case: Case) -> None:
    if case.state == CaseState.CLOSED:
        raise NotPossible("Der Vorgang ist abgeschlossen.")
