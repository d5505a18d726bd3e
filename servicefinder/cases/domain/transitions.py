"""Moving a case from state to state: the database is asked for the state it comes from."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ..enums import TRANSITIONS, CaseState, EntryKind
from ..models import Case
from ..registries import case_behaviours
from .due_dates import deletion_date
from .journal import Actor, record
from .mails import tell


class NotPossible(Exception):
    """The case is not in a state from which that goes; `str()` is a German sentence."""


class CaseChanged(Exception):
    """Somebody else changed the case since it was looked at; `str()` is a German sentence."""


@transaction.atomic
def move(case: Case, to: CaseState, by: Actor, *, seen_version: int | None = None) -> Case:
    """Change the state in the database and in `case`. Raises NotPossible, CaseChanged."""
    origin = CaseState(case.state)
    if to not in TRANSITIONS[origin]:
        raise NotPossible(f"„{origin.label}“ kann nicht zu „{to.label}“ werden.")
    now = timezone.now()
    values: dict[str, object] = {"state": to}
    if to == CaseState.DECIDED:
        values["decided_at"] = now
    if to == CaseState.CLOSED:
        closed_on = timezone.localdate(now)
        values.update(closed_at=now, delete_on=deletion_date(case.type_version, closed_on))
    change(case, seen_version=seen_version, **values)
    record(case.pk, EntryKind.STATE, by, from_state=origin, to_state=to)
    if to == CaseState.CLOSED and origin != CaseState.WITHDRAWN:
        tell(case, "closed")
    behaviour = case_behaviours.get(case.type_version.case_type.key)
    if behaviour and behaviour.after_change:
        behaviour.after_change(case, origin)
    return case


def change(case: Case, *, seen_version: int | None = None, **values: object) -> None:
    """Write `values` unless somebody else was quicker: the database must still hold the state of `case`,
    and `seen_version` if given. Raises CaseChanged.
    """
    expected: dict[str, object] = {"pk": case.pk, "state": case.state}
    if seen_version is not None:
        expected["version"] = seen_version
    changed = Case.objects.filter(**expected).update(version=F("version") + 1, **values)
    if not changed:
        raise CaseChanged(
            "Jemand anderes hat den Vorgang inzwischen geändert. Bitte sehen Sie ihn sich noch einmal an."
        )
    case.refresh_from_db()
