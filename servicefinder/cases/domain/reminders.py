"""A question that nobody has answered for a week is brought to mind, once."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from outbox.domain.mail import KEEP_SENT
from outbox.models import OutgoingMail

from ..enums import CaseState, MessageKind
from ..models import Case, CaseMessage
from .keys import DataErased
from .mails import mail_key, tell

REMIND_AFTER = timedelta(days=7)
# The mail's key makes it go out once; it is forgotten some time after sending, and then no question may fit.
STOP_AFTER = REMIND_AFTER + KEEP_SENT / 2


def remind_of_questions() -> None:
    """Recurring: one mail per question, in a transaction each."""
    now = timezone.now()
    questions = CaseMessage.objects.filter(
        kind=MessageKind.QUESTION,
        answer__isnull=True,
        case__state=CaseState.WAITING,
        written_at__lte=now - REMIND_AFTER,
        written_at__gt=now - STOP_AFTER,
    )
    for question in questions.select_related("case").iterator(chunk_size=200):
        _remind(question)


@transaction.atomic
def _remind(question: CaseMessage) -> None:
    still_waiting = Case.objects.filter(pk=question.case_id, state=CaseState.WAITING).exists()
    if still_waiting and not _is_reminded(question):
        try:
            tell(question.case, "reminder", question.pk)
        except DataErased:
            return


def _is_reminded(question: CaseMessage) -> bool:
    return OutgoingMail.objects.filter(key=mail_key(question.case, "reminder", question.pk)).exists()
