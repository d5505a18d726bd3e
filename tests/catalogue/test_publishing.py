"""The read model is written with the publication, and anew when something it shows changes."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from outbox.models import Job
from servicefinder.catalogue.domain.dependents import PUBLISH_KIND
from servicefinder.catalogue.domain.publishing import republish_due, republish_strays
from servicefinder.catalogue.models import (
    LifeSituation,
    OpeningException,
    PublishedDepartment,
    PublishedOffice,
    PublishedService,
    ServiceFee,
    ServicePage,
)
from servicefinder.catalogue.tasks import publish as publish_job
from tests.catalogue.conftest import at
from tests.factories.catalogue import (
    ContactPersonPageFactory,
    DepartmentPageFactory,
    LifeSituationFactory,
    OfficePageFactory,
    ServicePageFactory,
    publish,
    save_draft,
    translate,
)

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")


def asked_for(kind: str = PUBLISH_KIND) -> set[str]:
    return set(Job.objects.filter(kind=kind).values_list("key", flat=True))


def work() -> None:
    """What the worker does, until nothing is left."""
    while jobs := list(Job.objects.filter(kind=PUBLISH_KIND)):
        Job.objects.filter(pk__in=[job.pk for job in jobs]).delete()
        for job in jobs:
            publish_job(job.key, {})


def make_private(page: Page) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def below(page: Page, target: Page) -> None:
    """Move a page below another one, both as they are now."""
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=target.pk), pos="last-child")


def row_of(page: ServicePage, language: str = "de") -> PublishedService:
    return PublishedService.objects.get(service=page.service_id, language=language)


def test_row_holds_what_lists_need() -> None:
    above = DepartmentPageFactory(title="Ordnungsamt")
    department = DepartmentPageFactory(title="Straßenverkehrsamt", parent=above)
    travel = LifeSituationFactory(title="Reisen")

    page = ServicePageFactory(
        title="Übersetzung beantragen",
        parent=department,
        whole=True,
        demand=4,
        for_businesses=True,
        in_situations=[travel],
    )

    row = row_of(page)
    assert (row.title, row.letter, row.slug) == ("Übersetzung beantragen", "U", page.slug)
    assert (row.demand, row.for_citizens, row.for_businesses) == (4, True, True)
    assert (row.online, row.free_today, row.live_status, row.changes_at) == (True, False, "normal", None)
    assert row.department == department.department
    assert row.department_path == [str(above.department_id), str(department.department_id)]
    assert list(row.life_situations.all()) == [travel]


def test_draft_has_no_row_until_it_is_published() -> None:
    page = ServicePageFactory(draft=True)
    assert not PublishedService.objects.exists()

    publish(page)

    assert row_of(page).title == page.title


def test_saving_a_draft_changes_nothing_public() -> None:
    page = ServicePageFactory(title="Ausweis")
    before = row_of(page)

    save_draft(page, title="Neuer Ausweis", summary="Noch geheim")

    after = row_of(page)
    assert (after.digest, after.written_at) == (before.digest, before.written_at)


@pytest.mark.parametrize("end", ["unpublish", "delete"])
def test_row_goes_with_the_publication(end: str) -> None:
    page = ServicePageFactory()

    getattr(page, end)()

    assert not PublishedService.objects.exists()
    assert f"service:{page.translation_key}" in asked_for("search.index")


def test_row_and_outbox_are_rolled_back_with_the_change() -> None:
    page = ServicePageFactory(title="Ausweis")
    Job.objects.all().delete()

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        publish(page, title="Pass")
        assert row_of(page).title == "Pass"
        raise ZeroDivisionError

    assert row_of(page).title == "Ausweis"
    assert not Job.objects.exists()


def test_publication_tells_the_search_once_something_changed() -> None:
    page = ServicePageFactory()
    assert f"service:{page.service_id}" in asked_for("search.index")
    Job.objects.all().delete()

    publish(page)
    assert asked_for("search.index") == set()

    publish(page, summary="Neu")
    assert asked_for("search.index") == {f"service:{page.service_id}"}


def test_private_pages_have_no_row() -> None:
    department = DepartmentPageFactory()
    page = ServicePageFactory(parent=department)

    restriction = PageViewRestriction.objects.create(
        page=department, restriction_type=PageViewRestriction.LOGIN
    )

    assert not PublishedService.objects.exists()
    assert not PublishedDepartment.objects.exists()
    work()
    assert not PublishedService.objects.exists()

    restriction.delete()
    work()
    assert row_of(page).title == page.title
    assert PublishedDepartment.objects.count() == 1


def test_service_moved_to_a_private_department_disappears() -> None:
    private = DepartmentPageFactory()
    make_private(private)
    page = ServicePageFactory()

    below(page, private)

    assert not PublishedService.objects.filter(service=page.service_id).exists()


def test_branch_moved_to_a_private_department_disappears_at_once() -> None:
    private = DepartmentPageFactory()
    make_private(private)
    department = DepartmentPageFactory()
    page = ServicePageFactory(parent=department)

    below(department, private)

    assert not PublishedService.objects.filter(service=page.service_id).exists()


def test_renamed_department_is_renamed_on_its_services() -> None:
    above = DepartmentPageFactory(title="Ordnungsamt")
    department = DepartmentPageFactory(title="Verkehr", parent=above)
    page, office = ServicePageFactory(parent=department), OfficePageFactory(parent=department)
    Job.objects.all().delete()

    publish(above, title="Amt für Ordnung")

    assert {f"service:{page.service_id}", f"office:{office.office_id}"} <= asked_for()
    work()
    assert [entry["name"] for entry in row_of(page).document["department"]["path"]] == [
        "Amt für Ordnung",
        "Verkehr",
    ]
    assert PublishedOffice.objects.get().document["department"]["path"][0]["name"] == "Amt für Ordnung"


def test_moved_department_takes_its_services_along() -> None:
    first, second = DepartmentPageFactory(title="Erstes"), DepartmentPageFactory(title="Zweites")
    department = DepartmentPageFactory(title="Unten", parent=first)
    page = ServicePageFactory(parent=department)

    below(department, second)
    work()

    row = row_of(page)
    assert row.department_path == [str(second.department_id), str(department.department_id)]
    assert row.document["url"] == f"/dienstleistungen/{page.slug}/"


def test_renamed_service_is_renamed_where_it_is_related() -> None:
    relative = ServicePageFactory(title="Personalausweis")
    page = ServicePageFactory(related_to=[relative])

    publish(relative, title="Ausweis beantragen", slug="ausweis")
    work()

    assert row_of(page).document["related"] == [
        {"id": str(relative.service_id), "title": "Ausweis beantragen", "url": "/dienstleistungen/ausweis/"}
    ]


def test_related_service_shows_only_while_it_is_public() -> None:
    relative = ServicePageFactory(draft=True)
    page = ServicePageFactory(related_to=[relative])
    assert row_of(page).document["related"] == []

    publish(relative)
    work()
    assert len(row_of(page).document["related"]) == 1

    ServicePage.objects.get(pk=relative.pk).unpublish()
    work()
    assert row_of(page).document["related"] == []


def test_two_services_that_name_each_other_come_to_rest() -> None:
    first = ServicePageFactory()
    second = ServicePageFactory(related_to=[first])
    fresh = ServicePage.objects.get(pk=first.pk)
    fresh.related.create(service=second.service)
    fresh.save_revision().publish()

    publish(first, title="Neuer Name")
    work()

    assert row_of(second).document["related"][0]["title"] == "Neuer Name"


def test_contact_person_is_shown_while_public() -> None:
    department = DepartmentPageFactory()
    person = ContactPersonPageFactory(title="Karin Feld", parent=department)
    page = ServicePageFactory(parent=department, with_contacts=[person])
    work()
    assert PublishedDepartment.objects.get().document["contacts"][0]["name"] == "Karin Feld"

    publish(person, phone="06499 900-1")
    work()
    assert row_of(page).document["contacts"][0]["phone"] == "06499 900-1"

    type(person).objects.get(pk=person.pk).delete()
    work()
    assert row_of(page).document["contacts"] == []
    assert PublishedDepartment.objects.get().document["contacts"] == []


def test_renamed_and_deleted_life_situations_reach_services() -> None:
    travel = LifeSituationFactory(title="Reisen")
    page = ServicePageFactory(in_situations=[travel])

    travel.title = "Unterwegs sein"
    travel.save()
    work()
    assert row_of(page).document["life_situations"][0]["title"] == "Unterwegs sein"

    LifeSituation.objects.get(pk=travel.pk).delete()
    work()
    assert row_of(page).document["life_situations"] == []


def test_fee_switches_by_itself_at_local_midnight() -> None:
    old = ServiceFee(label="Gebühr", cents=3700, valid_until=date(2026, 12, 31))
    free = ServiceFee(label="Gebühr", kind="free", valid_from=date(2027, 1, 1))
    with at(datetime(2026, 12, 1, 12, 0, tzinfo=UTC)):
        page = ServicePageFactory(fees=[old, free])
    row = row_of(page)
    assert (row.free_today, row.changes_at) == (False, datetime(2027, 1, 1, tzinfo=BERLIN))
    Job.objects.all().delete()

    with at(datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC)):
        republish_due()
        assert asked_for() == set()
    with at(datetime(2026, 12, 31, 23, 0, 1, tzinfo=UTC)):
        republish_due()
        work()

    row = row_of(page)
    assert (row.free_today, row.changes_at) == (True, None)
    assert asked_for("search.index") == {f"service:{page.service_id}"}


def test_restriction_ends_by_itself() -> None:
    end = timezone.now() + timedelta(hours=1)
    page = ServicePageFactory(restricted=True, live_status_until=end)
    row = row_of(page)
    assert (row.live_status, row.live_status_until, row.changes_at) == ("restricted", end, end)

    with at(end + timedelta(seconds=1)):
        republish_due()
        work()

    row = row_of(page)
    assert (row.live_status, row.live_status_until, row.changes_at) == ("normal", None, None)


def test_office_changes_when_an_exception_begins_and_ends() -> None:
    with at(datetime(2026, 7, 1, 12, 0, tzinfo=UTC)):
        OfficePageFactory(
            open=True, exceptions=[OpeningException(starts_on=date(2026, 7, 27), ends_on=date(2026, 8, 7))]
        )
    assert PublishedOffice.objects.get().changes_at == datetime(2026, 7, 27, tzinfo=BERLIN)

    for now, then in ((27, datetime(2026, 7, 28, tzinfo=BERLIN)), (38, datetime(2026, 8, 8, tzinfo=BERLIN))):
        with at(datetime(2026, 7, 1, 0, 30, tzinfo=UTC) + timedelta(days=now - 1)):
            republish_due()
            work()

        assert PublishedOffice.objects.get().changes_at == then, "each day fewer are left, until it is over"


def test_sweep_finds_what_nobody_announced() -> None:
    missing, stray = ServicePageFactory(), ServicePageFactory()
    PublishedService.objects.filter(service=missing.service_id).delete()
    Page.objects.filter(pk=stray.pk).update(live=False)
    Job.objects.all().delete()

    republish_strays()
    work()

    assert [row.service_id for row in PublishedService.objects.all()] == [missing.service_id]


def test_expired_page_disappears_with_its_row() -> None:
    page = ServicePageFactory(expire_at=timezone.now() + timedelta(minutes=5))
    assert row_of(page).expires_at == page.expire_at

    Page.objects.get(pk=page.pk).unpublish(set_expired=True)

    assert not PublishedService.objects.exists()


def test_publishing_takes_the_same_queries_whatever_there_is_beside_it() -> None:
    department = DepartmentPageFactory()
    page = ServicePageFactory(parent=department, whole=True)
    publish(page)

    alone = queries_of_publishing(page)
    for _ in range(5):
        ServicePageFactory(parent=department)
    among_others = queries_of_publishing(page)

    assert alone == among_others


def queries_of_publishing(page: ServicePage) -> int:
    fresh = ServicePage.objects.get(pk=page.pk)
    fresh.summary += " Neu."
    revision = fresh.save_revision()
    with CaptureQueriesContext(connection) as queries:
        revision.publish()
    return len(queries)


class TestTranslations:
    """Facts come from the German page, texts from the translation."""

    def test_translation_reads_facts_from_the_german_page(self) -> None:
        german = ServicePageFactory(title="Reisepass", whole=True)
        english = translate(german, title="Passport", slug="passport", summary="Travel anywhere.")
        fee = english.fees.get()
        fee.label, fee.cents = "32 pages", 1
        fee.save()

        fresh = ServicePage.objects.get(pk=german.pk)
        german_fee = fresh.fees.get()
        german_fee.cents = 8000
        fresh.fees = [german_fee]
        fresh.save_revision().publish()
        work()

        document = row_of(german, "en").document
        assert document["url"] == "/en/dienstleistungen/passport/"
        assert document["title"] == "Passport"
        assert [(row["label"], row["cents"]) for row in document["fees"]] == [("32 pages", 8000)]
        assert document["leika"] == ["99085001012000"]

    def test_row_added_in_german_appears_with_german_words(self) -> None:
        german = ServicePageFactory(whole=True)
        translate(german, title="Passport")

        fresh = ServicePage.objects.get(pk=german.pk)
        fresh.fees.add(ServiceFee(label="Express", kind="surcharge", cents=3200))
        fresh.save_revision().publish()
        work()

        assert [fee["label"] for fee in row_of(german, "en").document["fees"]] == ["32 Seiten", "Express"]

    def test_translation_is_public_only_with_the_german_page(self) -> None:
        german = ServicePageFactory()
        english = translate(german, title="Passport")
        assert row_of(german, "en").title == "Passport"

        ServicePage.objects.get(pk=german.pk).unpublish()

        assert not PublishedService.objects.filter(service=german.service_id).exists()
        assert ServicePage.objects.get(pk=english.pk).service_id == german.service_id

    def test_translation_of_a_german_draft_tells_nothing_of_it(self, client: Client) -> None:
        german = ServicePageFactory(whole=True, draft=True)
        english = translate(german, title="Passport", slug="passport")
        work()

        assert ServicePage.objects.get(pk=english.pk).live
        assert not PublishedService.objects.exists()
        assert client.get("/en/dienstleistungen/passport/").status_code == 404
        assert client.get(f"/api/v1/services/{german.service_id}?language=en").status_code == 404

    def test_privacy_of_the_german_page_holds_for_translations(self, client: Client) -> None:
        german = ServicePageFactory()
        translate(german, title="Passport", slug="passport")

        make_private(german)
        work()

        assert not PublishedService.objects.exists()
        assert client.get("/en/dienstleistungen/passport/").status_code == 404

    def test_translations_follow_to_another_department(self) -> None:
        german = ServicePageFactory()
        english = translate(german, title="Passport")
        other = DepartmentPageFactory(title="Anderes Amt")

        below(german, other)

        moved = ServicePage.objects.get(pk=english.pk).get_parent().specific
        assert moved.department_id == other.department_id
        assert moved.locale == Locale.objects.get(language_code="en")
        assert moved.live is False

    def test_life_situations_are_those_of_the_language(self) -> None:
        travel, moving = LifeSituationFactory(title="Reisen"), LifeSituationFactory(title="Umziehen")
        german = ServicePageFactory(in_situations=[travel, moving])
        english_locale = Locale.objects.create(language_code="en")
        copy = travel.copy_for_translation(english_locale)
        copy.title, copy.slug = "Travel", "travel"
        copy.save()

        translate(german, title="Passport")

        row = row_of(german, "en")
        assert [entry["title"] for entry in row.document["life_situations"]] == ["Travel"]
        assert list(row.life_situations.all()) == [copy]


def test_failed_request_of_the_back_office_leaves_nothing(as_admin: Client, monkeypatch: Any) -> None:
    page = ServicePageFactory(title="Ausweis")
    Job.objects.all().delete()

    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("disk full")

    monkeypatch.setattr("wagtail.actions.unpublish_page.UnpublishPageAction._after_unpublish", fail)
    as_admin.raise_request_exception = False
    answer = as_admin.post(f"/redaktion/pages/{page.pk}/unpublish/")

    assert answer.status_code == 500
    assert row_of(page).title == "Ausweis"
    assert ServicePage.objects.get(pk=page.pk).live is True
    assert Group.objects.exists()
    assert not Job.objects.exists()
