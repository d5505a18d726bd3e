"""An installed city, and somebody who may edit all of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from wagtail.models import Site

from home.domain.installation import install_home
from home.models import HomePage
from home.models.base import forget_language_codes


@pytest.fixture(autouse=True)
def files_of_this_test(settings: Any, tmp_path: Path) -> None:
    """Uploads into a folder of the test."""
    settings.MEDIA_ROOT = tmp_path / "media"
    cache.clear()  # Wagtail remembers renditions there, whose ids come again in the next test.


@pytest.fixture(scope="module")
def installed_city(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """An installed city for all tests of a module: each test starts from it and leaves it as it was."""
    with django_db_blocker.unblock(), transaction.atomic():
        install_home("Teststadt")
        yield
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()
    forget_language_codes()


@pytest.fixture
def home(installed_city: None, db: None) -> HomePage:
    """The German front page of an installed city."""
    return HomePage.objects.get(locale__language_code="de")


@pytest.fixture
def editor_client(home: HomePage) -> Client:
    """Signed in to the back office with all rights."""
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("redaktion", "redaktion@stadt.example"))
    return client
