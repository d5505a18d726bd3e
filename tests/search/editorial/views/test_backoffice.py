"""The pages of the search in the back office: who may see them, what they say, that nothing slips out."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.utils import timezone

from accounts.models import User
from search.editorial.domain.csv_rows import csv_lines
from search.editorial.models import (
    BestBet,
    Gap,
    MonthCount,
    QueryDay,
    RecordDay,
    Refinement,
    ReleasedQuery,
    StoredQuery,
    Synonym,
)
from tests.search.conftest import ListedDocuments

pytestmark = pytest.mark.django_db
PAGES = ("statistik", "ungesehen", "luecken", "synonyme", "beste-treffer", "freigegeben", "erklaerung")
PASSWORD = "auenstadt-zum-probieren"


def signed_in(client: Client, *groups: str) -> Client:
    user = User.objects.create_user(username="+".join(groups) or "niemand", password=PASSWORD)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.set(Group.objects.filter(name__in=groups))
    client.force_login(user)
    return client


@pytest.fixture
def editor(client: Client) -> Client:
    return signed_in(client, "Redaktion")


def asked(text: str, searches: int = 1, **counts: int) -> StoredQuery:
    query, _ = StoredQuery.objects.get_or_create(language="de", digest=text, text=text)
    QueryDay.objects.create(query=query, day=timezone.localdate(), searches=searches, **counts)
    return query


def html(client: Client, path: str, **parameters: str) -> str:
    response = client.get(f"/redaktion/suche/{path}/", parameters)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_for_editors_only(client: Client, city: ListedDocuments, page: str) -> None:
    address = f"/redaktion/suche/{page}/"
    assert client.get(address).status_code == 302

    signed_in(client)
    refused = client.get(address)
    assert refused.status_code in (302, 403)
    assert "/redaktion/suche/" not in client.get("/redaktion/").content.decode()

    signed_in(client, "Chefredaktion")
    assert client.get(address).status_code == 200
    assert address in client.get("/redaktion/").content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_there_before_anything_is(editor: Client, page: str) -> None:
    html(editor, page)


def test_statistics_list_sort_and_say_what_was_typed_next(editor: Client) -> None:
    lost = asked("perso weg", 4, empty=3, refined=2)
    Refinement.objects.create(
        before=lost, after=asked("ausweis verloren", 2), day=timezone.localdate(), times=2
    )
    asked("reisepass", 9, results=18, clicks=3, ranks=6)
    asked("", 5)

    page = html(editor, "statistik")

    assert "20 Suchen, davon fanden 3 nichts; 3 Treffer wurden angeklickt" in page
    assert "5 Suchen (1 verschiedene) sind nicht im Klartext" in page
    assert page.index(">reisepass<") < page.index(">perso weg<") < page.index(">ausweis verloren<")
    assert "„ausweis verloren“ 2" in page
    assert "(Platz 2,0)" in page
    by_text = html(editor, "statistik", sortierung="text")
    assert by_text.index(">ausweis verloren<") < by_text.index(">perso weg<") < by_text.index(">reisepass<")
    nothing = html(editor, "statistik", ansicht="nichts")
    assert ">perso weg<" in nothing and ">reisepass<" not in nothing
    passed = html(editor, "statistik", ansicht="ungeklickt")
    assert ">ausweis verloren<" in passed and ">reisepass<" not in passed


def test_statistics_of_a_month_come_from_its_sums(editor: Client) -> None:
    month = timezone.localdate().replace(day=1) - timedelta(days=1)
    first = month.replace(day=1)
    MonthCount.objects.create(month=first, language="de", text="sperrmüll", searches=7, results=7)
    MonthCount.objects.create(month=first, language="de", text="", searches=5)
    asked("reisepass")

    page = html(editor, "statistik", zeit=f"{first:%Y-%m}")

    assert ">sperrmüll<" in page and ">reisepass<" not in page
    assert "12 Suchen" in page and "5 Suchen sind nicht im Klartext" in page


@pytest.mark.parametrize(
    "parameters",
    [
        {"zeit": "0000-00", "ansicht": "x", "sprache": "x", "sortierung": "query__text", "seite": "x"},
        {"zeit": "0000-01"},
        {"zeit": "9999-12"},
        {"zeit": "²", "seite": "-1"},
        {"zeit": "999999999999", "sortierung": "--text"},
    ],
)
def test_odd_addresses_show_something_sensible(editor: Client, parameters: dict[str, str]) -> None:
    asked("reisepass")

    html(editor, "statistik", **parameters)
    html(editor, "ungesehen", quelle=parameters["zeit"], art="x", seite="x")
    html(editor, "erklaerung", q="'\"\x00<", sprache="x")


def test_number_of_statements_does_not_grow_with_the_rows(
    editor: Client, django_assert_max_num_queries
) -> None:
    for number in range(40):
        asked(f"frage {number}", number + 1)
    html(editor, "statistik")

    with django_assert_max_num_queries(21):
        html(editor, "statistik")


def test_csv_says_what_the_page_says_and_starts_no_formula(editor: Client) -> None:
    asked("=cmd|' /c calc'!a0", 3)
    asked("reisepass", 9, results=18)

    response = editor.get("/redaktion/suche/statistik/tabelle.csv", {"zeit": "7"})

    lines = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()
    assert response["Content-Disposition"].startswith("attachment")
    assert lines[1] == "reisepass;de;9;0;18;0;0;0"
    assert lines[2].startswith("'=cmd")


@pytest.mark.parametrize("beginning", ["=", "+", "-", "@", "\t", "\r", "%"])
def test_each_sign_of_a_formula_is_disarmed(beginning: str) -> None:
    row = dict.fromkeys(("searches", "empty", "results", "clicks", "ranks", "refined"), 1)
    _, line = csv_lines([{"text": f"{beginning}1", "language": "de", **row}])

    assert line.lstrip('"').startswith(f"'{beginning}")


def test_csv_and_buttons_are_for_editors_only(client: Client) -> None:
    asked("reisepass")
    signed_in(client)

    assert client.get("/redaktion/suche/statistik/tabelle.csv").status_code in (302, 403)
    for action in ("aufgabe", "freigeben"):
        client.post(f"/redaktion/suche/statistik/{action}/", {"anfrage": "reisepass", "sprache": "de"})
    assert not Gap.objects.exists()
    assert not ReleasedQuery.objects.exists()


def test_synonym_is_tried_out_before_it_is_saved(editor: Client, city: ListedDocuments) -> None:
    asked("knolle", 7, empty=7)
    form = {"terms": "Knolle\nSperrgut", "kind": "equal", "targets": "", "language": "de", "active": "on"}

    tried = editor.post("/redaktion/suche/synonyme/new/", form | {"ausprobieren": "1"})

    page = " ".join(tried.content.decode().split())
    assert "Das ändert 1 häufige Suchanfrage:" in page
    assert "<td> Nichts gefunden </td>" in page and "Sperrmüll anmelden" in page
    assert not Synonym.objects.exists()

    editor.post("/redaktion/suche/synonyme/new/", form)
    saved = Synonym.objects.get()
    assert (saved.term_list, saved.author.username) == (["Knolle", "Sperrgut"], "Redaktion")


@pytest.mark.parametrize(
    "changes",
    [
        {"terms": "Knolle"},
        {"terms": "Knolle\nder die das"},
        {"terms": "\n".join(f"wort{n}" for n in range(21))},
        {"kind": "one_way"},
        {"kind": "one_way", "targets": "!!!"},
        {"valid_from": "01.02.2027", "valid_until": "01.01.2027"},
    ],
)
def test_synonym_that_says_nothing_is_refused(editor: Client, changes: dict[str, str]) -> None:
    form = {"terms": "Knolle\nSperrgut", "kind": "equal", "targets": "", "language": "de", "active": "on"}

    assert editor.post("/redaktion/suche/synonyme/new/", form | changes).status_code == 200
    assert not Synonym.objects.exists()


def test_best_bet_is_chosen_from_what_a_search_finds(editor: Client, city: ListedDocuments) -> None:
    form = {"queries": "Papiere", "language": "de", "wanted": "sperrgut", "position": "2", "active": "on"}

    searched = editor.post("/redaktion/suche/beste-treffer/new/", form | {"treffer-suchen": "1"})
    page = searched.content.decode()
    assert "Sperrmüll anmelden (Dienstleistung)" in page
    assert 'value="things:3"' in page
    assert not BestBet.objects.exists()

    editor.post("/redaktion/suche/beste-treffer/new/", form | {"record": "things:404"})
    assert not BestBet.objects.exists()

    editor.post("/redaktion/suche/beste-treffer/new/", form | {"record": "things:3"})
    saved = BestBet.objects.get()
    assert (saved.record, saved.title, saved.position) == ("things:3", "Sperrmüll anmelden", 2)


def test_gap_is_opened_offered_and_closed_with_its_effect(editor: Client, city: ListedDocuments) -> None:
    asked("knolle", 7, empty=7)

    opened = editor.post(
        "/redaktion/suche/statistik/aufgabe/",
        {"anfrage": "knolle", "sprache": "de", "grund": "nothing_found"},
    )
    gap = Gap.objects.get()
    assert opened["Location"] == f"/redaktion/suche/luecken/edit/{gap.pk}/"
    page = " ".join(editor.get(opened["Location"]).content.decode().split())
    assert "7 Suchen, 7 fanden nichts" in page and "Heute findet die Suche nichts." in page
    assert "/redaktion/suche/synonyme/new/?terms=knolle&amp;language=de" in page
    assert "/redaktion/suche/beste-treffer/new/?queries=knolle&amp;language=de" in page

    editor.post(
        opened["Location"], {"state": "done", "assignee": "Robin", "department": "", "done": "Synonym"}
    )
    gap.refresh_from_db()
    assert (gap.state, gap.closed_on) == ("done", timezone.localdate())


def test_released_queries_are_those_that_somebody_asked(editor: Client) -> None:
    asked("reisepass beantragen", 6)
    for text in ("reisepass beantragen", "reisepass beantragen", "nie gefragt"):
        editor.post("/redaktion/suche/statistik/freigeben/", {"anfrage": text, "sprache": "de"})

    released = ReleasedQuery.objects.get()
    assert (released.text, released.searches, released.folded) == (
        "reisepass beantragen",
        6,
        "reisepass beantragen",
    )


def test_unseen_records_are_listed(editor: Client, city: ListedDocuments) -> None:
    RecordDay.objects.create(record="things:1", day=timezone.localdate(), shown=5, clicks=1)
    RecordDay.objects.create(record="things:2", day=timezone.localdate(), shown=4)

    never_found = html(editor, "ungesehen", quelle="things")
    passed_by = html(editor, "ungesehen", quelle="things", art="nie-geklickt")

    assert "Sperrmüll anmelden" in never_found and "Reisepass beantragen" not in never_found
    assert "Führerschein umtauschen" in passed_by and "Reisepass beantragen" not in passed_by


def test_explanation_shows_fields_and_points(editor: Client, city: ListedDocuments) -> None:
    page = html(editor, "erklaerung", q="Reisepass")

    assert "Wortstämme" in page and "reisepass" in page
    assert page.index("Reisepass beantragen") < page.index("Neue Öffnungszeiten")
