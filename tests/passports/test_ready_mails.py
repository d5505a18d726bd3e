"""“Tell me when it is ready”: nobody can read the address before, nobody keeps it afterwards."""

import re

import pytest
from django.core import mail

from capabilities.domain import secrets
from outbox.domain.running import run_due_jobs
from outbox.models import OutgoingMail
from servicefinder.passports.domain.ready_mails import PURPOSE, ask_for_mail, cancel, confirm
from servicefinder.passports.models import ReadyMail
from tests.factories.passports import FACT, SERIAL, deliver, line

pytestmark = pytest.mark.django_db(transaction=False)
ADDRESS = "zwetschge@quitte.example"


@pytest.fixture(autouse=True)
def outbox_in_memory(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def order(serial=SERIAL, fact=FACT):
    ask_for_mail(serial, fact, ADDRESS, "de")
    run_due_jobs()
    token = re.search(r"/benachrichtigung/(\S+)/", mail.outbox[-1].body)[1]
    return secrets.resolve(PURPOSE, token)


def test_mail_comes_with_the_line_that_says_ready_and_then_all_is_gone():
    deliver(line(status="herstellung", days=-9))
    confirm(order())
    deliver(line(status="herstellung", days=-9))
    assert len(mail.outbox) == 1
    deliver(line())

    assert [each.to for each in mail.outbox] == [[ADDRESS]] * 2
    assert "abholbereit" in mail.outbox[1].subject
    for each in mail.outbox:
        assert SERIAL not in each.body + each.subject
    assert not ReadyMail.objects.exists() and not OutgoingMail.objects.exists()


def test_unknown_numbers_are_answered_alike_and_told_once_they_come():
    confirm(order("T22000134"))
    deliver(line("T22000134"))

    assert len(mail.outbox) == 2


def test_without_confirmation_nothing_is_sent():
    order()
    deliver(line())

    assert len(mail.outbox) == 1


def test_confirmed_after_it_became_ready_is_told_at_once():
    mail_id = order()
    deliver(line())
    confirm(mail_id)
    run_due_jobs()

    assert len(mail.outbox) == 2 and not ReadyMail.objects.exists()


def test_stored_address_opens_with_the_line_only():
    order()
    row = ReadyMail.objects.get()

    assert ADDRESS.encode() not in bytes(row.sealed_address)
    deliver(line(fact="1981-01-01"), line("T22000134"))
    assert ReadyMail.objects.get().is_due is False


def test_cancelling_deletes_the_address():
    cancel(order())

    assert not ReadyMail.objects.exists()


def test_expired_addresses_are_deleted():
    from servicefinder.passports.domain.retention import delete_expired
    from tests.factories.passports import day

    order()
    ReadyMail.objects.update(expires_on=day(-1))
    delete_expired()

    assert not ReadyMail.objects.exists()
