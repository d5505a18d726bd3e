"""Which documents show what changed; the worker builds them again."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from outbox.domain.jobs import enqueue_many

from ..enums import OnlineServiceKind
from ..models import (
    ContactPerson,
    LifeSituation,
    Office,
    RelatedService,
    Service,
    ServiceContact,
    ServiceOnlineService,
    ServicePage,
)
from .department_tree import branch_of

PUBLISH_KIND = "catalogue.publish"


def republish_dependents(name: str, identity_id: UUID) -> None:
    """Ask for everything that shows the service or department `identity_id`."""
    if name == "department":
        ask_for(_of_department(identity_id))
    elif name == "service":
        related = RelatedService.objects.filter(service=identity_id)
        ask_for(_keys("service", related.values_list("page__translation_key", flat=True)))


def republish_with_life_situation(situation: LifeSituation) -> None:
    pages = ServicePage.objects.filter(life_situations__translation_key=situation.translation_key)
    ask_for(_keys("service", pages.values_list("translation_key", flat=True)))


def republish_with_contact(person: ContactPerson) -> None:
    services = ServiceContact.objects.filter(person=person).values_list("page__translation_key", flat=True)
    ask_for(_keys("service", services))
    if person.department_id:
        ask_for(_keys("department", [person.department_id]))


def republish_with_online_services(keys: Iterable[str]) -> None:
    """Every service that links to one of these online services of ours, which came, went or moved."""
    linked = ServiceOnlineService.objects.filter(kind=OnlineServiceKind.INTERNAL, key__in=list(keys))
    ask_for(_keys("service", set(linked.values_list("page__translation_key", flat=True))))


def republish_branch(department_id: UUID) -> None:
    """The department itself, those below it, and all that they own."""
    ask_for([*_keys("department", [department_id]), *_of_department(department_id)])


def ask_for(keys: Iterable[str]) -> None:
    enqueue_many(PUBLISH_KIND, keys)


def _of_department(department_id: UUID) -> Iterator[str]:
    branch = branch_of(department_id)
    yield from _keys("department", branch[1:])
    yield from _keys("service", _owned(Service.objects.all(), branch))
    yield from _keys("office", _owned(Office.objects.all(), branch))


def _owned(identities: QuerySet[Any], departments: list[UUID]) -> QuerySet[Any, UUID]:
    return identities.filter(department__in=departments).values_list("pk", flat=True)


def _keys(name: str, identity_ids: Iterable[UUID]) -> Iterator[str]:
    return (f"{name}:{identity_id}" for identity_id in identity_ids)
