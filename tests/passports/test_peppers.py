"""Without the right pepper the site does not start; two of them at once leave no gap."""

import hmac
from hashlib import sha256

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.checks import require_passport_pepper
from servicefinder.passports.domain.pepper_checks import check_peppers, names_in_use
from servicefinder.passports.domain.records import find
from servicefinder.passports.models import DocumentRecord
from tests.factories.passports import FACT, SERIAL, deliver, line

pytestmark = pytest.mark.django_db
OLD, NEW = {"2026": b"o" * 32}, {"2027": b"n" * 32}


@pytest.fixture(autouse=True)
def old_pepper(settings):
    settings.PASSPORT_PEPPERS = dict(OLD)


def test_only_the_hmac_is_stored():
    deliver(line())

    row = DocumentRecord.objects.get()
    expected = hmac.new(OLD["2026"], f"record\0{SERIAL}\0{FACT}".encode(), sha256).digest()
    assert bytes(row.digest) == expected
    assert {field.name for field in row._meta.fields} == {
        *("id", "digest", "pepper", "kind", "state", "place", "ordered_on", "ready_on", "handed_out_on")
    }


def test_missing_pepper_refuses_to_serve_and_says_so(settings):
    deliver(line())
    settings.PASSPORT_PEPPERS = dict(NEW)

    with pytest.raises(ImproperlyConfigured, match="lacks '2026'"):
        require_passport_pepper()
    settings.PASSPORT_PEPPERS = {}
    with pytest.raises(ImproperlyConfigured, match="PASSPORT_PEPPER is missing"):
        require_passport_pepper()


def test_changed_pepper_refuses_to_serve_and_says_so(settings):
    deliver(line())
    settings.PASSPORT_PEPPERS = {"2026": b"x" * 32}

    with pytest.raises(ImproperlyConfigured, match="another one"):
        require_passport_pepper()


def test_rotation_over_two_lists_leaves_no_gap(settings):
    deliver(line(), line("T22000134", status="herstellung"))
    settings.PASSPORT_PEPPERS = {**NEW, **OLD}
    assert check_peppers() == []
    assert find(SERIAL, FACT) and find("T22000134", FACT)

    deliver(line())
    assert find(SERIAL, FACT) and find("T22000134", FACT)
    assert names_in_use() == {"2026", "2027"}

    deliver(line("T22000134", days=-1))
    assert names_in_use() == {"2027"}
    settings.PASSPORT_PEPPERS = dict(NEW)
    assert check_peppers() == []
    assert find(SERIAL, FACT).state == 2 and find("T22000134", FACT).ordered_on is not None
    assert DocumentRecord.objects.count() == 2


def test_lost_pepper_can_be_given_up(settings):
    from django.core.management import call_command

    deliver(line())
    settings.PASSPORT_PEPPERS = dict(NEW)

    call_command("forget_pepper", "2026", verbosity=0)

    assert check_peppers() == []
    assert not DocumentRecord.objects.exists()
