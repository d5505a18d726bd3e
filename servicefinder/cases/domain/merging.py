"""Departments are merged or dissolved: their cases, types, hand-overs and text modules keep an owner."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.db import transaction

from servicefinder.catalogue.models import Department

from ..enums import EntryKind
from ..models import Case, CaseShare, CaseType, FormerDepartment, MonthFigures, TextModule, Transfer
from .journal import THE_SYSTEM, Actor
from .noting_later import note_later


class CaseFileBelongings:
    """What the catalogue asks: `catalogue.registries.DepartmentBelongings`."""

    name = "cases"

    def held_by(self, department: Department) -> list[str]:
        """In words, what would be left without an owner; text modules go with their department."""
        return [f"{count} {one if count == 1 else many}" for count, one, many in _counts(department) if count]

    @transaction.atomic
    def move(self, source: Department, target: Department, user: Any) -> None:
        """Each case notes it, a little later. Who is in charge stays: memberships move as well."""
        FormerDepartment.objects.update_or_create(pk=source.pk, defaults={"name": source.name})
        _move_cases(source, target, Actor.of(user) if user else THE_SYSTEM)
        _move_shares(source, target)
        CaseType.objects.filter(department=source).update(department=target)
        Transfer.objects.filter(department=source).update(department=target)
        _move_text_modules(source, target)
        _add_figures(source, target)


def _counts(department: Department) -> Iterator[tuple[int, str, str]]:
    yield Case.objects.filter(department=department).count(), "Vorgang", "Vorgänge"
    shared = CaseShare.objects.filter(department=department).count()
    yield shared, "Vorgang, der freigegeben ist", "Vorgänge, die freigegeben sind"
    yield CaseType.objects.filter(department=department).count(), "Vorgangsart", "Vorgangsarten"
    yield Transfer.objects.filter(department=department).count(), "Abgabe", "Abgaben"


def _move_cases(source: Department, target: Department, by: Actor) -> None:
    references = {"from": str(source.pk), "to": str(target.pk)}
    keys = list(Case.objects.filter(department=source).order_by("pk").values_list("pk", flat=True))
    Case.objects.filter(department=source).update(department=target)
    note_later(f"merged:{source.pk}", keys, EntryKind.HANDED_OVER, by, references)


def _move_shares(source: Department, target: Department) -> None:
    """With what is its own by now a department shares nothing; and with the same one not twice."""
    CaseShare.objects.filter(department=target, case__department=target).delete()
    shares = CaseShare.objects.filter(department=source)
    shares.filter(case__department=target).delete()
    shares.filter(case__shares__department=target).delete()
    CaseShare.objects.filter(department=source).update(department=target)


def _move_text_modules(source: Department, target: Department) -> None:
    taken = set(TextModule.objects.filter(department=target).values_list("name", flat=True))
    longest = TextModule._meta.get_field("name").max_length or 0
    for module in TextModule.objects.filter(department=source):
        name, number = module.name, 1
        while module.name in taken:
            number += 1
            module.name = f"{name[: longest - 5]} ({number})"
        taken.add(module.name)
        module.department = target
        module.save()


def _add_figures(source: Department, target: Department) -> None:
    """Months that both have cases of a type in are added up."""
    for row in MonthFigures.objects.filter(department=source):
        same = MonthFigures.objects.filter(department=target, case_type=row.case_type_id, month=row.month)
        if (kept := same.first()) is None:
            MonthFigures.objects.filter(pk=row.pk).update(department=target)
            continue
        kept.received += row.received
        kept.closed += row.closed
        kept.durations = dict(Counter(kept.durations) + Counter(row.durations))
        kept.save()
        row.delete()
