"""Departments make their own types of cases; a change of retention needs a second person."""

from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from servicefinder.catalogue.enums import Role
from servicefinder.catalogue.models import Department, Membership, Service

from ..models import CaseType, CaseTypeVersion
from .transitions import NotPossible

DECIDING_ROLES = (Role.APPROVER, Role.HEAD)


@dataclass(frozen=True)
class TypeValues:
    """What holds for the cases of a type, as `CaseTypeVersion` stores it."""

    name: str
    due_working_days: int
    retention_months: int
    legal_basis: str = ""
    file_plan_sign: str = ""
    state_words: dict[str, str] = field(default_factory=dict)


def departments_decided_by(user: Any) -> QuerySet[Department]:
    """Where the person itself, not as a deputy, approves or leads today."""
    own = Membership.objects.valid_today().filter(user=user, role__in=DECIDING_ROLES)
    return Department.objects.filter(pk__in=own.values("department"))


def newest_version(case_type: CaseType) -> CaseTypeVersion | None:
    return CaseTypeVersion.objects.filter(case_type=case_type).order_by("-number").first()


@transaction.atomic
def create_type(
    key: str, department: Department, service: Service | None, values: TypeValues, user: Any
) -> CaseTypeVersion:
    """A new type waits for a second person: it brings a retention. Raises NotPossible for a taken key."""
    try:
        with transaction.atomic():
            case_type = CaseType.objects.create(key=key, department=department, service=service)
    except IntegrityError:
        raise NotPossible("Diese Kennung gibt es schon.") from None
    return propose(case_type, values, user)


@transaction.atomic
def propose(case_type: CaseType, values: TypeValues, user: Any) -> CaseTypeVersion:
    """The next version: in force at once unless retention changes. Raises NotPossible when somebody else
    has just proposed one.
    """
    versions = CaseTypeVersion.objects.filter(case_type=case_type)
    in_force = versions.filter(approved_at__isnull=False).order_by("-number").first()
    newest = newest_version(case_type)
    same_retention = in_force is not None and in_force.retention_months == values.retention_months
    try:
        with transaction.atomic():
            return CaseTypeVersion.objects.create(
                case_type=case_type,
                number=(newest.number if newest else 0) + 1,
                proposed_by=user,
                approved_at=timezone.now() if same_retention else None,
                **asdict(values),
            )
    except IntegrityError:
        raise NotPossible(
            "Jemand anderes hat gerade eine Fassung vorgeschlagen. Bitte sehen Sie sie an."
        ) from None


def approve(version: CaseTypeVersion, user: Any) -> None:
    """Raises NotPossible for one's own proposal, and for what is in force or overtaken."""
    if version.proposed_by_id == user.pk:
        raise NotPossible("Die Aufbewahrung muss eine zweite Person freigeben.")
    newer = CaseTypeVersion.objects.filter(case_type=version.case_type_id, number__gt=version.number)
    if newer.exists():
        raise NotPossible("Es gibt schon eine neuere Fassung.")
    waiting = CaseTypeVersion.objects.filter(pk=version.pk, approved_at__isnull=True)
    if not waiting.update(approved_by=user, approved_at=timezone.now()):
        raise NotPossible("Die Fassung ist schon in Kraft.")
