"""Fixtures for all tests, and the rule about servers.

`@pytest.mark.server("postgresql")` marks a test that needs a server. Where it is absent the test
skips and says how to start it; in CI (`CI=true`) that is a failure.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import override_settings
from django.utils import timezone
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from pytest_django.plugin import blocking_manager_key
from xdist.scheduler import LoadScopeScheduling

from tests.prepared_databases import prepared_cities

__all__ = ["prepared_cities"]

# The browser's driver runs an event loop in the process; Django would refuse the database beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# How long one example takes says nothing on a busy machine.
hypothesis_settings.register_profile("city", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("city")

SERVERS = {
    "chromium": "install it: apt-get install chromium",
    "ical.js": "install it: npm ci --prefix frontend",
    "java": "install it: apt-get install default-jre-headless",
    "postgresql": "start one and set TEST_POSTGRES_URL, e.g. with .ci/postgresql",
    "elasticsearch": "start one and set TEST_ELASTICSEARCH_URL, e.g. with .ci/elasticsearch",
}
# The served demo city, prepared databases, and whatever measures time.
TOGETHER = (
    "tests/e2e/",
    "tests/cases/test_",
    "tests/passports/at_once/",
    "tests/passports/test_equal_times.py",
    "tests/search/engines/test_real",
    "tests/democity/",
)
BASE_DIR = Path(__file__).resolve().parents[1]
ICAL_JS = BASE_DIR / "frontend" / "node_modules" / "ical.js" / "dist" / "ical.js"
SHARED_DIR = Path(os.environ.get("SHARED_DIR", BASE_DIR.parent / "shared"))


def is_present(server: str) -> bool:
    if server == "chromium":
        return chromium_path() is not None
    if server == "ical.js":
        return shutil.which("node") is not None and ICAL_JS.is_file()
    if server == "java":
        return shutil.which("java") is not None
    return bool(os.environ.get(f"TEST_{'POSTGRES' if server == 'postgresql' else server.upper()}_URL"))


def chromium_path() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(BASE_DIR / "tests" / "e2e"):
            item.add_marker(pytest.mark.e2e)
            item.add_marker(pytest.mark.server("chromium"))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> "TogetherScheduling":
    return TogetherScheduling(config, log)


class TogetherScheduling(LoadScopeScheduling):
    """Tests that share something dear run in one process, the dearest group first; all others anywhere.

    `--dist loadgroup` would do it by mark, but pytest-xdist 3.8 cannot tell its groups to pytest 9.2.
    """

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.partition("::")[0]
        return next((each for each in TOGETHER if path.startswith(each)), nodeid)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("server"):
        for server in marker.args:
            if is_present(server):
                continue
            message = f"{server} is not available: {SERVERS[server]}"
            if os.environ.get("CI") == "true":
                pytest.fail(message, pytrace=False)
            pytest.skip(message)


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker: Any
) -> Iterator[None]:
    """In place of pytest-django's: a copy of a migrated database instead of all migrations."""
    from django.db import connection

    from tests.migrated_database import fill_test_database

    if connection.vendor != "sqlite":
        raise pytest.UsageError("the tests of the product's own process run on SQLite: unset DATABASE_URL")
    with django_db_blocker.unblock():
        fill_test_database()
        yield
        connection.close()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """The system's Chromium, which must not call anywhere by itself."""
    return {
        "executable_path": chromium_path(),
        "args": [
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
        ],
    }


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """A test with real transactions empties all tables behind it: what migrations put there comes back."""
    outcome = yield
    marker = item.get_closest_marker("django_db")
    if marker is not None and marker.kwargs.get("transaction"):
        from tests.migrated_database import refill_test_database

        with item.config.stash[blocking_manager_key].unblock():
            refill_test_database()
    return outcome


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """Real catalogues and judged queries; not part of the project."""
    if not SHARED_DIR.is_dir():
        pytest.skip("reference material is absent: put it beside the checkout as ../shared or set SHARED_DIR")
    return SHARED_DIR


@pytest.fixture(autouse=True)
def own_index(settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    """An empty search index of its own for each test: tests run in several processes at once."""
    settings.SEARCH_INDEX_DIR = tmp_path_factory.mktemp("index")


@pytest.fixture(autouse=True)
def own_house_keys() -> None:
    """The next test has a database with keys of its own."""
    from servicefinder.cases.domain.keys import forget_house_keys  # Models: only once Django is set up.

    forget_house_keys()


@pytest.fixture(autouse=True)
def nobody_counts_searches(settings) -> None:
    """The thread that writes the statistics would come when the test's database is gone."""
    settings.SEARCH_STATISTICS = False


@pytest.fixture(autouse=True, scope="session")
def plain_static_files() -> Iterator[None]:
    """Without the hashes of `collectstatic`, before anything is rendered: names are remembered for good."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES=django_settings.STORAGES | {"staticfiles": plain}):
        yield


@pytest.fixture(autouse=True)
def limits_stand_in_mid_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts of one test lie in one window, however slow the machine and whatever the hour."""
    moment = timezone.now().replace(minute=7, second=30)
    for module in ("limits.domain.rates", "limits.domain.tallies"):
        monkeypatch.setattr(f"{module}.timezone", SimpleNamespace(now=lambda: moment))
