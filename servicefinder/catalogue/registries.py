"""What later rooms announce to the catalogue in `AppConfig.ready()`.

`online_services`: what a service can link to: a calendar, a booking. `online_service_sources`: the same where
editors make more of them, such as forms. `online_service` finds either by its key.
`measured_durations`: how long cases of a service really took.
`department_belongings`: what a department has elsewhere, when it is merged or deleted.
`written_html`: what is rendered with a publication and kept beside the document.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from outbox.registries import Registry

from .models import Department


@dataclass(frozen=True)
class OnlineService:
    """An online service of our own: `name` is its key in descriptions, `path` its address by language."""

    name: str
    label: str
    path: Callable[[str], str]


class OnlineServiceSource(Protocol):
    """Online services that come and go; their keys, of at most 40 characters, begin with `<name>-`."""

    name: str

    def service(self, key: str) -> OnlineService | None:
        """None where there is no such service, or none that everybody can use now."""
        ...

    def services(self) -> list[OnlineService]:
        """All that everybody can use now, by label."""
        ...


@dataclass(frozen=True)
class MeasuredDuration:
    """Median and 90th percentile, in days, of the `count` cases that were closed lately."""

    median_days: float
    percentile_90_days: float
    count: int


class DurationSource(Protocol):
    name: str

    def duration_of(self, service_id: UUID) -> MeasuredDuration | None:
        """None where there are too few cases to say anything."""
        ...


@dataclass(frozen=True)
class WrittenHtml:
    """HTML, or HTML by part, for the document of a publication, as it is on a day."""

    name: str
    write: Callable[[dict[str, Any], date], dict[str, str] | str]


class DepartmentBelongings(Protocol):
    """What a room keeps for departments, besides pages."""

    name: str

    def held_by(self, department: Department) -> list[str]:
        """In words (`12 Vorgänge`), what would be left without an owner; empty where nothing is."""
        ...

    def move(self, source: Department, target: Department, user: Any) -> None:
        """Let `target` have it all. `user` may be None."""
        ...


online_services: Registry[OnlineService] = Registry()
online_service_sources: Registry[OnlineServiceSource] = Registry()
measured_durations: Registry[DurationSource] = Registry()
written_html: Registry[WrittenHtml] = Registry()
department_belongings: Registry[DepartmentBelongings] = Registry()


def online_service(key: str) -> OnlineService | None:
    """What a key in a description leads to; None where it leads nowhere (any more)."""
    source = online_service_sources.get(key.partition("-")[0])
    return online_services.get(key) or (source.service(key) if source else None)


def all_online_services() -> list[OnlineService]:
    """What a service can link to now."""
    return [*online_services, *(each for source in online_service_sources for each in source.services())]
