from io import StringIO

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import transaction

from config.checks import require_data_keys
from servicefinder.cases.domain.journal import THE_SYSTEM, broken, record
from servicefinder.cases.domain.keys import DataErased, KeyProblem, forget_house_keys, house_key
from servicefinder.cases.domain.sealing import Seal, erase
from servicefinder.cases.enums import EntryKind
from servicefinder.cases.models import Case, DataKey, JournalEntry
from tests.factories.cases import opened_case

pytestmark = pytest.mark.django_db

OLD, NEW = b"o" * 32, b"n" * 32


@pytest.fixture
def case(settings) -> Case:
    settings.DATA_KEYS = {"old": OLD}
    return opened_case().case


def name_of(case: Case) -> str:
    return Seal.of(case.pk).open_text("name", Case.objects.get(pk=case.pk).sealed_name)


def rewrap() -> str:
    out = StringIO()
    call_command("rewrap_data_keys", stdout=out)
    return out.getvalue()


def test_keys_are_rotated_while_the_site_runs(case, settings):
    settings.DATA_KEYS = {"new": NEW, "old": OLD}
    assert name_of(case) == "Müller-Lüdenscheidt, Erika"

    assert rewrap().startswith("3 keys")
    assert rewrap().startswith("0 keys")

    settings.DATA_KEYS = {"new": NEW}
    forget_house_keys()
    assert name_of(case) == "Müller-Lüdenscheidt, Erika"
    assert list(broken(Case.objects.get())) == []
    require_data_keys()


@pytest.mark.parametrize("keys", [{"new": NEW}, {"old": NEW}, {}])
def test_nothing_starts_without_the_key_that_opens_the_data(case, settings, keys):
    settings.DATA_KEYS = keys

    with pytest.raises(ImproperlyConfigured, match="DATA_KEYS"):
        require_data_keys()


def test_a_rotation_without_the_old_key_says_so(case, settings):
    settings.DATA_KEYS = {"new": NEW}

    with pytest.raises(CommandError, match="old"):
        rewrap()
    assert not DataKey.objects.filter(wrapped_by="new").exists()


def test_a_destroyed_key_opens_nothing(case):
    erase(case.pk)

    with pytest.raises(DataErased):
        name_of(case)


def test_content_of_one_case_does_not_open_as_another_or_as_something_else(case):
    other = opened_case().case

    with pytest.raises(KeyProblem):
        Seal.of(other.pk).open("name", case.sealed_name)
    with pytest.raises(KeyProblem):
        Seal.of(case.pk).open("data", case.sealed_name)


def test_a_changed_and_a_missing_entry_are_found(case):
    for _ in range(3):
        record(case.pk, EntryKind.OPENED, THE_SYSTEM)
    case.refresh_from_db()
    assert list(broken(case)) == []

    JournalEntry.objects.filter(case=case, sequence=2).update(to_state="closed")
    assert [each.sequence for each in broken(case)][0] == 2
    JournalEntry.objects.filter(case=case, sequence=2).delete()
    assert next(broken(case)).problem == "ein Eintrag fehlt"


def test_a_key_of_the_house_is_read_once_in_a_transaction(case, django_assert_num_queries):
    forget_house_keys()

    with django_assert_num_queries(1):
        assert house_key("journal") == house_key("journal")


@pytest.mark.django_db(transaction=True)
def test_a_key_of_the_house_that_was_taken_back_is_not_remembered():
    with pytest.raises(RuntimeError), transaction.atomic():
        taken_back = house_key("journal")
        assert house_key("journal") == taken_back
        raise RuntimeError

    kept = house_key("journal")
    forget_house_keys()
    assert kept == house_key("journal") != taken_back
