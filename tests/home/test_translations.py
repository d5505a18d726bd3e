"""What happens to the German page happens to its translations."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from home.models import StandardPage
from tests.factories import home as make


@pytest.fixture
def german(home):
    return make.standard_page("Rathaus")


@pytest.fixture
def english(german):
    return make.translation_of(german, "en", "Town hall")


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def test_unpublishing_reaches_them(german, english, client):
    german.unpublish()

    assert not fresh(english).live
    assert client.get("/en/rathaus/").status_code == 404


def test_expiring_reaches_them(german, english):
    from wagtail.models import Page

    Page.objects.get(pk=german.pk).unpublish(set_expired=True)

    assert not fresh(english).live


def test_deleting_takes_them_offline(german, english):
    german.delete()

    assert not fresh(english).live


def test_editing_leaves_them_alone(german, english):
    german.title = "Rathaus und Politik"
    german.save_revision().publish()

    assert fresh(english).live
    assert fresh(english).title == "Town hall"


def test_a_german_draft_of_an_english_page_takes_nothing_offline(home):
    english_home = home.get_translation(make.translation_of(home.get_children().first(), "en").locale)
    page = make.publish(StandardPage(title="Welcome", locale=english_home.locale), english_home)

    draft = page.copy_for_translation(home.locale)
    draft.save_revision()

    assert not draft.live
    assert fresh(page).live


def test_unpublishing_a_translation_leaves_the_german_page(german, english):
    english.unpublish()

    assert fresh(german).live


def test_moving_reaches_them(german, english):
    target = make.standard_page("Stadt")
    english_target = make.translation_of(target, "en", "City")

    german.move(target, pos="last-child")

    assert fresh(english).get_parent().pk == english_target.pk
    assert fresh(english).url == "/en/stadt/rathaus/"


def test_moving_below_an_untranslated_page_leaves_them(german, english):
    before = fresh(english).get_parent().pk

    german.move(make.standard_page("Stadt"), pos="last-child")

    assert fresh(english).get_parent().pk == before


class TestPrivacy:
    def test_reaches_them(self, german, english, client):
        PageViewRestriction.objects.create(page=german, restriction_type="login")

        assert english.view_restrictions.get().restriction_type == "login"
        assert client.get("/en/rathaus/").status_code == 302

    def test_its_groups_reach_them(self, german, english):
        restriction = PageViewRestriction.objects.create(page=german, restriction_type="groups")
        restriction.groups.set([Group.objects.create(name="Rat")])

        assert [group.name for group in english.view_restrictions.get().groups.all()] == ["Rat"]

    def test_changed_reaches_them(self, german, english):
        restriction = PageViewRestriction.objects.create(page=german, restriction_type="login")

        restriction.restriction_type, restriction.password = "password", "sesam"
        restriction.save()

        assert english.view_restrictions.get().password == "sesam"

    def test_taken_away_is_taken_away_from_them(self, german, english):
        PageViewRestriction.objects.create(page=german, restriction_type="login").delete()

        assert not english.view_restrictions.exists()

    def test_is_inherited_by_a_new_translation(self, german):
        PageViewRestriction.objects.create(page=german, restriction_type="login")

        copy = make.translation_of(german, "en")

        assert copy.view_restrictions.count() == 1

    def test_of_a_translation_is_its_own(self, german, english):
        PageViewRestriction.objects.create(page=english, restriction_type="login")

        assert not german.view_restrictions.exists()
