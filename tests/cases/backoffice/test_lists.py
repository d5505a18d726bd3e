"""The list: order, filters, search, table, and how little it asks of the database."""

import csv
from datetime import timedelta
from io import StringIO

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import html

from servicefinder.cases.domain.assigning import assign
from servicefinder.cases.domain.contents import Contents, Person
from servicefinder.cases.domain.handing_over import hand_over, share
from servicefinder.cases.domain.journal import THE_SYSTEM, broken
from servicefinder.cases.domain.questions import ask
from servicefinder.cases.domain.searching import cases_of_name
from servicefinder.cases.domain.transitions import move
from servicefinder.cases.enums import CaseState, EntryKind, Origin
from servicefinder.cases.models import Case, JournalEntry
from tests.cases.backoffice.conftest import House, url

QUERIES_AT_MOST = 12


def listed(house: House, query: str = "", name: str = "ours-author") -> list[str]:
    page = html.fromstring(house.client(name).get(url("list") + query).content)
    return [link.text for link in page.xpath("//a[@class='cases__reference']")]


def due(case: Case, days: int) -> Case:
    Case.objects.filter(pk=case.pk).update(due_on=timezone.localdate() + timedelta(days=days))
    return case


def test_late_comes_first_and_what_is_finished_is_left_out(house: House) -> None:
    later, late, today = (due(house.case(), days) for days in (5, -3, 0))
    gone = house.case()
    move(gone, CaseState.WITHDRAWN, THE_SYSTEM)
    move(gone, CaseState.CLOSED, THE_SYSTEM)

    assert listed(house) == [late.reference, today.reference, later.reference]
    assert listed(house, "?zustand=closed") == [gone.reference]
    assert listed(house, "?frist=late") == [late.reference]


def test_filters_come_from_the_address_and_odd_ones_are_none(house: House) -> None:
    mine, other = house.case(), house.case(origin=Origin.PAPER)
    assign(mine, house.people["ours-author"], THE_SYSTEM)
    both = {mine.reference, other.reference}

    assert listed(house, "?zustaendig=me") == [mine.reference]
    assert listed(house, "?zustaendig=nobody") == [other.reference]
    assert listed(house, "?eingang=paper") == [other.reference]
    assert set(listed(house, "?zustaendig=99999&von=gestern&amt=x&seite=-3")) == both
    assert listed(house, f"?von={timezone.localdate() + timedelta(days=1)}") == []


def test_the_list_asks_the_same_few_questions_for_many(house: House) -> None:
    client = house.client("ours-author")

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url("list")).status_code == 200
        return len(queries)

    house.case()
    client.get(url("list"))
    with_one = asked()
    for _ in range(26):
        house.case()

    assert asked() == with_one
    assert with_one <= QUERIES_AT_MOST


def test_one_department_alone_sees_the_same_as_with_what_is_shared(house: House, monkeypatch) -> None:
    """The list that most people see all day has its SQL prepared; pages and order are those of the other."""
    monkeypatch.setattr("servicefinder.cases.views.backoffice.lists.CASES_PER_PAGE", 2)
    cases = [due(house.case(), days) for days in (4, -2, 0, 9, 4)]
    alone = [listed(house, f"?seite={number}") for number in (1, 2, 3)]

    foreign = house.case()
    Case.objects.filter(pk=foreign.pk).update(department=house.other_department, due_on="2000-01-01")
    share(Case.objects.get(pk=foreign.pk), house.department, THE_SYSTEM)
    with_shared = [listed(house, f"?seite={number}") for number in (1, 2, 3)]

    assert [len(page) for page in alone] == [2, 2, 1]
    assert [foreign.reference, *sum(alone, [])] == sum(with_shared, [])
    assert {case.reference for case in cases} == set(sum(alone, []))


def test_long_lists_are_counted_once_a_minute_and_short_ones_each_time(house: House, monkeypatch) -> None:
    client = house.client("ours-author")
    house.case()
    assert "(1 Vorgänge)" in client.get(url("list")).content.decode()
    house.case()
    assert "(2 Vorgänge)" in client.get(url("list")).content.decode()

    monkeypatch.setattr("servicefinder.cases.domain.remembering.MANY", 1)
    client.get(url("list"))
    house.case()

    assert "(2 Vorgänge)" in client.get(url("list")).content.decode()
    assert "(3 Vorgänge)" in client.get(url("list") + "?eingang=online").content.decode()


def test_what_is_shared_is_in_the_list_in_its_order(house: House) -> None:
    shared, own = due(house.case(), -2), due(house.case(), -1)
    hand_over(own, house.other_department, THE_SYSTEM)
    share(shared, house.other_department, THE_SYSTEM)

    assert listed(house, name="theirs-author") == [shared.reference, own.reference]
    assert listed(house) == [shared.reference]


def test_a_search_by_name_has_pages_and_journals_what_it_shows(house: House, monkeypatch) -> None:
    monkeypatch.setattr("servicefinder.cases.views.backoffice.lists.FOUND_PER_PAGE", 1)
    first, second = due(house.case(), 1), due(house.case(), 2)
    client = house.client("ours-author")

    pages = [
        client.post(url("search"), {"suche": "Erika", "seite": seite}).content.decode() for seite in "12"
    ]

    assert [first.reference in page for page in pages] == [True, False]
    assert [second.reference in page for page in pages] == [False, True]
    assert "Gefunden: 2, Seite 2 von 2" in pages[1]
    assert second.journal.filter(kind=EntryKind.FOUND_BY_NAME).count() == 1


def test_a_reference_however_typed_leads_to_its_case(house: House) -> None:
    case = house.case()

    for typed in (case.reference, case.reference.replace("-", ""), case.reference.replace("-", " – ")):
        response = house.client("ours-author").post(url("search"), {"suche": typed})
        assert response.headers.get("Location") == url("case", case.pk), typed


def test_a_search_by_name_is_journalled_in_each_case_found(house: House) -> None:
    found = [house.case(), house.case()]
    other = house.case(contents=Contents(Person("Meier", "Karl")))

    response = house.client("ours-author").post(url("search"), {"suche": "erika MUELLER"})

    text = response.content.decode()
    assert all(case.reference in text for case in found)
    assert other.reference not in text
    entries = JournalEntry.objects.filter(kind=EntryKind.FOUND_BY_NAME)
    assert {entry.case_id for entry in entries} == {case.pk for case in found}
    assert [broken_ for case in Case.objects.all() for broken_ in broken(case)] == []


def test_a_name_that_too_many_share_wants_another_part(house: House, monkeypatch) -> None:
    monkeypatch.setattr("servicefinder.cases.domain.searching.FOUND_LIMIT", 2)
    several = [house.case(contents=Contents(Person(name, "Kim"))) for name in ("Ahrens", "Bächle", "Çelik")]
    client = house.client("ours-author")

    shared, whole = (
        client.post(url("search"), {"suche": name}).content.decode() for name in ("Kim", "kim baechle")
    )

    assert "Bitte schreiben Sie einen weiteren Namensteil dazu" in shared
    assert [case.reference in shared for case in several] == [False] * 3
    assert [case.reference in whole for case in several] == [False, True, False]
    assert JournalEntry.objects.filter(kind=EntryKind.FOUND_BY_NAME).count() == 1


def test_no_more_bearers_of_a_name_are_looked_at_than_settled(house: House, monkeypatch) -> None:
    monkeypatch.setattr("servicefinder.cases.domain.searching.LOOKED_AT_LIMIT", 2)
    for name in ("Ahrens", "Bächle", "Çelik"):
        house.case(contents=Contents(Person(name, "Kim")))

    assert cases_of_name(Case.objects.all(), "Kim").too_many
    assert len(cases_of_name(Case.objects.all(), "Kim Ahrens").keys) == 1


def test_the_table_holds_no_formula_and_is_journalled(house: House) -> None:
    case = house.case(contents=Contents(Person('=HYPERLINK("http://x")', "Karl")))

    response = house.client("ours-author").post(url("csv"))

    rows = list(csv.reader(StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[1][0] == case.reference
    assert rows[1][1].startswith("'=")
    assert case.journal.filter(kind=EntryKind.EXPORTED).count() == 1


def test_many_at_once_each_checked_by_itself(house: House) -> None:
    good, changed = house.case(), house.case()
    chosen = [f"{case.pk}:{case.version}" for case in (good, changed)]
    assign(changed, house.people["ours-head"], THE_SYSTEM)

    response = house.client("ours-author").post(
        url("bulk"),
        {"vorgang": [*chosen, "x", "7:1"], "deed": "zuweisen", "person": house.people["ours-author"].pk},
    )

    good.refresh_from_db()
    changed.refresh_from_db()
    assert good.assigned_to == house.people["ours-author"]
    assert changed.assigned_to == house.people["ours-head"]
    assert "Nicht erledigt: 1" in response.content.decode()


def test_a_letter_is_listed_by_the_day_it_came(house: House) -> None:
    today = timezone.localdate()
    came = today - timedelta(days=6)
    letter, online = house.case(arrived_on=came), house.case()

    before = listed(house, f"?von={came}&bis={came}")
    lately = listed(house, f"?von={today}")
    rows = house.client("ours-author").post(url("csv")).content.decode("utf-8-sig")

    assert (before, lately) == ([letter.reference], [online.reference])
    assert f"{came:%d.%m.%Y}" in next(row for row in rows.splitlines() if letter.reference in row)


def test_beginning_many_leaves_out_those_with_an_open_question(house: House) -> None:
    received, waiting = house.case(), house.case()
    ask(waiting, "Welche Laterne?", THE_SYSTEM)
    chosen = [f"{case.pk}:{case.version}" for case in (received, waiting)]

    response = house.client("ours-author").post(url("bulk"), {"vorgang": chosen, "deed": "beginnen"})

    received.refresh_from_db()
    waiting.refresh_from_db()
    assert (received.state, waiting.state) == (CaseState.IN_WORK, CaseState.WAITING)
    page = response.content.decode()
    assert "Erledigt: 1" in page and "Nicht erledigt: 1" in page
    assert "Eine Rückfrage ist offen." in page


def test_handing_many_over_asks_for_department_and_reason(house: House) -> None:
    case = house.case()
    chosen = {"vorgang": f"{case.pk}:{case.version}", "deed": "abgeben"}

    refused = house.client("ours-author").post(url("bulk"), chosen)
    done = house.client("ours-author").post(
        url("bulk"), {**chosen, "department": house.other_department.pk, "reason": "Baumpflege"}
    )

    assert refused.status_code == 422
    assert "Erledigt: 1" in done.content.decode()
    assert listed(house) == []
    assert listed(house, name="theirs-author") == [case.reference]
