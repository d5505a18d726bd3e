"""What must never leak: drafts, private pages, what lies below private pages, expired and future content."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from home.domain.search_sources import PAGE_SOURCES
from home.models import EventIndexPage, NewsIndexPage, NewsPage, StandardPage
from home.publicity import is_public, public, public_pages_in_order
from outbox.domain.planner_statistics import refresh_statistics
from tests.factories import home as make


def restrict(page):
    return PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


@pytest.fixture
def secrets(home):
    """One page of each kind that nobody may see, all with the word "Geheim" in the title."""
    closed = make.standard_page("Geheim: privat")
    restrict(closed)
    make.standard_page("Geheim: unter privat", below=closed)
    make.standard_page("Geheim: Entwurf").unpublish()
    make.news_page("Geheim: Nachricht").unpublish()
    restrict(make.news_page("Geheim: private Nachricht"))
    restrict(make.event_page("Geheim: privates Fest"))
    make.event_page("Geheim: Fest im Entwurf").unpublish()
    make.facility_page("Geheim: Halle").unpublish()
    restrict(make.facility_page("Geheim: private Halle"))
    future = StandardPage(title="Geheim: Zukunft", live=False, go_live_at=timezone.now() + timedelta(days=1))
    home.refresh_from_db()
    home.add_child(instance=future)
    future.save_revision().publish()
    return Page.objects.filter(title__startswith="Geheim")


def test_public_agrees_with_wagtail(secrets):
    make.standard_page("Offen")

    ours = set(public(Page.objects.all()).values_list("pk", flat=True))

    assert ours == set(Page.objects.live().public().values_list("pk", flat=True))
    assert not ours & set(secrets.values_list("pk", flat=True))


def test_public_costs_one_query(secrets, django_assert_num_queries):
    with django_assert_num_queries(1):
        list(public(Page.objects.all()))


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/aktuelles/",
        "/aktuelles/feed/",
        "/veranstaltungen/",
        "/veranstaltungen/kalender/",
        "/einrichtungen/",
        "/leichte-sprache/",
    ],
)
def test_lists_feeds_and_calendars_say_nothing(secrets, client, address):
    response = client.get(address)

    assert response.status_code == 200
    assert "Geheim" not in response.content.decode()


def test_pages_themselves_are_not_shown(secrets, client):
    for page in secrets:
        response = client.get(page.url)

        assert response.status_code in {302, 404}
        assert "Geheim" not in response.content.decode()


def test_the_search_gets_no_document(secrets):
    for source in PAGE_SOURCES:
        pks = [str(pk) for pk in source.model._default_manager.values_list("pk", flat=True)]
        documents = [document for pk in pks for document in source.documents_for(pk)]

        assert not [document for document in documents if "Geheim" in document.title]
        assert {document.id for document in documents} == set(source.public_pks())


def test_calendar_and_feed_of_a_private_list_are_closed(home, client):
    make.event_page("Ratsfest")
    make.news_page("Ratsnachricht")
    restrict(EventIndexPage.objects.get())
    restrict(NewsIndexPage.objects.get())

    for address in ("/veranstaltungen/kalender/", "/veranstaltungen/ratsfest/kalender/", "/aktuelles/feed/"):
        response = client.get(address)

        assert response.status_code == 302
        assert "Rats" not in response.content.decode()


def test_a_calendar_of_an_unpublished_event_is_gone(home, client):
    page = make.event_page("Ratsfest")
    page.unpublish()

    assert client.get("/veranstaltungen/ratsfest/kalender/").status_code == 404


def test_is_public_follows_the_restriction(home):
    page = make.standard_page("Akte")
    assert is_public(page.pk)

    restriction = restrict(page)
    assert not is_public(page.pk)

    restriction.delete()
    assert is_public(page.pk)


def test_a_private_front_page_asks_to_sign_in(home, client):
    restrict(home)

    response = client.get("/")

    assert response.status_code == 302
    assert "/redaktion/" in response["Location"] or "login" in response["Location"]


def test_pages_come_in_the_order_asked_for_and_as_their_own_type(home):
    first, second = make.news_page("Erste"), make.standard_page("Zweite")
    hidden = make.standard_page("Dritte")
    hidden.unpublish()

    pages = public_pages_in_order([second.pk, hidden.pk, first.pk])

    assert [type(page) for page in pages] == [StandardPage, NewsPage]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite's way of planning")
def test_restrictions_are_looked_up_by_key_whatever_the_database_knows(home):
    """With statistics of an empty table, a join walked through all pages for each page asked for."""
    for number in range(20):
        make.news_page(f"Nachricht {number}")
    refresh_statistics()

    plan = public(Page.objects.all()).explain()

    below_restrictions = plan[plan.index("CORRELATED") :]
    assert below_restrictions.count("SCAN") == 1  # The restrictions themselves, which are few.
    assert "wagtailcore_pageviewrestriction" in below_restrictions.split("SCAN")[1]
    assert "INTEGER PRIMARY KEY" in below_restrictions
