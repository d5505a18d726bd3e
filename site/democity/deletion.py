"""Deletes what is marked as demo content, and nothing else."""

from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models.deletion import ProtectedError, RestrictedError
from django.utils import timezone
from wagtail.models import Page

from home.official_seal import deletion_allowed
from servicefinder.cases.domain.transitions import NotPossible
from servicefinder.catalogue.domain.departments import DepartmentOwnsSomething

from .deleting import WAYS
from .models import DemoLoad, DemoRecord

PAGE_KIND = "Seiten"


@dataclass
class Plan:
    """What would be deleted, by kind, and what stays although it is marked, with the reason."""

    delete: dict[str, list[DemoRecord]] = field(default_factory=dict)
    keep: list[tuple[DemoRecord, str]] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(len(records) for records in self.delete.values())


def plan_deletion(only: type[models.Model] | None = None) -> Plan:
    """Hold every mark, or those of one model, against the database as it is now."""
    plan = Plan()
    marks = DemoRecord.objects.select_related("content_type").order_by("content_type", "pk")
    if only:
        marks = marks.filter(content_type=ContentType.objects.get_for_model(only))
    records = list(marks)
    demo_pages = {int(r.object_id) for r in records if _is_page(r)}
    for record in records:
        row = _row(record)
        reason = _reason_to_keep(row, demo_pages) if isinstance(row, Page) else ""
        if row is None:
            record.delete()
        elif reason:
            plan.keep.append((record, reason))
        else:
            plan.delete.setdefault(_kind(record), []).append(record)
    return plan


def delete(plan: Plan) -> list[tuple[DemoRecord, str]]:
    """Carry the plan out. Returns what could not be deleted because something of the city's own needs it."""
    kept = list(plan.keep)
    with transaction.atomic(), deletion_allowed("Musterinhalte werden gelöscht"):
        records = [record for of_kind in plan.delete.values() for record in of_kind]
        for record in sorted(records, key=_turn):
            if reason := _delete_one(record):
                kept.append((record, reason))
        if not DemoRecord.objects.exists():
            DemoLoad.objects.filter(deleted_at=None).update(deleted_at=timezone.now())
    return kept


def _delete_one(record: DemoRecord) -> str:
    row = _row(record)
    try:
        with transaction.atomic():
            if row is not None:
                WAYS.get(type(row), _delete_row)(row)
            record.delete()
    except (ProtectedError, RestrictedError, DepartmentOwnsSomething, NotPossible):
        return "wird noch gebraucht"
    return ""


def _reason_to_keep(page: Page, demo_pages: set[int]) -> str:
    if set(page.get_descendants().values_list("pk", flat=True)) - demo_pages:
        return "darunter liegen eigene Seiten"
    if page.revisions.filter(user__isnull=False, user__is_demo=False).exists():
        return "wurde seither bearbeitet"
    return ""


def _model(record: DemoRecord) -> type[models.Model]:
    return apps.get_model(record.content_type.app_label, record.content_type.model)


def _is_page(record: DemoRecord) -> bool:
    return issubclass(_model(record), Page)


def _kind(record: DemoRecord) -> str:
    return PAGE_KIND if _is_page(record) else str(_model(record)._meta.verbose_name_plural)


def _row(record: DemoRecord) -> Any:
    return _model(record)._default_manager.filter(pk=record.object_id).first()


def _delete_row(row: models.Model) -> None:
    row.delete()


def _turn(record: DemoRecord) -> tuple[int, int]:
    """What points to others goes before them; of pages, the deeper before those above."""
    model = _model(record)
    if model in WAYS:
        return list(WAYS).index(model), 0
    if not _is_page(record):
        return len(WAYS) + 1, 0
    row = _row(record)
    return len(WAYS), -row.depth if isinstance(row, Page) else 0
