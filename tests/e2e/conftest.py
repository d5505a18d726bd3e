"""The product as a stranger runs it: prepared and served in a folder of its own, driven by a real browser."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.bench.serving import free_port
from tests.conftest import BASE_DIR

START_SECONDS = 600
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the demo city, served by `prepare` and `serve` with its worker.

    E2E_CITY names one that runs already, to try a single test quickly.
    """
    if running := os.environ.get("E2E_CITY"):
        yield running
        return
    data_dir, port = tmp_path_factory.mktemp("city"), free_port()
    environment = os.environ | {
        "DATA_DIR": str(data_dir),
        "PORT": str(port),
        "CITY_ENV": "demo",
        "RATE_LIMITS": "off",
        "WEB_CONCURRENCY": "1",
    }
    manage = [sys.executable, "manage.py"]
    subprocess.run([*manage, "prepare"], cwd=BASE_DIR, env=environment, check=True, timeout=START_SECONDS)
    with (
        (data_dir / "serve.log").open("w") as log,
        subprocess.Popen([*manage, "serve"], cwd=BASE_DIR, env=environment, stderr=log) as server,
    ):
        try:
            yield _ready(f"http://127.0.0.1:{port}", server)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(40)


def _ready(address: str, server: subprocess.Popen[bytes]) -> str:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/readyz", timeout=5) as answer:
                if answer.status == 200:
                    return address
        except OSError:
            pass
        time.sleep(0.5)
    raise RuntimeError(f"the site is not ready (exit code {server.poll()})")


@pytest.fixture
def browser_context_args(city: str) -> dict[str, object]:
    return {"base_url": city, "locale": "de-DE"}


@pytest.fixture
def phone(browser: Browser, city: str) -> Iterator[Page]:
    """A page on a phone-sized screen."""
    context = browser.new_context(base_url=city, viewport=PHONE, locale="de-DE", has_touch=True)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


@pytest.fixture
def without_script(browser: Browser, city: str) -> Iterator[Page]:
    """A phone whose browser runs no JavaScript."""
    context = browser.new_context(base_url=city, viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


@pytest.fixture
def new_context(browser: Browser, city: str) -> Iterator[Callable[..., BrowserContext]]:
    contexts: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        contexts.append(browser.new_context(base_url=city, **options))  # type: ignore[arg-type]
        return contexts[-1]

    yield make
    for context in contexts:
        context.close()
