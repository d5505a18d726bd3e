"""Types with a second person for retention, deputies, figures and the daily mail."""

from collections import Counter
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from outbox.models import OutgoingMail
from servicefinder.cases.domain.assigning import assign
from servicefinder.cases.domain.due_mails import send_due_mails
from servicefinder.cases.domain.journal import THE_SYSTEM
from servicefinder.cases.domain.statistics import (
    MeasuredCases,
    open_by_age,
    percentile,
    refresh_figures,
    refresh_service_durations,
)
from servicefinder.cases.enums import Origin
from servicefinder.cases.models import Case, CaseType, CaseTypeVersion, Deputy, MonthFigures, TextModule
from servicefinder.catalogue.enums import Role
from servicefinder.catalogue.models import Service
from tests.cases.backoffice.conftest import House, url
from tests.factories.catalogue import MembershipFactory

MONDAY = date(2026, 11, 30)


def version_values(**changes: object) -> dict[str, object]:
    return {"name": "Meldung", "due_working_days": 10, "retention_months": 24, **changes}


def test_only_retention_waits_for_a_second_person(house: House) -> None:
    kind = CaseType.objects.get()
    MembershipFactory(user=house.people["ours-author"], department=house.department, role=Role.APPROVER)
    head, second = house.client("ours-head"), house.client("ours-author")

    head.post(url("type", kind.pk), version_values(name="Störung melden", words_received="Ist da"))
    head.post(url("type", kind.pk), version_values(retention_months=60))

    plain, waiting = CaseTypeVersion.objects.order_by("number")[1:]
    assert plain.approved_at is not None
    assert plain.state_words == {"received": "Ist da"}
    assert waiting.approved_at is None
    head.post(url("approve_type", kind.pk, waiting.pk))
    waiting.refresh_from_db()
    assert waiting.approved_at is None
    second.post(url("approve_type", kind.pk, waiting.pk))
    waiting.refresh_from_db()
    assert waiting.approved_by == house.people["ours-author"]


def test_periods_that_nobody_lives_to_see_are_refused(house: House) -> None:
    kind, client = CaseType.objects.get(), house.client("ours-head")

    page = client.post(url("type", kind.pk), version_values(due_working_days=2_000_000_000))
    kept = client.post(url("type", kind.pk), version_values(retention_months=1_201))

    assert page.context["form"].errors.keys() == {"due_working_days"}
    assert kept.context["form"].errors.keys() == {"retention_months"}
    assert CaseTypeVersion.objects.count() == 1


def test_a_new_type_and_a_taken_key(house: House) -> None:
    client = house.client("ours-head")
    values = version_values(key="laterne", department=house.department.pk)

    client.post(url("new_type"), values)
    refused = client.post(url("new_type"), values)

    assert CaseTypeVersion.objects.get(case_type__key="laterne").approved_at is None
    assert "Diese Kennung gibt es schon." in refused.content.decode()


def test_pages_of_settings_open(house: House) -> None:
    client = house.client("ours-head")
    TextModule.objects.create(department=house.department, name="Gruß", text="Hallo")

    for name in ("types", "modules", "deputies", "dashboard", "new_module", "new_type"):
        assert client.get(url(name)).status_code == 200, name


def test_heads_enter_deputies_of_their_own_department_only(house: House) -> None:
    today = timezone.localdate()
    values = {
        "person": house.people["ours-author"].pk,
        "valid_from": str(today),
        "valid_until": str(today + timedelta(days=3)),
    }

    refused = house.client("ours-head").post(
        url("deputies"), {**values, "deputy": house.people["theirs-head"].pk}
    )
    house.client("ours-head").post(url("deputies"), {**values, "deputy": house.people["ours-head"].pk})
    of_others = house.client("theirs-head").post(
        url("deputies"), {**values, "deputy": house.people["theirs-author"].pk}
    )

    assert refused.status_code == of_others.status_code == 200
    entered = Deputy.objects.get()
    assert entered.deputy == entered.entered_by == house.people["ours-head"]


def test_entries_that_make_no_sense_are_refused_in_words_beside_the_field(house: House) -> None:
    today = timezone.localdate()
    author, head = house.people["ours-author"], house.people["ours-head"]
    good = {"person": author.pk, "deputy": head.pk, "valid_from": today, "valid_until": today}

    def errors(**changes: object) -> dict[str, list[str]]:
        response = house.client("ours-head").post(url("deputies"), {**good, **changes})
        return {} if response.status_code == 302 else response.context["form"].errors

    assert errors(deputy=author.pk) == {"deputy": ["Niemand vertritt sich selbst."]}
    before, in_years = today - timedelta(days=1), today + timedelta(days=400)
    assert errors(valid_until=before) == {"valid_until": ["Das Ende liegt vor dem Anfang."]}
    assert errors(valid_until=in_years) == {"valid_until": ["Eine Vertretung dauert höchstens ein Jahr."]}
    assert errors() == {}
    again = ["Für diese Zeit ist dieselbe Vertretung schon eingetragen."]
    assert errors(valid_from=before, valid_until=today + timedelta(days=9)) == {"valid_from": again}
    assert Deputy.objects.count() == 1


def test_figures_by_month_and_durations_of_a_service(house: House) -> None:
    service = Service.objects.create(name="Laterne melden", department=house.department)
    now = timezone.now()
    noon = datetime.combine(timezone.localdate(now), time(12))
    for days in range(1, 21):
        case = house.case(service_id=service.pk)
        Case.objects.filter(pk=case.pk).update(
            state="closed",
            received_at=timezone.make_aware(noon - timedelta(days=days)),
            decided_at=now,
            closed_at=now,
        )

    refresh_figures()
    refresh_figures()
    refresh_service_durations()

    rows = MonthFigures.objects.all()
    assert (sum(row.received for row in rows), sum(row.closed for row in rows)) == (20, 20)
    measured = MeasuredCases().duration_of(service.pk)
    assert measured is not None
    assert (measured.median_days, measured.percentile_90_days, measured.count) == (10, 18, 20)
    page = house.client("ours-author").get(url("dashboard")).content.decode()
    assert "10 Tagen" in page
    Case.objects.filter(service=service).first().delete()
    refresh_service_durations()
    assert MeasuredCases().duration_of(service.pk) is None


def test_what_came_on_paper_counts_from_the_day_of_arrival(house: House) -> None:
    service = Service.objects.create(name="Laterne melden", department=house.department)
    now = timezone.now()
    came = timezone.localdate(now) - timedelta(days=9)
    for _ in range(20):
        house.case(service_id=service.pk, origin=Origin.PAPER, arrived_on=came)
    Case.objects.update(state="closed", decided_at=now, closed_at=now)
    house.case(origin=Origin.PAPER, arrived_on=came)
    house.case()

    refresh_service_durations()
    refresh_figures()

    measured = MeasuredCases().duration_of(service.pk)
    assert measured is not None
    assert (measured.median_days, measured.percentile_90_days) == (9, 9)
    assert MonthFigures.objects.get().durations == {"9": 20}
    ages = dict(open_by_age(Case.objects.filter(state="received")))
    assert [ages[label] for label in ("bis 7 Tage", "8 bis 30 Tage")] == [1, 1]


def test_percentiles_are_days_within_which_that_many_were_done() -> None:
    assert percentile(Counter({1: 1, 5: 1}), 50) == 1
    assert percentile(Counter({1: 9, 5: 1}), 90) == 1
    assert percentile(Counter(), 50) is None


def test_the_daily_mail_names_references_only_and_comes_once(house: House) -> None:
    mine, nobodys = house.case(), house.case()
    assign(mine, house.people["ours-author"], THE_SYSTEM)
    Case.objects.update(due_on=MONDAY - timedelta(days=3))
    OutgoingMail.objects.all().delete()

    for _ in range(2):
        send_due_mails(MONDAY)

    mails = {mail.to[0]: mail.text for mail in OutgoingMail.objects.all()}
    assert mails.keys() == {"ours-author@stadt.example", "ours-head@stadt.example"}
    assert mine.reference in mails["ours-author@stadt.example"]
    assert nobodys.reference in mails["ours-head@stadt.example"]
    assert not any("Müller" in text or "Laterne" in text for text in mails.values())


def test_who_stands_in_hears_of_what_is_due(house: House) -> None:
    away, deputy = house.people["ours-author"], house.people["ours-head"]
    case = house.case()
    Case.objects.update(due_on=MONDAY, assigned_to=away)
    Deputy.objects.create(person=away, deputy=deputy, valid_from=MONDAY, valid_until=MONDAY)

    send_due_mails(MONDAY)

    mail = next(each for each in OutgoingMail.objects.all() if each.to == [deputy.email])
    assert f"während Sie jemanden vertreten:\n\n{case.reference}" in mail.text


def test_who_stands_in_hears_of_nothing_that_it_may_not_see(house: House) -> None:
    away, deputy = house.people["ours-author"], house.people["theirs-head"]
    house.case()
    Case.objects.update(due_on=MONDAY, assigned_to=away)
    Deputy.objects.create(person=away, deputy=deputy, valid_from=MONDAY, valid_until=MONDAY)
    OutgoingMail.objects.all().delete()

    send_due_mails(MONDAY)

    assert [mail.to for mail in OutgoingMail.objects.all()] == [[away.email]]


def test_no_mail_when_nothing_is_due_nor_on_a_sunday(house: House) -> None:
    house.case()
    OutgoingMail.objects.all().delete()

    send_due_mails(MONDAY)
    Case.objects.update(due_on=MONDAY - timedelta(days=3))
    send_due_mails(MONDAY - timedelta(days=1))

    assert not OutgoingMail.objects.exists()


def test_the_menu_is_for_those_who_work_cases(house: House) -> None:
    house.case()

    worker = house.client("ours-author").get("/redaktion/").content.decode()
    administrator = house.client("administrator").get("/redaktion/").content.decode()

    assert "Vorg\\u00e4nge (1)" in worker or "Vorgänge (1)" in worker
    assert "cases-list" not in administrator
