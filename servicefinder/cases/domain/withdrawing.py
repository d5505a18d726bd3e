"""The citizen gives up a case."""

from django.db import transaction

from ..enums import TRANSITIONS, CaseState
from ..models import Case
from .journal import THE_CITIZEN
from .mails import tell
from .transitions import move


def can_withdraw(case: Case) -> bool:
    return CaseState.WITHDRAWN in TRANSITIONS[CaseState(case.state)]


@transaction.atomic
def withdraw(case: Case) -> None:
    """Doing it again changes nothing. Raises NotPossible after a decision, CaseChanged."""
    if case.state == CaseState.WITHDRAWN:
        return
    move(case, CaseState.WITHDRAWN, THE_CITIZEN)
    tell(case, "withdrawn")
