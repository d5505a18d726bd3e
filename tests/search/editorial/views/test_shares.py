"""Departments see the gaps that were given to them, and set best bets for what is theirs alone."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import GroupPagePermission, Page

from accounts.models import User
from search.domain.querying import search
from search.editorial.domain.guide import EditorsGuide
from search.editorial.models import BestBet, Gap
from search.registries import RecordKeepers, record_keepers
from tests.search.conftest import ListedDocuments

pytestmark = pytest.mark.django_db
BET = {"queries": "Papiere", "language": "de", "wanted": "", "position": "1", "active": "on"}
BETS = "/redaktion/suche/beste-treffer"


@pytest.fixture
def bauamt() -> Page:
    """The page of a department."""
    return Page.objects.get(depth=1).add_child(instance=Page(title="Bauamt", slug="bauamt-test"))


@pytest.fixture
def member(client: Client, bauamt: Page) -> Client:
    """Works on the page of a department, and keeps the bulky waste."""
    user = User.objects.create_user(username="anna")
    group = Group.objects.create(name="Bauamt")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    change = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=group, page=bauamt, permission=change)
    user.groups.add(group)
    client.force_login(user)
    with record_keepers.fresh():
        record_keepers.register(RecordKeepers("things", lambda who: {"3"} if who == user else set()))
        yield client


def gap(query: str, page: Page | None = None) -> Gap:
    return Gap.objects.create(query=query, language="de", reason="nothing_found", department=page)


def text(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_department_sees_and_closes_its_own_gaps_only(member: Client, bauamt: Page, city: object) -> None:
    own, foreign = gap("knolle", bauamt), gap("luftballon")

    listed = text(member, "/redaktion/suche/luecken/")
    shown = text(member, f"/redaktion/suche/luecken/edit/{own.pk}/")

    assert "knolle" in listed and "luftballon" not in listed
    assert f"{BETS}/new/?queries=knolle&amp;language=de" in shown
    assert "/suche/synonyme/new/" not in shown and 'name="department"' not in shown
    for path in (f"edit/{foreign.pk}", f"history/{foreign.pk}", f"usage/{foreign.pk}", f"delete/{own.pk}"):
        assert member.get(f"/redaktion/suche/luecken/{path}/").status_code in (302, 403, 404)
    member.post(f"/redaktion/suche/luecken/edit/{own.pk}/", {"state": "done", "assignee": "", "done": "Wort"})
    own.refresh_from_db()
    assert (own.state, own.department_id) == ("done", bauamt.pk)


def test_department_places_its_own_record_and_sees_the_effect(
    member: Client, bauamt: Page, city: ListedDocuments, guide: EditorsGuide
) -> None:
    own = gap("papiere", bauamt)

    offered = member.post(f"{BETS}/new/", BET | {"wanted": "pass sperrgut", "treffer-suchen": "1"})
    choices = offered.content.decode()
    assert 'value="things:3"' in choices and 'value="things:1"' not in choices
    member.post(f"{BETS}/new/", BET | {"record": "things:1"})
    assert not BestBet.objects.exists()

    member.post(f"{BETS}/new/", BET | {"record": "things:3"})

    assert BestBet.objects.get().author.username == "anna"
    assert search("Papiere").hits[0].record == "things:3"
    assert "Sperrmüll anmelden" in text(member, f"/redaktion/suche/luecken/edit/{own.pk}/")


def test_best_bets_of_others_are_neither_seen_nor_changed(member: Client, city: object) -> None:
    foreign = BestBet.objects.create(queries="Pass", record="things:1", title="Reisepass beantragen")
    own = BestBet.objects.create(queries="Müll", record="things:3", title="Sperrmüll anmelden")

    listed = text(member, f"{BETS}/")

    assert "Sperrmüll anmelden" in listed and "Reisepass beantragen" not in listed
    for action in ("edit", "delete", "history", "usage"):
        assert member.get(f"{BETS}/{action}/{foreign.pk}/").status_code in (302, 403, 404)
    member.post(f"{BETS}/edit/{foreign.pk}/", BET | {"record": "things:3"})
    member.post(f"{BETS}/edit/{own.pk}/", BET | {"record": "things:1"})
    member.post(f"{BETS}/delete/{foreign.pk}/")
    assert set(BestBet.objects.values_list("record", "queries")) == {
        ("things:1", "Pass"),
        ("things:3", "Müll"),
    }


def test_without_a_share_there_is_no_menu_and_no_page(client: Client, city: object) -> None:
    user = User.objects.create_user(username="niemand")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)

    for path in ("luecken", "beste-treffer", "beste-treffer/new"):
        assert client.get(f"/redaktion/suche/{path}/").status_code in (302, 403)
    assert "/redaktion/suche/" not in client.get("/redaktion/").content.decode()
