from datetime import timedelta
from smtplib import (
    SMTPAuthenticationError,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPServerDisconnected,
)
from unittest import mock

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from outbox.domain.mail import prune_mails, queue_mail
from outbox.domain.running import run_due_jobs
from outbox.enums import JobState
from outbox.models import Job, OutgoingMail

pytestmark = pytest.mark.django_db

MESSAGE = {"to": ["amt@stadt.example"], "subject": "Neue Nachricht", "text": "Guten Tag,\nÄÖÜ"}


def test_mail_goes_out_as_written():
    queue_mail(**MESSAGE, reply_to="buerger@mail.example")
    assert mail.outbox == []

    run_due_jobs()

    [sent] = mail.outbox
    assert (sent.to, sent.subject, sent.body) == (MESSAGE["to"], MESSAGE["subject"], MESSAGE["text"])
    assert sent.reply_to == ["buerger@mail.example"]
    assert sent.message()["Auto-Submitted"] == "auto-generated"
    assert OutgoingMail.objects.get().sent_at is not None
    assert not Job.objects.exists()


def test_second_hand_over_carries_the_same_id_and_date():
    """The worker died right after the server accepted the mail, before that was written down."""
    queue_mail(**MESSAGE)
    run_due_jobs()
    row = OutgoingMail.objects.get()
    row.sent_at = None
    row.save()
    Job.objects.create(kind="outbox.mail", key=str(row.pk))
    run_due_jobs()

    first, second = (sent.message() for sent in mail.outbox)
    assert first["Message-ID"] == second["Message-ID"] == row.message_id
    assert first["Date"] == second["Date"]


def test_sent_mail_is_not_sent_again():
    queue_mail(**MESSAGE)
    run_due_jobs()
    Job.objects.create(kind="outbox.mail", key=str(OutgoingMail.objects.get().pk))

    run_due_jobs()

    assert len(mail.outbox) == 1


def test_same_key_is_one_mail():
    queue_mail(**MESSAGE, key="message-17")
    queue_mail(**MESSAGE, key="message-17")
    queue_mail(**MESSAGE)

    run_due_jobs()

    assert len(mail.outbox) == 2


@pytest.mark.django_db(transaction=True)
def test_mail_of_a_failed_change_does_not_exist():
    with pytest.raises(RuntimeError), transaction.atomic():
        queue_mail(**MESSAGE)
        raise RuntimeError

    run_due_jobs()

    assert mail.outbox == []
    assert not OutgoingMail.objects.exists()


def test_line_break_in_the_subject_is_no_new_header():
    queue_mail(**MESSAGE | {"subject": "Hallo\r\nBcc: alle@mail.example"})

    run_due_jobs()

    assert mail.outbox[0].subject == "Hallo Bcc: alle@mail.example"
    assert mail.outbox[0].message()["Bcc"] is None


def test_mail_needs_a_recipient():
    with pytest.raises(ValueError, match="recipient"):
        queue_mail(**MESSAGE | {"to": []})


@pytest.mark.parametrize(
    "error",
    [
        ConnectionRefusedError("refused"),
        TimeoutError("timed out"),
        SMTPServerDisconnected("gone"),
        SMTPResponseException(451, b"greylisted"),
        SMTPRecipientsRefused({"amt@stadt.example": (450, b"mailbox busy")}),
        SMTPAuthenticationError(535, b"wrong password in our settings"),
    ],
)
def test_server_that_is_down_costs_no_attempt(error: Exception):
    queue_mail(**MESSAGE)

    with mock.patch.object(EmailMessage, "send", side_effect=error):
        run_due_jobs()

    job = Job.objects.get()
    assert (job.state, job.attempts) == (JobState.WAITING, 0)
    assert "Mailserver" in job.last_error
    assert OutgoingMail.objects.get().sent_at is None


@pytest.mark.parametrize(
    "error",
    [SMTPResponseException(554, b"spam"), SMTPRecipientsRefused({"amt@stadt.example": (550, b"unknown")})],
)
def test_mail_that_is_refused_counts_its_attempts(error: Exception):
    queue_mail(**MESSAGE)

    with mock.patch.object(EmailMessage, "send", side_effect=error):
        run_due_jobs()

    assert Job.objects.get().attempts == 1


def test_mail_whose_job_was_discarded_is_forgotten_in_time():
    queue_mail(**MESSAGE)
    Job.objects.all().delete()
    prune_mails()
    assert OutgoingMail.objects.exists()

    OutgoingMail.objects.update(created_at=timezone.now() - timedelta(days=15))
    prune_mails()

    assert not OutgoingMail.objects.exists()


def test_sent_mails_are_forgotten_after_two_weeks_and_unsent_ones_kept():
    for days in (13, 15, None):
        queue_mail(**MESSAGE, key=str(days))
        if days:
            sent_at = timezone.now() - timedelta(days=days)
            OutgoingMail.objects.filter(key=str(days)).update(sent_at=sent_at)
    OutgoingMail.objects.update(created_at=timezone.now() - timedelta(days=100))

    prune_mails()

    assert {row.key for row in OutgoingMail.objects.all()} == {"13", "None"}
