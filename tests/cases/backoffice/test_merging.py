"""When departments become one, their cases go with them, noted in each, and nobody loses access."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from outbox.domain.running import run_due_jobs
from outbox.models import Job
from servicefinder.cases.domain import noting_later
from servicefinder.cases.domain.assigning import assign
from servicefinder.cases.domain.erasing import erase_case
from servicefinder.cases.domain.handing_over import hand_over, share
from servicefinder.cases.domain.journal import THE_SYSTEM, broken
from servicefinder.cases.domain.keys import forget_house_keys
from servicefinder.cases.domain.transfers import request_transfer
from servicefinder.cases.domain.transitions import move
from servicefinder.cases.domain.visibility import visible_cases
from servicefinder.cases.enums import CaseState, EntryKind
from servicefinder.cases.models import (
    Case,
    CaseShare,
    CaseType,
    JournalEntry,
    MonthFigures,
    TextModule,
    Transfer,
)
from servicefinder.catalogue.domain.departments import DepartmentOwnsSomething, merge, rename
from servicefinder.catalogue.models import Department, DepartmentPage, Membership
from servicefinder.waste.models import WasteSettings
from tests.cases.backoffice.conftest import House, url
from tests.factories.catalogue import member_of
from tests.factories.form_pages import form_draft

MONTH = date(2026, 10, 1)


def merged(house: House) -> None:
    merge(house.department, house.other_department, user=house.people["administrator"])


def closed(case: Case) -> Case:
    move(case, CaseState.WITHDRAWN, THE_SYSTEM)
    return move(case, CaseState.CLOSED, THE_SYSTEM)


def noted_by(case: Case, people: House) -> bool:
    last = case.journal.last()
    is_right = last.kind == EntryKind.HANDED_OVER and last.by == people.people["administrator"]
    return is_right and list(broken(Case.objects.get(pk=case.pk))) == []


def test_cases_go_with_their_department_and_note_it(house: House) -> None:
    opened, gone = house.case(), closed(house.case())
    author = house.people["ours-author"]
    assign(opened, author, THE_SYSTEM)

    merged(house)
    run_due_jobs()

    for case in (opened, gone):
        case.refresh_from_db()
        assert case.department == house.other_department
        assert noted_by(case, house)
    assert opened.assigned_to == author
    for name in ("ours-author", "ours-head", "theirs-author"):
        assert set(visible_cases(house.people[name])) == {opened, gone}, name
    page = house.client("ours-author").get(url("case", opened.pk)).content.decode()
    assert "Bürgeramt → Gartenamt" in page
    assert not Department.objects.filter(pk=house.department.pk).exists()


def test_the_confirmation_says_what_goes_over_and_that_it_is_for_good(house: House) -> None:
    house.case(), house.case()
    client, address = house.client("administrator"), reverse("catalogue_merge", args=[house.ours.pk])

    full = client.get(address).content.decode()
    empty = client.get(reverse("catalogue_merge", args=[house.theirs.pk])).content.decode()

    assert "2 Vorgänge, 1 Vorgangsart" in full
    assert "Vorgänge" not in empty
    for page in (full, empty):
        assert "Zusammenlegen lässt sich nicht rückgängig machen." in page


def test_types_forms_hand_overs_modules_and_figures_go_along(house: House) -> None:
    kind = CaseType.objects.get()
    form = form_draft(house.ours)
    transfer = request_transfer(
        Case.objects.filter(pk=closed(house.case()).pk), house.department, "Archiv", house.people["ours-head"]
    )
    for department in (house.department, house.other_department):
        TextModule.objects.create(department=department, name="Gruß", text=department.name)
        MonthFigures.objects.create(
            department=department, case_type=kind, month=MONTH, received=2, closed=1, durations={"3": 1}
        )
    settings = WasteSettings.load()
    settings.department = house.department
    settings.save()

    merged(house)

    target = house.other_department
    assert CaseType.objects.get(pk=kind.pk).department == target
    form.form.refresh_from_db()
    assert form.form.department == target
    assert Transfer.objects.get(pk=transfer.pk).department == target
    assert sorted(target.text_modules.values_list("name", flat=True)) == ["Gruß", "Gruß (2)"]
    figures = MonthFigures.objects.get()
    assert (figures.department, figures.received, figures.closed, figures.durations) == (
        target,
        4,
        2,
        {"3": 2},
    )
    assert WasteSettings.objects.get().department == target
    assert house.client("ours-head").post(url("new_type"), {}).status_code == 200


def test_what_was_shared_between_them_is_shared_no_more(house: House) -> None:
    ours, theirs = house.case(), house.case()
    share(ours, house.other_department, THE_SYSTEM)
    hand_over(theirs, house.other_department, THE_SYSTEM)
    share(theirs, house.department, THE_SYSTEM)

    merged(house)

    assert not CaseShare.objects.exists()


def test_the_longer_of_two_memberships_stays(house: House) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    author = house.people["ours-author"]
    Membership.objects.create(
        user=author, department=house.other_department, role="author", valid_until=yesterday
    )
    case = house.case()

    merged(house)

    assert author.memberships.get().valid_until is None
    assert list(visible_cases(User.objects.get(pk=author.pk))) == [case]


def test_a_department_with_cases_is_not_deleted_and_says_what_hangs_on_it(house: House) -> None:
    house.case()
    admin = Client()
    admin.force_login(house.people["administrator"])

    answer = admin.post(f"/redaktion/pages/{house.ours.pk}/delete/", follow=True).content.decode()

    assert "Dazu gehören noch 1 Vorgang, 1 Vorgangsart." in answer
    with pytest.raises(DepartmentOwnsSomething), transaction.atomic():
        DepartmentPage.objects.get(pk=house.ours.pk).delete()
    assert Department.objects.filter(pk=house.department.pk).exists()


def test_renaming_leaves_everything_where_it_is(house: House) -> None:
    case = house.case()

    rename(house.department, "Bürgerservice")

    page = house.client("ours-author").get(url("case", case.pk)).content.decode()
    assert "Bürgerservice" in page
    assert list(visible_cases(house.people["ours-author"])) == [case]


def test_many_cases_take_as_many_questions_per_slice(house: House, django_assert_max_num_queries) -> None:
    for _ in range(30):
        house.case()
    member_of(house.ours, "author", "noch-jemand")

    with django_assert_max_num_queries(400) as few:
        merged(house)

    assert not any("cases_journalentry" in query["sql"] for query in few)
    job = Job.objects.get(kind=noting_later.NOTE_KIND)
    forget_house_keys()  # The worker is another process.
    with django_assert_max_num_queries(12):
        noting_later.note(job.key, job.payload)
    assert JournalEntry.objects.filter(kind=EntryKind.HANDED_OVER).count() == 30


def test_whoever_was_stopped_half_way_notes_the_rest(house: House, monkeypatch) -> None:
    cases = [house.case() for _ in range(5)]
    monkeypatch.setattr(noting_later, "CASES_PER_JOB", 3)
    monkeypatch.setattr(noting_later, "SLICE", 2)
    merged(house)
    noted, asked = noting_later.record_for_all, Job.objects.filter(kind=noting_later.NOTE_KIND)
    [(key, payload), (other_key, rest)] = sorted(asked.values_list("key", "payload"))

    def killed(*args: object, **kwargs: object) -> None:
        monkeypatch.setattr(noting_later, "record_for_all", stopped)
        noted(*args, **kwargs)

    def stopped(*args: object, **kwargs: object) -> None:
        raise SystemExit

    monkeypatch.setattr(noting_later, "record_for_all", killed)
    with pytest.raises(SystemExit):
        noting_later.note(key, payload)
    assert sum(noted_by(case, house) for case in cases) == 2
    monkeypatch.setattr(noting_later, "record_for_all", noted)
    erase_case(cases[0].pk, "Widerruf")
    for _ in range(2):
        noting_later.note(key, payload)
        noting_later.note(other_key, rest)

    assert all(noted_by(case, house) for case in cases[1:])
    assert JournalEntry.objects.filter(kind=EntryKind.HANDED_OVER).count() == 4
