from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page

from home.domain.events import NEXT, _next
from home.domain.front_page import FRONT_PAGES, _front_pages
from home.domain.languages import TRANSLATIONS, _translations
from home.domain.news import LATEST, _latest
from home.models import EventDate, HomePage
from home.prepared_queries import PreparedQuery, Several
from tests.factories import home as make


@pytest.fixture
def filled(home):
    make.news_page("Brücke", picture=make.image())
    make.news_page("Freibad")
    make.event_page("Weinfest")
    make.event_page("Absage", is_cancelled=True)
    make.translation_of(make.standard_page("Rathaus"))


@pytest.mark.parametrize("language", ["de", "en", "xx"])
@pytest.mark.parametrize(("prepared", "build"), [(LATEST, _latest), (FRONT_PAGES, _front_pages)])
def test_gives_the_rows_of_the_query_itself(filled, prepared, build, language):
    assert prepared.rows(language=language) == list(build(language=language))


def test_moments_and_keys_are_values_like_any_other(filled):
    for now in (timezone.now(), timezone.now() + timedelta(days=90)):
        assert NEXT.rows(language="de", now=now) == list(_next(language="de", now=now))
    for key in (Page.objects.get(title="Rathaus").translation_key, uuid4()):
        assert sorted(TRANSLATIONS.rows(key=key)) == sorted(_translations(key=key))


def test_values_keep_their_types(filled):
    query = PreparedQuery(
        lambda pk: EventDate.objects.filter(pk=pk).values_list("start", "all_day", "page__translation_key"),
        pk=int,
    )
    date = EventDate.objects.first()

    ((start, all_day, key),) = query.rows(pk=date.pk)

    assert (start, all_day) == (date.start, False)
    assert isinstance(key, UUID)
    assert start.tzinfo is not None


def test_a_part_is_what_a_slice_of_the_query_gives(filled):
    def build(language: str) -> QuerySet:
        return Page.objects.filter(locale__language_code=language).order_by("pk").values_list("pk", "title")

    query = PreparedQuery(build, language=str)

    for start, stop in ((0, 2), (2, 5), (4, 4), (500, 525)):
        assert query.part(start, stop, language="de") == list(build("de")[start:stop])


def test_sql_is_written_once(filled, monkeypatch, django_assert_num_queries):
    built = []

    def build(language: str) -> QuerySet:
        built.append(language)
        return HomePage.objects.filter(locale__language_code=language).values_list("title")

    query = PreparedQuery(build, language=str)
    with django_assert_num_queries(2):
        assert query.rows(language="de") == [("Teststadt",)]
        assert query.rows(language="xx") == []

    assert len(built) == 1


def test_a_value_that_is_hidden_in_a_pattern_is_refused(filled):
    query = PreparedQuery(
        lambda title: Page.objects.filter(title__contains=title).values_list("pk"), title=str
    )

    with pytest.raises(ValueError, match="title"):
        query.rows(title="Brücke")


def test_a_value_stays_a_value(filled):
    assert LATEST.rows(language="de' OR 1=1 --") == []


def test_a_list_has_as_many_values_as_there_are(filled):
    def build(titles: list[str], language: str) -> QuerySet:
        found = Page.objects.filter(title__in=titles, locale__language_code=language)
        return found.order_by("title").values_list("title")

    query = PreparedQuery(build, titles=Several(str, 3), language=str)

    for titles in ([], ["Brücke"], ["Brücke", "Freibad", "Rathaus"], ["Brücke", "Nirgends"]):
        assert query.rows(titles=titles, language="de") == list(build(titles, "de"))
    with pytest.raises(ValueError, match="titles"):
        query.rows(titles=list("abcd"), language="de")
