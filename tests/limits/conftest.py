import pytest
from pytest_django import Settings

from tests.real_processes import migrated_postgresql, migrated_sqlite, processes

__all__ = ["migrated_postgresql", "migrated_sqlite", "processes"]


@pytest.fixture(autouse=True)
def limits_on(settings: Settings) -> None:
    settings.RATE_LIMITS = True
    settings.TRUSTED_PROXIES = 0
