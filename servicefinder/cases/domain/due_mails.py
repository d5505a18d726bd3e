"""The daily mail of what is due and late: references and links, nothing of what a case is about."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from outbox.domain.mail import queue_mail
from servicefinder.catalogue.enums import Role
from workdays.domain.holidays import is_working_day

from ..enums import OPEN_STATES
from ..models import Case, Deputy
from .assigning import people_of
from .visibility import cases_of, departments_of

LINES_LIMIT = 50


def send_due_mails(day: date | None = None) -> None:
    """Once per person and working day: own cases that are due or late, and those of people one stands in for;
    and to those who lead a department (to everybody where nobody leads) what nobody works on.
    """
    day = day or timezone.localdate()
    if not is_working_day(day):
        return
    due = Case.objects.filter(state__in=OPEN_STATES, due_on__lte=day).order_by("due_on", "reference")
    mine: dict[int, list[Case]] = defaultdict(list)
    nobodys: dict[int, list[Case]] = defaultdict(list)
    recipients: dict[object, list[int]] = {}
    for case in due.only("pk", "reference", "due_on", "assigned_to", "department").iterator(chunk_size=500):
        if case.assigned_to_id:
            mine[case.assigned_to_id].append(case)
            continue
        if case.department_id not in recipients:
            recipients[case.department_id] = _leading(case.department_id)
        for user_id in recipients[case.department_id]:
            nobodys[user_id].append(case)
    absent = _stood_in_for(mine, day)
    people = User.objects.filter(pk__in={*mine, *nobodys, *absent}, is_active=True).exclude(email="")
    for person in people.iterator():
        parts = [
            ("Ihre Vorgänge, die heute fällig oder überfällig sind:", mine.get(person.pk, [])),
            ("Fällig oder überfällig, während Sie jemanden vertreten:", absent.get(person.pk, [])),
            ("Fällig oder überfällig, und niemand ist zuständig:", nobodys.get(person.pk, [])),
        ]
        _send(person, parts, day)


def _stood_in_for(mine: Mapping[int, list[Case]], day: date) -> dict[int, list[Case]]:
    """By deputy: those cases of the people who are away on the day that the deputy may see."""
    found: dict[int, list[Case]] = defaultdict(list)
    away = Deputy.objects.filter(person__in=mine, valid_from__lte=day, valid_until__gte=day)
    for each in away.select_related("deputy"):
        seen = cases_of(departments_of(each.deputy, day))
        keys = set(seen.filter(assigned_to=each.person_id).values_list("pk", flat=True))
        if cases := [case for case in mine[each.person_id] if case.pk in keys]:
            found[each.deputy_id] += cases
    return found


def _leading(department_id: object) -> list[int]:
    members = Q(department=department_id)
    heads = people_of(members & Q(role__in=(Role.HEAD, Role.APPROVER)))
    return [*heads.values_list("pk", flat=True)] or [*people_of(members).values_list("pk", flat=True)]


def _send(person: User, parts: list[tuple[str, list[Case]]], day: date) -> None:
    said = [f"{heading}\n\n{_lines(cases, day)}" for heading, cases in parts if cases]
    count = sum(len(cases) for _, cases in parts)
    queue_mail(
        to=[person.email],
        subject=f"{count} Vorgänge sind fällig",
        text="\n\n".join(["Guten Tag,", *said, f"Alle: {settings.BASE_URL}/redaktion/vorgaenge/?frist=late"]),
        key=f"due:{person.pk}:{day.isoformat()}",
    )


def _lines(cases: list[Case], day: date) -> str:
    lines = [_line(case, day) for case in cases[:LINES_LIMIT]]
    if len(cases) > LINES_LIMIT:
        lines.append(f"… und {len(cases) - LINES_LIMIT} weitere")
    return "\n".join(lines)


def _line(case: Case, day: date) -> str:
    days = (day - case.due_on).days
    since = "heute fällig" if days == 0 else f"seit {days} {'Tag' if days == 1 else 'Tagen'} überfällig"
    return f"{case.reference}, {since}\n{settings.BASE_URL}/redaktion/vorgaenge/{case.pk}/"
