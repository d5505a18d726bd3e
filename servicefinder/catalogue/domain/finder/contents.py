"""What a table holds: ids in order, a mask for each value, the labels of the options."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from ...models import LifeSituation, PublishedDepartment, PublishedService
from ..sorting import OTHER_LETTER
from . import facets
from .facets import BUSINESSES, CITIZENS, FACETS, YES
from .tables import Option

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Options = dict[str, list[Option]]
Masks = dict[str, dict[str, int]]


def table_content(language: str) -> dict[str, Any]:
    """JSON for `Table.from_content`: five queries, whatever the number of services."""
    services = _services(language)
    ids = [service["pk"] for service in services]
    departments, department_of = _departments(language)
    situations, situation_of = _life_situations(language, ids)
    options: Options = {
        facets.LETTER.parameter: [Option(letter, letter) for letter in (*LETTERS, OTHER_LETTER)],
        facets.LIFE_SITUATION.parameter: situations,
        facets.DEPARTMENT.parameter: departments,
        facets.AUDIENCE.parameter: [
            Option(CITIZENS, "Bürgerinnen und Bürger"),
            Option(BUSINESSES, "Unternehmen"),
        ],
        facets.ONLINE.parameter: [Option(YES, "nur online mögliche")],
        facets.FREE.parameter: [Option(YES, "nur kostenlose")],
    }
    masks = _masks(services, department_of, situation_of)
    return {
        "ids": ids,
        "options": _used(options, masks),
        "masks": {name: _hexadecimal(values) for name, values in masks.items()},
        "expiries": [
            (service["expires_at"].timestamp(), bit)
            for bit, service in enumerate(services)
            if service["expires_at"]
        ],
    }


def _services(language: str) -> list[dict[str, Any]]:
    rows = PublishedService.objects.filter(language=language).order_by("sort_key", "pk")
    columns = ("pk", "letter", "department_path", "for_citizens", "for_businesses", "online", "free_today")
    return list(rows.values(*columns, "expires_at"))


def _departments(language: str) -> tuple[list[Option], dict[str, str]]:
    """Options as a tree written out, and the address of each department by its id."""
    rows = PublishedDepartment.objects.filter(language=language).order_by("sort_key")
    found = {row.department_id: row for row in rows.defer("document")}
    below: dict[Any, list[PublishedDepartment]] = defaultdict(list)
    for row in found.values():
        below[row.parent_id if row.parent_id in found else None].append(row)
    options: list[Option] = []

    def add(parent: PublishedDepartment | None) -> None:
        for row in below[parent.department_id if parent else None]:
            options.append(Option(row.slug, f"{row.title} ({parent.title})" if parent else row.title))
            add(row)

    add(None)
    return options, {str(department_id): row.slug for department_id, row in found.items()}


def _life_situations(language: str, ids: list[int]) -> tuple[list[Option], dict[int, list[str]]]:
    """Options in the city's order, and the addresses of a service's life situations by its key."""
    situations = LifeSituation.objects.filter(locale__language_code=language)
    slugs = dict(situations.values_list("pk", "slug"))
    links = PublishedService.life_situations.through.objects.filter(publishedservice__language=language)
    by_service: dict[int, list[str]] = {pk: [] for pk in ids}
    for service, situation in links.values_list("publishedservice_id", "lifesituation_id"):
        if service in by_service and situation in slugs:
            by_service[service].append(slugs[situation])
    options = [Option(slug, title) for slug, title in situations.values_list("slug", "title")]
    return options, by_service


def _masks(
    services: Iterable[dict[str, Any]], department_of: dict[str, str], situation_of: dict[int, list[str]]
) -> Masks:
    masks: Masks = {facet.parameter: defaultdict(int) for facet in FACETS}
    for place, service in enumerate(services):
        bit = 1 << place
        for facet, values in _values(service, department_of, situation_of).items():
            for value in values:
                masks[facet][value] |= bit
    return masks


def _values(
    service: dict[str, Any], department_of: dict[str, str], situation_of: dict[int, list[str]]
) -> dict[str, list[str]]:
    """What a service counts for: of departments, its own and all above."""
    departments = [department_of[key] for key in service["department_path"] if key in department_of]
    audience = {CITIZENS: service["for_citizens"], BUSINESSES: service["for_businesses"]}
    return {
        facets.LETTER.parameter: [service["letter"]],
        facets.LIFE_SITUATION.parameter: situation_of[service["pk"]],
        facets.DEPARTMENT.parameter: departments,
        facets.AUDIENCE.parameter: [name for name, wanted in audience.items() if wanted],
        facets.ONLINE.parameter: [YES] if service["online"] else [],
        facets.FREE.parameter: [YES] if service["free_today"] else [],
    }


def _used(options: Options, masks: Masks) -> dict[str, list[tuple[str, str]]]:
    """Switches and the alphabet always, of the rest only what some service has."""
    always = {*LETTERS, YES}
    return {
        name: [
            (option.value, option.label)
            for option in entries
            if option.value in always or masks[name].get(option.value)
        ]
        for name, entries in options.items()
    }


def _hexadecimal(masks: dict[str, int]) -> dict[str, str]:
    return {value: f"{mask:x}" for value, mask in masks.items()}
