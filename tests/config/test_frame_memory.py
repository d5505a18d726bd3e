"""The frame of the back office is remembered, and never longer than the rights that it shows."""

import json
import re
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.cache import cache
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.safestring import mark_safe
from wagtail.admin.templatetags import wagtailadmin_tags

from accounts.models import User
from config.templatetags.remembered_frame import breadcrumbs
from servicefinder.catalogue.enums import Role
from tests.factories.catalogue import DepartmentPageFactory, MembershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk() -> User:
    cache.clear()
    person = User.objects.create_user("sachbearbeitung", "s@stadt.example")
    person.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return person


def page_of(person: User) -> str:
    client = Client()
    client.force_login(person)
    return client.get(reverse("wagtailadmin_account")).content.decode()


def menu_of(person: User) -> str:
    found = re.search(r'id="wagtail-sidebar-props"[^>]*>(.*?)</script>', page_of(person))
    assert found
    return str(json.loads(found[1]))


def test_a_new_right_shows_at_once(clerk: User) -> None:
    assert "Vorgänge" not in menu_of(clerk)

    member = MembershipFactory(user=clerk, department=DepartmentPageFactory().department, role=Role.AUTHOR)
    with_department = menu_of(clerk)
    member.delete()

    assert "Vorgänge" in with_department
    assert "Vorgänge" not in menu_of(clerk)


def test_a_right_of_a_group_shows_at_once(clerk: User) -> None:
    group = Group.objects.create(name="Warnungen")
    clerk.groups.add(group)
    before = menu_of(clerk)

    group.permissions.add(Permission.objects.get(codename="add_notice", content_type__app_label="home"))

    assert reverse("wagtailsnippets_home_notice:list") not in before
    assert reverse("wagtailsnippets_home_notice:list") in menu_of(clerk)


def test_everybody_has_a_menu_and_a_token_of_their_own(clerk: User) -> None:
    other = User.objects.create_superuser("administration", "a@stadt.example")

    def token(html: str) -> Any:
        found = re.search(r'id="wagtail-config"[^>]*>(.*?)</script>', html)
        return json.loads(found[1])["CSRF_TOKEN"] if found else None

    assert menu_of(clerk) != menu_of(other)
    assert len({token(page_of(person)) for person in (clerk, clerk, other)}) == 3


def test_a_second_page_asks_nothing_for_its_frame(clerk: User) -> None:
    page_of(clerk)

    with CaptureQueriesContext(connection) as queries:
        page_of(clerk)

    tables = set(re.findall(r'FROM "(\w+)"', " ".join(query["sql"] for query in queries)))
    # The last one is asked by the page itself, about notifications.
    assert tables - {"django_session", "accounts_user", "auth_permission", "wagtailusers_userprofile"} <= {
        "auth_group",
        "wagtailcore_grouppagepermission",
    }


@pytest.mark.parametrize("count", [0, 1, 3])
def test_the_way_to_a_page_is_shown_as_wagtail_shows_it(count: int) -> None:
    labels = ["<b>Tiere & mehr</b>", mark_safe("<b>Tiere & mehr</b>"), "Vorgang 2026-000001-7"]
    urls = ["/redaktion/?a=1&b=2", None, ""]
    items = [{"url": url, "label": label} for url, label in zip(urls, labels, strict=True)][:count]
    for item in items[2:]:
        item["sublabel"] = "<i>Entwurf</i>"

    for _ in range(2):
        ours = breadcrumbs(items, icon_name="folder-open-inverse")
        theirs = wagtailadmin_tags.breadcrumbs(items, icon_name="folder-open-inverse")
        assert ours == render_to_string("wagtailadmin/shared/breadcrumbs.html", theirs)
