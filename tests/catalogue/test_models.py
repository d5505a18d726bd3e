"""What a department cannot save, by form or past it."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from wagtail.models import TranslatableMixin

from servicefinder.catalogue.enums import FeeKind, LiveStatus, OnlineServiceKind
from servicefinder.catalogue.models import (
    ContactPersonPage,
    DepartmentPage,
    OfficePage,
    OpeningException,
    OpeningHours,
    Service,
    ServiceDeadline,
    ServiceFee,
    ServiceLeika,
    ServiceOffice,
    ServiceOnlineService,
    ServicePage,
    TextPart,
)
from servicefinder.catalogue.models.translated import child_relations
from servicefinder.catalogue.models.validators import validate_link
from tests.factories.catalogue import DepartmentPageFactory, OfficePageFactory, ServicePageFactory, publish


def refused(row: models.Model, field: str) -> bool:
    """Whether the row's own rules refuse `field`."""
    try:
        row.clean()
    except ValidationError as error:
        return field in error.message_dict
    return False


@pytest.mark.parametrize(
    "address",
    ["https://example.org", "http://example.org/a?b=c", "mailto:amt@auenstadt.example", "tel:+496499900"],
)
def test_links_of_four_kinds_are_accepted(address: str) -> None:
    validate_link(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//example.org",
        "/dienstleistungen/",
        "https://",
        "https:example.org",
        "mailto:",
        "https://exa mple.org",
        "http://[::1",
        "ftp://example.org",
    ],
)
def test_other_links_are_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        validate_link(address)


@pytest.mark.parametrize(
    "code", ["9908500101200", "990850010120000", "88085001012000", "99 85001012000", "99085001012000\n"]
)
def test_leika_keys_have_fourteen_digits_and_begin_with_99(code: str) -> None:
    with pytest.raises(ValidationError):
        ServiceLeika(code=code).clean_fields(exclude=["page"])


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"kind": FeeKind.AMOUNT}, "cents"),
        ({"kind": FeeKind.SURCHARGE}, "cents"),
        ({"kind": FeeKind.RANGE, "cents": 100}, "max_cents"),
        ({"kind": FeeKind.RANGE, "cents": 100, "max_cents": 99}, "max_cents"),
        ({"kind": FeeKind.TEXT}, "condition"),
        (
            {"kind": FeeKind.FREE, "valid_from": date(2027, 1, 2), "valid_until": date(2027, 1, 1)},
            "valid_until",
        ),
    ],
)
def test_fee_rules(values: dict[str, Any], field: str) -> None:
    assert refused(ServiceFee(label="Ausweis", **values), field)


@pytest.mark.parametrize(
    "values",
    [
        {"kind": FeeKind.AMOUNT, "cents": 0},
        {"kind": FeeKind.RANGE, "cents": 100, "max_cents": 100},
        {"kind": FeeKind.FREE, "valid_from": date(2027, 1, 1), "valid_until": date(2027, 1, 1)},
        {"kind": FeeKind.TEXT, "condition": "nach Aufwand"},
    ],
)
def test_fees_at_the_edge_are_fine(values: dict[str, Any]) -> None:
    ServiceFee(label="Ausweis", **values).clean()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "values",
    [
        {"kind": FeeKind.AMOUNT},
        {"kind": FeeKind.RANGE, "cents": 100, "max_cents": 99},
        {"kind": FeeKind.FREE, "valid_from": date(2027, 1, 2), "valid_until": date(2027, 1, 1)},
    ],
)
def test_database_refuses_fees_past_the_form(values: dict[str, Any]) -> None:
    page = ServicePageFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        ServiceFee.objects.create(page=page, locale=page.locale, label="Ausweis", **values)


def test_deadline_says_something() -> None:
    assert refused(ServiceDeadline(label="Antrag"), "text")
    assert refused(ServiceDeadline(label="Antrag", length=3), "unit")
    ServiceDeadline(label="Antrag", date=date(2027, 3, 31)).clean()
    ServiceDeadline(label="Antrag", length=3, unit="month").clean()


def test_online_services_lead_somewhere() -> None:
    assert refused(ServiceOnlineService(label="x", kind=OnlineServiceKind.EXTERNAL), "url")
    assert refused(ServiceOnlineService(label="x", kind=OnlineServiceKind.INTERNAL), "key")
    ServiceOnlineService(label="x", kind=OnlineServiceKind.PLANNED).clean()


def test_opening_hours_have_a_length() -> None:
    assert refused(OpeningHours(weekday=0, opens=time(8), closes=time(8)), "closes")
    OpeningHours(weekday=0, opens=time(20), closes=time(2)).clean()


def test_swapped_hours_are_told_from_those_past_midnight() -> None:
    day = date(2027, 1, 2)
    swapped = {"opens": time(16, 30), "closes": time(8)}

    assert refused(OpeningHours(weekday=0, **swapped), "closes")
    assert refused(OpeningException(starts_on=day, ends_on=day, closed=False, **swapped), "closes")
    OpeningHours(weekday=0, opens=time(20), closes=time(7, 59)).clean()
    OpeningHours(weekday=0, opens=time(8), closes=time(0)).clean()


def test_exceptions_are_closed_or_have_hours() -> None:
    day, before = date(2027, 1, 2), date(2027, 1, 1)
    assert refused(OpeningException(starts_on=day, ends_on=before), "ends_on")
    assert refused(OpeningException(starts_on=day, ends_on=day, closed=False, opens=time(8)), "opens")
    assert refused(
        OpeningException(starts_on=day, ends_on=day, closed=False, opens=time(8), closes=time(8)), "closes"
    )
    OpeningException(starts_on=day, ends_on=day).clean()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"processing_min": 6, "processing_max": 4, "processing_unit": "week"}, "processing_max"),
        ({"processing_min": 0}, "processing_unit"),
        ({"live_status": LiveStatus.CLOSED}, "live_status_reason"),
        ({"live_status_reason": "Umzug"}, "live_status_reason"),
        ({"live_status_until": datetime(2027, 1, 1, tzinfo=UTC)}, "live_status_until"),
        ({"for_citizens": False}, "for_citizens"),
        ({"demand": 6}, "demand"),
        ({"summary": "x" * 301}, "summary"),
    ],
)
def test_service_rules(values: dict[str, Any], field: str) -> None:
    page = ServicePageFactory()

    with pytest.raises(ValidationError) as error:
        publish(page, **values)

    assert field in error.value.message_dict


@pytest.mark.django_db
def test_approval_plans_the_next_review_on_a_working_day() -> None:
    page = publish(ServicePageFactory(), approved_on=date(2026, 1, 5), review_months=12)
    assert page.review_due == date(2027, 1, 5)

    again = publish(page, approved_on=date(2027, 5, 2), review_months=6)
    assert again.review_due == date(2027, 11, 2)


@pytest.mark.django_db
def test_coordinates_come_in_pairs() -> None:
    with pytest.raises(ValidationError) as error:
        publish(OfficePageFactory(), longitude=None)

    assert "longitude" in error.value.message_dict


@pytest.mark.django_db
def test_identity_follows_page_and_tree() -> None:
    first, second = DepartmentPageFactory(title="Bürgeramt"), DepartmentPageFactory(title="Ordnungsamt")
    page = ServicePageFactory(title="Fundbüro", parent=first)
    assert (page.service_id, page.service.department) == (page.translation_key, first.department)

    publish(page, title="Verlorenes finden")
    ServicePage.objects.get(pk=page.pk).move(second, pos="last-child")

    service = Service.objects.get(pk=page.service_id)
    assert (service.name, service.department) == ("Verlorenes finden", second.department)


@pytest.mark.django_db
def test_department_below_another_has_it_as_parent() -> None:
    above, elsewhere = DepartmentPageFactory(), DepartmentPageFactory()
    below = DepartmentPageFactory(parent=above)
    assert below.department.parent == above.department

    DepartmentPage.objects.get(pk=below.pk).move(elsewhere, pos="last-child")

    below.department.refresh_from_db()
    assert below.department.parent == elsewhere.department


@pytest.mark.django_db
def test_copy_is_a_service_of_its_own() -> None:
    page = ServicePageFactory(title="Urkunde", whole=True)

    copy = page.copy(update_attrs={"slug": "urkunde-2", "title": "Zweite Urkunde"}, keep_live=False)

    copy = ServicePage.objects.get(pk=copy.pk)
    assert copy.service_id not in (None, page.service_id)
    assert copy.service.name == "Zweite Urkunde"
    assert [fee.cents for fee in copy.fees.all()] == [7000]
    latest = copy.get_latest_revision_as_object()
    assert latest.service_id == copy.service_id


@pytest.mark.django_db
def test_deleted_page_takes_its_identity_along_unless_somebody_points_to_it() -> None:
    office = OfficePageFactory(title="Rathaus")
    page = ServicePageFactory(at_offices=[office])
    service, used = page.service_id, office.office_id

    office.delete()
    page.delete()

    assert not Service.objects.filter(pk=service).exists()
    assert type(office.office).objects.filter(pk=used).exists()


@pytest.mark.parametrize("model", [ServicePage, OfficePage, DepartmentPage, ContactPersonPage])
def test_every_list_with_text_can_be_translated(model: Any) -> None:
    for name, row in child_relations(model).items():
        if name in ("comments", "wagtail_admin_comments", "tagged_items"):
            continue
        has_text = bool(getattr(row, "text_fields", ()))
        assert has_text is issubclass(row, TranslatableMixin), name
        if issubclass(row, TextPart):
            assert set(row.text_fields) <= {field.name for field in row._meta.get_fields()}
            assert row._meta.ordering == ["sort_order"]
    assert set(model.text_fields) <= {field.name for field in model._meta.get_fields()}


def test_pages_are_allowed_only_where_they_belong() -> None:
    assert {model.__name__ for model in DepartmentPage.allowed_subpage_models()} == {
        "DepartmentPage",
        "ServicePage",
        "OfficePage",
        "ContactPersonPage",
        "FormPage",
    }
    assert {model.__name__ for model in ServicePage.allowed_parent_page_models()} == {"DepartmentPage"}
    assert ServicePage.allowed_subpage_models() == OfficePage.allowed_subpage_models() == []
    assert {model.__name__ for model in DepartmentPage.allowed_parent_page_models()} == {
        "DepartmentIndexPage",
        "DepartmentPage",
    }


@pytest.mark.django_db
def test_draft_that_names_a_deleted_office_can_still_be_opened() -> None:
    office, other = OfficePageFactory(), OfficePageFactory()
    page = ServicePageFactory(at_offices=[other])
    fresh = ServicePage.objects.get(pk=page.pk)
    fresh.offices.add(ServiceOffice(office=office.office))
    fresh.save_revision()

    OfficePage.objects.get(pk=office.pk).delete()

    draft = ServicePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert [row.office_id for row in draft.offices.all()] == [other.office_id]
