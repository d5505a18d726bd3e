import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects import signal_handlers
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from tests.factories import home as make


def test_an_old_address_leads_to_the_new_one(home, client):
    Redirect.add_redirect("/alt/", "/neu/")

    response = client.get("/alt/")

    assert (response.status_code, response["Location"]) == (301, "/neu/")


def test_a_redirect_for_a_while_is_not_remembered(home, client):
    Redirect.add_redirect("/alt", "/neu/", is_permanent=False)

    assert client.get("/alt/").status_code == 302


def test_the_query_does_not_matter_unless_it_is_meant(home, client):
    Redirect.add_redirect("/seite.php?id=7", "/sieben/")
    Redirect.add_redirect("/alt", "/neu/")

    assert client.get("/seite.php?id=7")["Location"] == "/sieben/"
    assert client.get("/alt/?utm=x")["Location"] == "/neu/"
    assert client.get("/seite.php?id=8").status_code == 404


def test_a_page_that_is_not_public_is_nobodys_target(home, client):
    page = make.standard_page("Akten")
    Redirect.add_redirect("/alt", page)
    assert client.get("/alt/")["Location"] == "/akten/"

    PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert client.get("/alt/").status_code == 404


def test_pages_that_exist_ask_nothing_about_redirects(home, client):
    with CaptureQueriesContext(connection) as captured:
        client.get("/impressum/")

    assert captured
    assert not [query["sql"] for query in captured if "redirects_redirect" in query["sql"]]


def test_posting_is_not_redirected(home, client):
    Redirect.add_redirect("/alt", "/neu/")

    assert client.post("/alt/").status_code in {403, 404}


@pytest.mark.parametrize("path", ["/%00/", "/%ff/", "/ä/", "/" + "x" * 4000 + "/"])
def test_strange_addresses_are_only_not_found(home, client, path):
    assert client.get(path).status_code in {400, 404}


def test_a_changed_slug_leaves_a_redirect(home, client, django_capture_on_commit_callbacks):
    page = make.standard_page("Rathaus")

    with django_capture_on_commit_callbacks(execute=True):
        page.slug = "verwaltung"
        page.save_revision().publish()

    assert client.get("/rathaus/")["Location"] == "/verwaltung/"


def test_a_move_within_the_same_address_keeps_all_redirects(home):
    first = make.standard_page("Erste")
    make.standard_page("Zweite")
    Redirect.add_redirect("/alt", "/neu/", automatically_created=True)

    first.move(home, pos="last-child")
    signal_handlers.BatchRedirectCreator(max_size=10, ignore_conflicts=True).process()

    assert Redirect.objects.filter(old_path="/alt").exists()


@pytest.mark.parametrize("address", ["//[x/", "//[::1/", "//["])
def test_address_that_reads_as_a_broken_host_is_not_found(home, client, address):
    assert client.get("/", PATH_INFO=address).status_code == 404
