"""Two departments with their people, and what each of them owns."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from unittest import mock

import pytest
from django.test import Client

from accounts.models import User
from home.models.base import forget_language_codes
from servicefinder.catalogue.enums import Role
from servicefinder.catalogue.models import DepartmentPage, ServicePage
from tests.factories.catalogue import DepartmentPageFactory, ServicePageFactory, member_of


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let everything inside happen at `moment`."""
    with mock.patch("django.utils.timezone.now", return_value=moment):
        yield


@pytest.fixture(autouse=True)
def languages_of_this_test() -> None:
    """A locale that an earlier test made and took back may have had the same key."""
    forget_language_codes()


@dataclass
class TwoDepartments:
    """Department A has `author` and `approver`; B has a live service and a secret draft."""

    a: DepartmentPage
    b: DepartmentPage
    author: User
    approver: User
    other_author: User
    own_draft: ServicePage
    foreign_live: ServicePage
    foreign_draft: ServicePage


SECRET = "Geheimvorhaben"


@pytest.fixture
def departments(db: Any) -> TwoDepartments:
    a = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    b = DepartmentPageFactory(title="Ordnungsamt", slug="ordnungsamt")
    return TwoDepartments(
        a=a,
        b=b,
        author=member_of(a, Role.AUTHOR, "anna"),
        approver=member_of(a, Role.APPROVER, "achim"),
        other_author=member_of(b, Role.AUTHOR, "berta"),
        own_draft=ServicePageFactory(title="Eigener Entwurf", parent=a, draft=True),
        foreign_live=ServicePageFactory(title="Fundbüro", parent=b),
        foreign_draft=ServicePageFactory(title=SECRET, parent=b, draft=True),
    )


@pytest.fixture
def as_author(departments: TwoDepartments, client: Client) -> Client:
    client.force_login(departments.author)
    return client


@pytest.fixture
def as_approver(departments: TwoDepartments, client: Client) -> Client:
    client.force_login(departments.approver)
    return client


@pytest.fixture
def as_admin(db: Any, client: Client) -> Client:
    client.force_login(User.objects.create_superuser("admin"))
    return client
