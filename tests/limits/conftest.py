import pytest
from pytest_django import Settings

from tests.real_processes import migrated_postgresql, migrated_sqlite, processes

__all__ = ["migrated_postgresql", "migrated_sqlite", "processes"]


@pytest.fixture(autouse=True)
def limits_on(settings: Settings) -> None:
    settings.RATE_LIMITS = True
    settings.TRUSTED_PROXIES = 0


@pytest.fixture(autouse=True)
def plain_static_files(settings: Settings) -> None:
    """Pages name their style sheets without the hashes that only `collectstatic` knows."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
