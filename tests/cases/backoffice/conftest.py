"""Two departments with their people, and a case of the first."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from accounts.models import User
from servicefinder.cases.models import Case
from servicefinder.catalogue.domain.memberships import equip
from servicefinder.catalogue.enums import Role
from servicefinder.catalogue.models import Department, DepartmentPage
from tests.factories.cases import case_type, opened_case
from tests.factories.catalogue import DepartmentPageFactory, member_of


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    """The menu remembers the number of open cases by the key of a person, which the next test has again."""
    cache.clear()


@dataclass
class House:
    """`ours` works the cases of type `meldung`, `theirs` does not."""

    ours: DepartmentPage
    theirs: DepartmentPage
    people: dict[str, User] = field(default_factory=dict)

    @property
    def department(self) -> Department:
        return self.ours.department

    @property
    def other_department(self) -> Department:
        return self.theirs.department

    def client(self, name: str) -> Client:
        client = Client()
        client.force_login(self.people[name])
        return client

    def case(self, **values: Any) -> Case:
        return opened_case(**values).case


@pytest.fixture
def house(db) -> House:
    house = House(DepartmentPageFactory(title="Bürgeramt"), DepartmentPageFactory(title="Gartenamt"))
    for page, name in ((house.ours, "ours"), (house.theirs, "theirs")):
        equip(page)
        for role in (Role.AUTHOR, Role.HEAD):
            person = member_of(page, role, f"{name}-{role}")
            person.email = f"{person.username}@stadt.example"
            person.user_permissions.add(Permission.objects.get(codename="access_admin"))
            person.save()
            house.people[person.username] = person
    house.people["administrator"] = User.objects.create_superuser("administrator", "a@stadt.example")
    case_type(of=house.department)
    return house


def url(name: str, *args: Any) -> str:
    return reverse(f"cases_work:{name}", args=args)


def seen(case: Case, **values: Any) -> dict[str, Any]:
    """What a form of the case's page carries, as the case is now."""
    case.refresh_from_db()
    return {"seen_version": case.version, "seen_entries": case.journal_count, **values}
