from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.domain.search_sources import PAGE_SOURCES
from home.enums import FacilityKind
from outbox.models import Job
from search.registries import result_types, sources
from tests.factories import home as make

SOURCES = {source.name: source for source in PAGE_SOURCES}


def marked():
    """Records for which the search was told that they changed; forgets them."""
    jobs = Job.objects.filter(kind="search.index")
    keys = set(jobs.values_list("key", flat=True))
    jobs.delete()
    return keys


class TestDocuments:
    def test_of_a_page_hold_all_its_words(self, home):
        page = make.standard_page(
            "Hochwasser", teaser="Was tun.", introduction="Vorsorge", body=[("text", "<p>Sandsäcke</p>")]
        )

        (document,) = SOURCES["home.pages"].documents_for(str(page.pk))

        assert (document.type, document.language, document.url) == ("page", "de", "/hochwasser/")
        assert (document.title, document.teaser) == ("Hochwasser", "Was tun.")
        assert "Vorsorge" in document.body
        assert "Sandsäcke" in document.body

    def test_of_a_translation_are_in_its_language(self, home):
        copy = make.translation_of(make.standard_page("Rathaus"), "en", "Town hall")

        (document,) = SOURCES["home.pages"].documents_for(str(copy.pk))

        assert (document.language, document.url) == ("en", "/en/rathaus/")

    def test_of_a_page_that_expires_end_with_it(self, home):
        end = timezone.now() + timedelta(days=3)
        page = make.standard_page("Umleitung", expire_at=end)

        (document,) = SOURCES["home.pages"].documents_for(str(page.pk))

        assert document.expires_at == end

    def test_of_news_carry_their_date(self, home):
        page = make.news_page("Brücke")

        (document,) = SOURCES["home.news"].documents_for(str(page.pk))

        assert document.date == page.published_on

    def test_of_an_event_are_dated_by_the_next_date_and_end_with_the_last(self, home):
        page = make.event_page("Markt", make.schedule(days=-2), make.schedule(days=3), make.schedule(days=9))

        (document,) = SOURCES["home.events"].documents_for(str(page.pk))

        assert document.date == timezone.localdate() + timedelta(days=3)
        assert document.changes_at == make.local(3, 21)
        assert document.expires_at == make.local(9, 21)

    def test_of_an_event_that_is_over_there_are_none(self, home):
        page = make.event_page("Markt", make.schedule(days=-2))

        assert SOURCES["home.events"].documents_for(str(page.pk)) == []
        assert list(SOURCES["home.events"].public_pks()) == []

    def test_of_a_facility_are_found_by_its_kind(self, home):
        page = make.facility_page("Bücherwürfel", kind=FacilityKind.LIBRARY, address="Kirchstraße 9")

        (document,) = SOURCES["home.facilities"].documents_for(str(page.pk))

        assert document.alternatives[:2] == ("Bücherei", "Bibliothek")
        assert "Kirchstraße 9" in document.body

    @pytest.mark.parametrize("pk", ["0", "999999"])
    def test_of_what_is_gone_there_are_none(self, home, pk):
        assert [source.documents_for(pk) for source in PAGE_SOURCES] == [[]] * len(PAGE_SOURCES)


def test_sources_and_their_types_are_registered():
    assert set(SOURCES) <= set(sources.names())
    assert {source.document_type for source in PAGE_SOURCES} <= set(result_types.names())


class TestMarks:
    def test_publishing_marks_the_page(self, home):
        marked()

        page = make.standard_page("Rathaus")

        assert f"home.pages:{page.pk}" in marked()

    def test_unpublishing_expiring_and_deleting_mark_it(self, home):
        page = make.news_page("Brücke")
        marked()

        page.unpublish()
        assert marked() == {f"home.news:{page.pk}"}

        key = f"home.news:{page.pk}"
        page.delete()
        assert key in marked()

    def test_saving_a_draft_marks_nothing(self, home):
        page = make.news_page("Brücke")
        marked()

        page.title = "Neue Brücke"
        page.save_revision()

        assert marked() == set()

    def test_moving_marks_all_below(self, home):
        above = make.standard_page("Rathaus")
        below = make.standard_page("Haushalt", below=above)
        target = make.standard_page("Stadt")
        marked()

        type(above).objects.get(pk=above.pk).move(target, pos="last-child")

        assert {f"home.pages:{above.pk}", f"home.pages:{below.pk}"} <= marked()

    def test_a_new_address_marks_all_below(self, home):
        above = make.standard_page("Rathaus")
        below = make.standard_page("Haushalt", below=above)
        above.refresh_from_db()
        marked()

        above.slug = "verwaltung"
        above.save_revision().publish()

        assert f"home.pages:{below.pk}" in marked()

    def test_privacy_marks_all_below(self, home):
        above = make.standard_page("Rathaus")
        below = make.standard_page("Haushalt", below=above)
        marked()

        restriction = PageViewRestriction.objects.create(page=above, restriction_type="login")
        assert {f"home.pages:{above.pk}", f"home.pages:{below.pk}"} <= marked()

        restriction.delete()
        assert {f"home.pages:{above.pk}", f"home.pages:{below.pk}"} <= marked()
