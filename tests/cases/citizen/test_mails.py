"""Mails that come back, and the one that reminds."""

from datetime import timedelta

import pytest
from django.utils import timezone

from outbox.models import OutgoingMail
from servicefinder.cases.domain.bounces import take_bounce
from servicefinder.cases.domain.journal import Actor
from servicefinder.cases.domain.questions import answer, ask
from servicefinder.cases.domain.reminders import remind_of_questions
from servicefinder.cases.domain.transitions import move
from servicefinder.cases.enums import CaseState, EntryKind
from servicefinder.cases.models import CaseMessage
from tests.factories.cases import opened_case

pytestmark = pytest.mark.django_db
CLERK = Actor("Otto Amt")
NOTICE = """From: MAILER-DAEMON@mail.example
To: stadt@example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="XX"

--XX
Content-Type: text/plain

I'm sorry.
--XX
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; erika@example.org
Action: {action}
Status: 5.1.1

--XX
Content-Type: {returned}

Message-ID: {message_id}
Subject: Ihre Meldung ist da

--XX--
"""


def notice(message_id: str, action: str = "failed", returned: str = "text/rfc822-headers") -> bytes:
    return NOTICE.format(message_id=message_id, action=action, returned=returned).encode()


@pytest.mark.parametrize("returned", ["text/rfc822-headers", "message/rfc822"])
def test_mail_that_came_back_marks_its_case_once(returned: str) -> None:
    case = opened_case().case
    message_id = OutgoingMail.objects.get(key=f"case:{case.pk}:received").message_id

    for _ in range(2):
        assert take_bounce(notice(message_id, returned=returned)) == case

    case.refresh_from_db()
    assert case.mail_bounced
    assert case.journal.filter(kind=EntryKind.MAIL_BOUNCED).count() == 1


def test_delays_strangers_and_noise_mark_nothing() -> None:
    case = opened_case().case
    message_id = OutgoingMail.objects.get(key=f"case:{case.pk}:received").message_id

    for raw in (notice(message_id, "delayed"), notice("<fremd@example.org>"), b"", b"\xff\x00" * 500):
        assert take_bounce(raw) is None

    case.refresh_from_db()
    assert not case.mail_bounced


def reminders() -> int:
    return OutgoingMail.objects.filter(key__contains=":reminder:").count()


def test_open_question_is_brought_to_mind_once_after_a_week() -> None:
    case = opened_case().case
    question = ask(case, "Wie groß?", CLERK)
    remind_of_questions()
    assert reminders() == 0

    CaseMessage.objects.update(written_at=timezone.now() - timedelta(days=8))
    remind_of_questions()
    remind_of_questions()
    assert reminders() == 1

    OutgoingMail.objects.all().delete()
    answer(case, question, "So.")
    remind_of_questions()
    assert reminders() == 0


def test_end_is_told_by_mail_but_not_after_a_withdrawal() -> None:
    finished, withdrawn = opened_case().case, opened_case().case
    for state in (CaseState.IN_WORK, CaseState.DECIDED, CaseState.CLOSED):
        move(finished, state, CLERK)
    for state in (CaseState.WITHDRAWN, CaseState.CLOSED):
        move(withdrawn, state, CLERK)

    mails = OutgoingMail.objects.filter(key__contains=":closed:")
    assert [mail.key for mail in mails] == [f"case:{finished.pk}:closed:"]
