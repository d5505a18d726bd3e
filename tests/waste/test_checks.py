"""What the nightly look over the calendar finds, and who learns of it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from accounts.models import User
from outbox.domain.nightly import run_nightly_checks
from outbox.models import NightlyFinding, OutgoingMail
from servicefinder.addresses.models import Address
from servicefinder.catalogue.enums import Role
from servicefinder.catalogue.models import Department, Membership
from servicefinder.waste.domain.checks import check_calendar
from servicefinder.waste.domain.editing import take_for_editing
from servicefinder.waste.domain.outlooks import planned_outlook
from servicefinder.waste.domain.publishing import publish
from servicefinder.waste.domain.soundness import planned_soundness
from servicefinder.waste.enums import CollectionState, PlanState
from servicefinder.waste.models import Collection, Plan, Rhythm, ServedRange, Tour
from servicefinder.waste.presentation.finding_mails import mail_new_findings
from tests.factories import waste as made
from tests.waste.backoffice_people import put_in_charge, worker

TODAY = date(2026, 3, 2)


@pytest.fixture
def plan(db: None) -> Plan:
    """Two bins, every two weeks and monthly, for one house; nothing to complain about."""
    made.address()
    plan = Plan.objects.create(year=2026, state=PlanState.APPROVED)
    tour = made.tour()
    for what, kind in ((made.fraction(), "weeks"), (made.fraction("Biotonne", "biotonne"), "monthly")):
        span = {"valid_from": date(2026, 1, 1), "valid_until": date(2026, 12, 31)}
        Rhythm.objects.create(
            tour=tour, fraction=what, kind=kind, anchor=date(2026, 1, 5), nth=1, interval=2, **span
        )
    publish(plan)
    return plan


def texts(today: date = TODAY) -> list[str]:
    return [each.text for each in check_calendar(today)]


def test_a_good_calendar_and_a_city_without_one_are_quiet(plan: Plan) -> None:
    assert texts() == []
    Plan.objects.all().delete()
    assert texts() == []


def test_addresses_without_a_fraction_are_counted_with_examples(plan: Plan) -> None:
    for number in range(1, 9):
        made.address("Am Rand", number)

    found = texts()

    example = "Am Rand 1, Am Rand 2, Am Rand 3, Am Rand 4, Am Rand 5 und 3 weitere"
    assert found == [f"2026: Ohne Tour: {example}."]


def test_an_address_whose_tour_lacks_a_fraction_is_told(plan: Plan) -> None:
    west = made.tour("west", streets=("Am Rand",))
    made.address("Am Rand", 1)
    made.rhythm(west, date(2026, 1, 5), 2)
    publish(plan)

    assert texts() == ["2026: Biotonne wird hier nicht abgeholt: Am Rand 1."]


def test_two_tours_for_one_bin_are_told_but_not_for_the_other_side_of_the_street(plan: Plan) -> None:
    other = Tour.objects.create(plan=plan, code="sued", name="Tour Süd")
    made.collection(other, date(2026, 3, 4))
    made.served(other, parity="even")
    assert texts() == []

    ServedRange.objects.filter(tour=other).update(parity="odd")

    assert texts() == ["2026: Restmüll steht hier in mehr als einer Tour: Ostanlage 5."]


def test_a_day_that_is_lost_is_a_gap_and_one_moved_within_its_week_is_none(plan: Plan) -> None:
    row = Collection.objects.get(planned_on=date(2026, 3, 16), fraction__key="restmuell")
    row.day += timedelta(days=5)
    row.save()
    assert texts() == []

    row.state = CollectionState.CANCELLED
    row.save()

    assert texts() == [
        "2026: Tour Nord, Restmüll: vom 02.03.2026 bis 30.03.2026 keine Abfuhr, "
        "der Rhythmus meint höchstens 2 Wochen."
    ]
    assert texts(date(2026, 3, 31)) == []


def test_while_changes_wait_the_night_goes_by_what_was_published(plan: Plan) -> None:
    take_for_editing(plan)
    Rhythm.objects.filter(kind="weeks").update(interval=1)
    plan.refresh_from_db()

    assert texts() == []
    planned = planned_soundness(plan, planned_outlook(plan), TODAY).problems
    assert planned == []  # As planned it would be sound, too: there are more days.


def test_the_preview_page_says_what_the_night_says(plan: Plan) -> None:
    made.address("Am Rand", 1)
    (found,) = texts()
    page = worker().get(reverse("waste_work:effect", args=[2026])).content.decode()
    assert (
        found.removeprefix("2026: ") == "Ohne Tour: Am Rand 1." and "<li>Ohne Tour: Am Rand 1.</li>" in page
    )


def test_the_end_of_the_year_counts_and_the_next_year_goes_on(plan: Plan) -> None:
    Collection.objects.filter(day__gte=date(2026, 12, 1), fraction__key="restmuell").delete()

    assert len([text for text in texts() if "bis 31.12.2026 keine Abfuhr" in text]) == 1


@pytest.mark.parametrize(
    ("today", "expected"),
    [(date(2026, 10, 31), []), (date(2026, 11, 1), ["warning"]), (date(2026, 12, 1), ["error"])],
)
def test_next_year_is_asked_for_in_time(plan: Plan, today: date, expected: list[str]) -> None:
    Address.objects.all().delete()  # Whom next year serves is not the question.
    assert [str(each.severity) for each in check_calendar(today)] == expected
    Plan.objects.create(year=2027, state=PlanState.PUBLISHED)
    assert check_calendar(today) == []


def test_many_addresses_take_no_more_queries(plan: Plan, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    with django_assert_num_queries(8):
        check_calendar(TODAY)
    for number in range(2, 60):
        made.address("Ostanlage", number)
    with django_assert_num_queries(8):
        assert check_calendar(TODAY) == []


def test_who_plans_sees_it_and_gets_one_mail(plan: Plan, client: Client) -> None:
    access = Permission.objects.get(codename="access_admin")
    planner = User.objects.create_user("p", "plan@stadt.example", "x")
    planner.user_permissions.add(access)
    department = Department.objects.create(name="Abfallwirtschaft")
    Membership.objects.create(user=planner, department=department, role=Role.AUTHOR)
    put_in_charge(department)
    other = User.objects.create_user("o", "other@stadt.example", "x")
    other.user_permissions.add(access)
    Address.objects.update(number=6)
    ServedRange.objects.update(last_number=5)

    run_nightly_checks()
    now = datetime.now(UTC)
    mail_new_findings(now)
    mail_new_findings(now)
    mail_new_findings(now + timedelta(days=2))

    (mail,) = OutgoingMail.objects.all()
    assert mail.to == ["plan@stadt.example"] and "Ostanlage 6" in mail.text
    assert NightlyFinding.objects.filter(check_name="waste.calendar").exists()
    for user, is_shown in ((planner, True), (other, False)):
        client.force_login(user)
        text = client.get("/redaktion/").content.decode()
        assert ("Befunde der letzten Nacht" in text) == is_shown
