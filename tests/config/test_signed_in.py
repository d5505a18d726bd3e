"""Who is signed in is read as Django reads it, with fewer questions."""

from datetime import timedelta

import pytest
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Group, Permission
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from accounts.models import User
from config.signed_in.backends import AccountBackend
from config.signed_in.sessions import SessionStore

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    return User.objects.create_user("sachbearbeitung", "s@stadt.example")


def test_the_account_comes_with_its_profile_in_one_question(person, django_assert_num_queries) -> None:
    UserProfile.objects.create(user=person, preferred_language="de", theme="dark")

    with django_assert_num_queries(1):
        found = AccountBackend().get_user(person.pk)
        profile = found.wagtail_userprofile

    assert found == person
    assert {name: getattr(found, name) for name in ("username", "email", "date_joined", "is_demo")} == {
        name: getattr(person, name) for name in ("username", "email", "date_joined", "is_demo")
    }
    assert (profile.theme, profile.preferred_language, profile.user) == ("dark", "de", found)
    found.first_name = "Erika"
    found.save()
    assert User.objects.get().first_name == "Erika"


def test_who_has_no_profile_gets_one_as_usual(person) -> None:
    found = AccountBackend().get_user(person.pk)

    assert not hasattr(found, "wagtail_userprofile")
    UserProfile.get_for_user(found)
    assert found.wagtail_userprofile.user == person


def test_nobody_else_is_signed_in(person) -> None:
    User.objects.filter(pk=person.pk).update(is_active=False)

    assert AccountBackend().get_user(person.pk) is None
    assert AccountBackend().get_user(person.pk + 1) is None


@pytest.mark.parametrize("superuser", [False, True])
@pytest.mark.parametrize("active", [False, True])
def test_permissions_are_those_that_django_gives(person, superuser, active) -> None:
    own, both, foreign, *of_group = Permission.objects.order_by("pk")[:6]
    groups = [Group.objects.create(name=name) for name in ("eine", "andere", "fremde")]
    groups[0].permissions.add(both, *of_group)
    groups[1].permissions.add(both)
    groups[2].permissions.add(foreign)
    person.user_permissions.add(own, both)
    person.groups.add(*groups[:2])
    User.objects.filter(pk=person.pk).update(is_superuser=superuser, is_active=active)

    for ask in ("get_user_permissions", "get_group_permissions", "get_all_permissions"):
        ours, theirs = (
            getattr(backend, ask)(User.objects.get(pk=person.pk))
            for backend in (AccountBackend(), ModelBackend())
        )
        assert ours == theirs
        assert bool(ours) is active


def test_a_right_taken_away_counts_at_once(person) -> None:
    access = Permission.objects.get(codename="access_admin")
    person.user_permissions.add(access)
    client = Client()
    client.force_login(person)
    assert client.get(reverse("wagtailadmin_account")).status_code == 200

    person.user_permissions.remove(access)

    assert client.get(reverse("wagtailadmin_account")).status_code == 302


def test_sessions_are_those_of_django(person) -> None:
    theirs = DatabaseSessions()
    theirs["what"] = "kept"
    theirs.save()

    ours = SessionStore(theirs.session_key)

    assert ours["what"] == "kept"
    ours["more"] = 1
    ours.save()
    assert DatabaseSessions(theirs.session_key).load() == {"what": "kept", "more": 1}


def test_a_session_that_is_over_or_unknown_is_empty_and_its_key_is_not_taken_on() -> None:
    over = SessionStore()
    over["what"] = "gone"
    over.save()
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

    for key in (over.session_key, "x" * 32):
        found = SessionStore(key)
        assert found.get("what") is None
        found["new"] = 1
        found.save()
        assert found.session_key not in {over.session_key, "x" * 32}
