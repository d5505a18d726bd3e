from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Site

from home.models import StandardPage
from outbox.domain.scheduled_publishing import SomeFailed, expire_due, publish_due

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Page:
    return Site.objects.get().root_page


def scheduled_page(home: Page, title: str, minutes: float) -> StandardPage:
    """A draft that goes live in `minutes`."""
    page = home.add_child(instance=StandardPage(title=title, live=False))
    page.go_live_at = timezone.now() + timedelta(minutes=minutes)
    page.save_revision().publish()
    return page


def live_page(home: Page, title: str, expires_in: float) -> StandardPage:
    expire_at = timezone.now() + timedelta(minutes=expires_in)
    page = home.add_child(instance=StandardPage(title=title, expire_at=expire_at))
    page.save_revision()
    return page


def reach(page: Page) -> None:
    """Let the time come, as if a day had passed."""
    past = timezone.now() - timedelta(seconds=1)
    page.revisions.update(approved_go_live_at=past)
    for revision in page.revisions.all():
        revision.content["go_live_at"] = past.isoformat()
        revision.save()


def is_live(page: Page) -> bool:
    return Page.objects.get(pk=page.pk).live


def test_page_goes_live_when_its_time_has_come_and_not_before(home: Page):
    due, early = scheduled_page(home, "Fällig", 5), scheduled_page(home, "Später", 5)
    reach(due)

    publish_due()

    assert (is_live(due), is_live(early)) == (True, False)
    assert PageLogEntry.objects.filter(page=due.pk, action="wagtail.publish.scheduled").exists()


def test_page_goes_offline_when_its_time_is_over_and_not_before(home: Page):
    over, still_good = live_page(home, "Vorbei", -1), live_page(home, "Noch gültig", 5)

    expire_due()

    assert (is_live(over), is_live(still_good)) == (False, True)
    assert Page.objects.get(pk=over.pk).expired


def test_page_that_cannot_be_published_holds_up_no_other(home: Page):
    broken, good = scheduled_page(home, "Kaputt", 5), scheduled_page(home, "Gut", 6)
    reach(broken)
    reach(good)
    revision = broken.revisions.get()
    revision.content["title"] = None
    revision.save()

    with pytest.raises(SomeFailed, match=f"\\({revision.pk}\\)"):
        publish_due()

    assert (is_live(broken), is_live(good)) == (False, True)


def test_signals_see_the_real_page_type_when_it_expires(home: Page):
    from django.db.models.signals import post_save

    page, seen = live_page(home, "Vorbei", -1), []

    def note(instance: StandardPage, **kwargs) -> None:
        seen.append((instance.pk, instance.live))

    post_save.connect(note, sender=StandardPage)
    expire_due()
    post_save.disconnect(note, sender=StandardPage)

    assert (page.pk, False) in seen


def test_nothing_due_nothing_done(home: Page, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        publish_due()
        expire_due()
