"""The one merger: applies a neutral record to pages, whatever format it came from."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from ..enums import Decision, SourceKind
from ..models import DepartmentPage, ImportDifference, ImportRun, OfficePage, ServicePage, SourceRecord
from .departments import UNASSIGNED, Departments
from .doubles import possible_doubles
from .merging import Merge, Values, merge
from .readers.dldb import reason
from .records import ImportRecord
from .report import Outcome, Status
from .values import in_neutral_form, read_values, write_values

PAGE_MODELS: Mapping[str, type[ServicePage] | type[OfficePage]] = {
    SourceKind.SERVICE: ServicePage,
    SourceKind.OFFICE: OfficePage,
}


class Kept(Exception):
    """The record is left alone; the message says why."""


class Prepared(NamedTuple):
    """A record held against what stands here; nothing is written yet."""

    known: SourceRecord | None
    page: Any
    incoming: Values
    merge: Merge
    notes: list[str]


class Merger:
    """Applies records one by one, each in a transaction of its own.

    `attach` maps ids of the source to slugs of services that they belong to.
    With `dry_run` outcomes are computed and nothing is written.
    """

    def __init__(
        self, run: ImportRun, *, publish: bool = False, dry_run: bool = False, attach: Mapping[str, str] = {}
    ) -> None:
        self.run = run
        self.source = run.source
        self.publish = publish
        self.dry_run = dry_run
        self.attach = attach
        self.departments = Departments(run.source)
        self._announced: set[str] = set()

    def apply(self, record: ImportRecord) -> Outcome:
        """Create, update or keep; never raises for a bad record."""
        try:
            with transaction.atomic():
                return self._apply(record)
        except (Kept, ValidationError, ValueError, IntegrityError) as error:
            return self._outcome(record, Status.REFUSED, notes=(reason(error),))

    def _apply(self, record: ImportRecord) -> Outcome:
        prepared = self._prepare(record)
        doubles = self._doubles(record, prepared)
        if self.dry_run:
            self._announced.add(record.external_id)
        else:
            self._write(record, prepared)
        return self._outcome(
            record,
            self._status(prepared),
            fields=tuple(prepared.merge.changes),
            conflicts=tuple(prepared.merge.conflicts),
            doubles=doubles,
            notes=(*record.notes, *prepared.notes),
        )

    def _prepare(self, record: ImportRecord) -> Prepared:
        model = PAGE_MODELS[record.kind]
        notes: list[str] = []
        known = SourceRecord.objects.filter(
            source=self.source, kind=record.kind, external_id=record.external_id
        ).first()
        incoming = in_neutral_form(model, self._resolved(record, notes))
        if known is None and record.external_id in self.attach and record.kind == SourceKind.SERVICE:
            page = _latest(_page_by_slug(self.attach[record.external_id]))
            return Prepared(None, page, incoming, merge({}, read_values(page, incoming), incoming), notes)
        if known is None:
            if not record.department and record.kind == SourceKind.SERVICE:
                notes.append(f"ohne Amt: liegt unter „{UNASSIGNED}“")
            return Prepared(None, None, incoming, Merge(changes=dict(incoming)), notes)
        page = _latest(_page_of(known, model))
        return Prepared(
            known, page, incoming, merge(known.fields, read_values(page, incoming), incoming), notes
        )

    def _resolved(self, record: ImportRecord, notes: list[str]) -> Values:
        """Fields with the source's office ids replaced by ours."""
        if "offices" not in record.fields:
            return record.fields
        named = list(dict.fromkeys(record.fields["offices"]))
        ours = {
            row.external_id: str(row.office_id)
            for row in SourceRecord.objects.filter(
                source=self.source, kind=SourceKind.OFFICE, external_id__in=named, office__isnull=False
            )
        }
        if self.dry_run:
            ours |= {name: name for name in named if name in self._announced and name not in ours}
        missing = [name for name in named if name not in ours]
        if missing:
            notes.append(f"unbekannte Standorte: {', '.join(missing[:5])}")
        return record.fields | {"offices": [ours[name] for name in named if name in ours]}

    def _doubles(self, record: ImportRecord, prepared: Prepared) -> tuple[str, ...]:
        if record.kind != SourceKind.SERVICE or prepared.known or prepared.page is not None:
            return ()
        return possible_doubles(self.source, record.title, record.fields.get("leika", []))

    def _status(self, prepared: Prepared) -> Status:
        if prepared.page is None:
            return Status.CREATED
        if prepared.merge.conflicts:
            return Status.CONFLICTING
        return Status.UPDATED if prepared.merge.changes else Status.UNCHANGED

    def _write(self, record: ImportRecord, prepared: Prepared) -> None:
        page = prepared.page
        if page is None:
            page = self._create(record, prepared.incoming)
        elif prepared.merge.changes:
            if page.locked:
                raise Kept("Die Seite ist hier gesperrt und wurde nicht geändert.")
            write_values(page, prepared.merge.changes)
        if prepared.page is None or prepared.merge.changes or (self.publish and not page.live):
            self._save(page, prepared)
        known = self._remember(record, prepared, page)
        self._keep_differences(known, prepared.merge)

    def _create(self, record: ImportRecord, incoming: Values) -> Any:
        model = PAGE_MODELS[record.kind]
        parent: DepartmentPage = self.departments.page_for(record.department)
        page = model(live=False, has_unpublished_changes=True)
        write_values(page, incoming)
        parent.add_child(instance=page)
        return page

    def _save(self, page: Any, prepared: Prepared) -> None:
        publish = self.publish
        if publish and prepared.page is not None and _has_open_work(page):
            prepared.notes.append("nicht veröffentlicht: Das Amt hat eine unveröffentlichte Fassung")
            publish = False
        revision = page.save_revision(log_action=True)
        if publish:
            self.departments.publish_above(page)
            revision.publish()

    def _remember(self, record: ImportRecord, prepared: Prepared, page: Any) -> SourceRecord:
        fields = prepared.incoming | {"department": record.department or UNASSIGNED}
        target = "service" if record.kind == SourceKind.SERVICE else "office"
        known, _ = SourceRecord.objects.update_or_create(
            source=self.source,
            kind=record.kind,
            external_id=record.external_id,
            defaults={
                "fields": fields,
                "digest": digest(fields),
                "url": record.url,
                "last_seen": timezone.now(),
                f"{target}_id": page.identity_id,
            },
        )
        return known

    def _keep_differences(self, known: SourceRecord, result: Merge) -> None:
        for name, conflict in result.conflicts.items():
            ImportDifference.objects.update_or_create(
                source_record=known,
                field=name,
                decision=Decision.OPEN,
                defaults={
                    "run": self.run,
                    "current": conflict.current,
                    "incoming": conflict.incoming,
                },
                create_defaults={
                    "run": self.run,
                    "base": conflict.base,
                    "current": conflict.current,
                    "incoming": conflict.incoming,
                },
            )

    def _outcome(self, record: ImportRecord, status: Status, **details: Any) -> Outcome:
        return Outcome(status, str(record.kind), record.external_id, record.title, **details)


def digest(fields: Values) -> str:
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()


def _latest(page: Any) -> Any:
    """The newest version, drafts included: an edit counts from the moment it is saved."""
    return page.get_latest_revision_as_object()


def _page_of(known: SourceRecord, model: type[ServicePage] | type[OfficePage]) -> Any:
    identity = known.service_id or known.office_id
    page = model.objects.filter(
        translation_key=identity, locale__language_code=settings.LANGUAGE_CODE
    ).first()
    if identity is None or page is None:
        raise Kept("Hier gelöscht; der Eintrag der Quelle wird nicht wieder angelegt.")
    return page


def _page_by_slug(slug: str) -> ServicePage:
    page = ServicePage.objects.filter(slug=slug, locale__language_code=settings.LANGUAGE_CODE).first()
    if page is None:
        raise Kept(f"Die Dienstleistung „{slug}“ gibt es hier nicht.")
    return page


def _has_open_work(page: Any) -> bool:
    """Somebody's draft or running approval: publishing would publish it unseen.

    Imports save their versions without a user.
    """
    latest = page.latest_revision
    return bool(
        (page.has_unpublished_changes and latest and latest.user_id is not None) or page.workflow_in_progress
    )
