from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from outbox.domain.running import run_due_jobs
from outbox.models import Job
from servicefinder.catalogue.domain.finder.building import FINDER_KIND, ask_for_all_tables, build_table
from servicefinder.catalogue.domain.finder.choices import Choice
from servicefinder.catalogue.domain.finder.contents import table_content
from servicefinder.catalogue.domain.finder.counting import Selection
from servicefinder.catalogue.domain.finder.facets import (
    AUDIENCE,
    DEPARTMENT,
    FACETS,
    FREE,
    LETTER,
    LIFE_SITUATION,
    ONLINE,
)
from servicefinder.catalogue.domain.finder.loading import current_table
from servicefinder.catalogue.domain.finder.tables import Option, Table
from servicefinder.catalogue.models import FinderTable, PublishedService
from tests.factories.catalogue import (
    DepartmentPageFactory,
    LifeSituationFactory,
    ServicePageFactory,
    publish,
)

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def titles_of(table: Table, mask: int) -> list[str]:
    titles = dict(PublishedService.objects.values_list("pk", "title"))
    return [titles[key] for key in table.ids_of(mask, 0, len(table.ids))]


def chosen(table: Table, query: str = "") -> Selection:
    return Selection(table, Choice.read(QueryDict(query), table), NOW)


def counts(selection: Selection, facet: Any) -> dict[str, int]:
    return {entry.option.value: entry.count for entry in selection.counts(facet) if entry.count}


@pytest.fixture
def table(db: Any) -> Table:
    """Six services: two departments of which one has one below it, one life situation."""
    above = DepartmentPageFactory(title="Ordnungsamt", slug="ordnungsamt")
    below = DepartmentPageFactory(title="Straßenverkehrsamt", slug="strassenverkehrsamt", parent=above)
    other = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    travel = LifeSituationFactory(title="Reisen", slug="reisen")
    ServicePageFactory(title="Ölheizung melden", slug="oel", parent=above, for_businesses=True)
    ServicePageFactory(title="Ofen melden", slug="ofen", parent=above, free=True)
    ServicePageFactory(title="Auto zulassen", slug="auto", parent=below)
    ServicePageFactory(title="Ausweis", slug="ausweis", parent=other, whole=True, in_situations=[travel])
    ServicePageFactory(title="Pass", slug="pass", parent=other, in_situations=[travel])
    ServicePageFactory(title="Gewerbe", slug="gewerbe", parent=above, for_citizens=False, for_businesses=True)
    build_table("de")
    return current_table("de")


def test_ids_are_in_the_order_of_din_5007(table: Table) -> None:
    assert titles_of(table, table.everything) == [
        *("Ausweis", "Auto zulassen", "Gewerbe", "Ofen melden", "Ölheizung melden", "Pass")
    ]


def test_each_value_has_its_services(table: Table) -> None:
    def of(facet: Any, value: str) -> list[str]:
        return titles_of(table, table.masks[facet][value])

    assert of(LETTER, "O") == ["Ofen melden", "Ölheizung melden"]
    assert of(LIFE_SITUATION, "reisen") == ["Ausweis", "Pass"]
    assert of(DEPARTMENT, "strassenverkehrsamt") == ["Auto zulassen"]
    assert of(AUDIENCE, "unternehmen") == ["Gewerbe", "Ölheizung melden"]
    assert of(ONLINE, "ja") == ["Ausweis"]
    assert of(FREE, "ja") == ["Ofen melden"]


def test_a_department_counts_what_lies_below_it(table: Table) -> None:
    assert titles_of(table, table.masks[DEPARTMENT]["ordnungsamt"]) == [
        *("Auto zulassen", "Gewerbe", "Ofen melden", "Ölheizung melden")
    ]
    assert table.options[DEPARTMENT] == (
        Option("buergeramt", "Bürgeramt"),
        Option("ordnungsamt", "Ordnungsamt"),
        Option("strassenverkehrsamt", "Straßenverkehrsamt (Ordnungsamt)"),
    )


def test_options_that_no_service_has_are_not_offered(table: Table) -> None:
    LifeSituationFactory(title="Heiraten", slug="heiraten")
    DepartmentPageFactory(title="Kulturamt", slug="kulturamt")

    content = table_content("de")

    assert [value for value, _ in content["options"]["lebenslage"]] == ["reisen"]
    assert "kulturamt" not in [value for value, _ in content["options"]["amt"]]


def test_counts_are_given_the_other_filters_but_not_the_facets_own(table: Table) -> None:
    selection = chosen(table, "amt=buergeramt&online=ja")

    assert selection.total == 1
    assert counts(selection, DEPARTMENT) == {"buergeramt": 1}
    assert counts(selection, ONLINE) == {"ja": 1}
    assert counts(selection, LIFE_SITUATION) == {"reisen": 1}
    assert counts(chosen(table, "amt=buergeramt"), DEPARTMENT) == {
        "buergeramt": 2,
        "ordnungsamt": 4,
        "strassenverkehrsamt": 1,
    }


def test_values_of_a_facet_add_up_facets_narrow_down(table: Table) -> None:
    assert chosen(table, "amt=buergeramt&amt=strassenverkehrsamt").total == 3
    assert chosen(table, "amt=buergeramt&zielgruppe=unternehmen").total == 0


@pytest.mark.django_db
def test_what_expires_is_neither_counted_nor_shown_from_its_moment_on() -> None:
    ServicePageFactory(title="Wahl", slug="wahl", expire_at=NOW + timedelta(hours=1))
    ServicePageFactory(title="Wahlamt", slug="wahlamt")
    build_table("de")
    table = current_table("de")

    before = Selection(table, Choice(), NOW)
    after = Selection(table, Choice(), NOW + timedelta(hours=1))

    assert (before.total, after.total) == (2, 1)
    assert counts(before, LETTER) == {"W": 2}
    assert counts(after, LETTER) == {"W": 1}


def test_the_table_is_read_again_only_after_it_changed(table: Table) -> None:
    with CaptureQueriesContext(connection) as unchanged:
        same = current_table("de")
    ServicePageFactory(title="Zaun", slug="zaun")
    build_table("de")
    with CaptureQueriesContext(connection) as changed:
        other = current_table("de")

    assert same is table
    assert (len(unchanged), len(changed)) == (1, 2)
    assert len(other.ids) == len(table.ids) + 1


def test_building_twice_changes_nothing(table: Table) -> None:
    assert build_table("de").version == table.version
    assert FinderTable.objects.count() == 1


@pytest.mark.django_db
def test_a_missing_table_is_built_once_on_first_use() -> None:
    ServicePageFactory(title="Pass", slug="pass")
    FinderTable.objects.all().delete()

    first, second = current_table("de"), current_table("de")

    assert first is second
    assert len(first.ids) == 1
    assert FinderTable.objects.count() == 1


def test_a_table_of_an_older_form_is_built_anew(table: Table) -> None:
    FinderTable.objects.update(version="0.4711", content={"services": []})

    assert current_table("de").ids == table.ids
    assert FinderTable.objects.get(language="de").version == table.version


@pytest.mark.django_db
def test_a_publication_asks_the_worker_who_brings_the_table_up_to_date() -> None:
    service = ServicePageFactory(title="Pass", slug="pass")
    build_table("de")
    Job.objects.all().delete()

    publish(service, title="Zaun")

    assert Job.objects.filter(kind=FINDER_KIND, key="de").count() == 1
    run_due_jobs()
    assert counts(chosen(current_table("de")), LETTER) == {"Z": 1}


@pytest.mark.django_db
def test_a_withdrawn_service_asks_the_worker_too() -> None:
    service = ServicePageFactory(title="Pass", slug="pass")
    build_table("de")
    Job.objects.all().delete()

    service.unpublish()
    run_due_jobs()

    assert current_table("de").ids == ()


@pytest.mark.django_db
def test_every_night_all_languages_are_counted_anew() -> None:
    ask_for_all_tables()

    assert set(Job.objects.filter(kind=FINDER_KIND).values_list("key", flat=True)) == {
        *("de", "en", "de-simple")
    }


@pytest.mark.django_db
def test_building_takes_the_same_queries_for_one_and_many() -> None:
    department = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    travel = LifeSituationFactory(title="Reisen", slug="reisen")
    ServicePageFactory(parent=department, in_situations=[travel])
    with CaptureQueriesContext(connection) as one:
        table_content("de")
    for _ in range(5):
        ServicePageFactory(parent=department, in_situations=[travel])
    with CaptureQueriesContext(connection) as many:
        table_content("de")

    assert len(one) == len(many) == 5


@given(st.sets(st.integers(0, 400)), st.integers(0, 30), st.integers(1, 40))
def test_a_page_of_a_mask_is_the_same_slice_of_its_list(places: set[int], start: int, count: int) -> None:
    nothing: dict[Any, Any] = {facet: {} for facet in FACETS}
    table = Table("1", tuple(range(401)), nothing, nothing)
    mask = sum(1 << place for place in places)

    assert table.ids_of(mask, start, count) == sorted(places)[start : start + count]


def test_the_canonical_query_reads_back_as_the_same_choice(table: Table) -> None:
    messy = QueryDict("seite=2&amt=ordnungsamt&online=ja&amt=buergeramt&buchstabe=&lebenslage=reisen&x=1")

    choice = Choice.read(messy, table)

    assert choice.query() == "lebenslage=reisen&amt=buergeramt&amt=ordnungsamt&online=ja&seite=2"
    assert Choice.read(QueryDict(choice.query()), table) == choice


@pytest.mark.parametrize("page", ["0", "-1", "zwei", "²", "9" * 30, "", "1e3"])
def test_odd_page_numbers_are_the_first_page(table: Table, page: str) -> None:
    choice = Choice.read(QueryDict(f"seite={page}"), table)

    assert choice.page == 1
