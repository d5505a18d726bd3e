"""Everything between a fresh checkout and a site that can be served. Safe to repeat and to interrupt."""

import errno
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError

from config.serving.preconditions import CannotStart, lock, require_free_port, require_space, require_writable
from config.serving.static_files import collect_static_files
from config.settings import ENV

FULL_DISK = "The disk is full. Free some space, or set DATA_DIR to a folder on another disk, and start again."


class Command(BaseCommand):
    help = (
        "Migrate, install the city (demo content once, unless DEMO=0), collect static files, build the index."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check-port", action="store_true", help="first make sure that PORT is free")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            require_writable(settings.DATA_DIR)
            require_space(settings.DATA_DIR)
            if options["check_port"]:
                require_free_port(ENV["PORT"])
            with lock(settings.DATA_DIR, "prepare"):
                self.prepare()
        except CannotStart as reason:
            raise CommandError(str(reason)) from None
        except OperationalError as error:
            raise CommandError(
                FULL_DISK if "full" in str(error) else f"The database does not answer: {error}"
            ) from error
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            raise CommandError(FULL_DISK) from None

    def prepare(self) -> None:
        self.step("Database", lambda: call_command("migrate", verbosity=0))
        self.step("Static files", lambda: collect_static_files())
        self.step("City", install)
        self.step("Search index", build_index)

    def step(self, name: str, do: Callable[[], str | None]) -> None:
        started = time.monotonic()
        self.stdout.write(f"{name} …", ending="")
        self.stdout.flush()
        said = do() or "ready"
        self.stdout.write(f" {said} ({time.monotonic() - started:.1f} s)")


def install() -> str | None:
    """The empty city always; the demo city once, if nothing else has been written yet."""
    from democity.installation import install_city, load_demo_city_once

    install_city(settings.SITE_NAME)
    return load_demo_city_once(settings.SITE_NAME) if ENV["DEMO"] else None


def build_index() -> str | None:
    """Build the index where there is none; the worker keeps it up to date afterwards."""
    from search.domain.health import index_age

    if index_age() is not None:
        return "already there"
    call_command("rebuild_search_index", verbosity=0)
    return None
