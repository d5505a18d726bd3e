"""Serves site and worker together until Ctrl-C."""

import os
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.serving.preconditions import CannotStart, lock, require_free_port, require_space, require_writable
from config.serving.processes import Child, run_together
from config.settings import BASE_DIR, ENV


def python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]


def site_command(autoreload: bool) -> list[str]:
    if autoreload:
        return python("manage.py", "runserver", f"127.0.0.1:{ENV['PORT']}")
    return python(
        "-m", "gunicorn", "--config", "site/config/gunicorn.py", "--pythonpath", "site,.", "config.wsgi"
    )


class Command(BaseCommand):
    help = "Serve the site and its worker on 127.0.0.1:$PORT until Ctrl-C."
    requires_system_checks: list[str] = []  # They follow the preparations.

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--prepare", action="store_true", help="first do what `manage.py prepare` does")
        parser.add_argument(
            "--autoreload", action="store_true", help="development server that reloads changed code"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["prepare"]:  # In the same process: a start of Python and Django saved.
            call_command("prepare", check_port=True)
        self.check()
        try:
            require_writable(settings.DATA_DIR)
            require_space(settings.DATA_DIR)
            require_free_port(ENV["PORT"])
            held = lock(settings.DATA_DIR, "serve")
        except CannotStart as reason:
            raise CommandError(str(reason)) from None
        os.chdir(BASE_DIR)
        os.environ["PYTHONPATH"] = os.pathsep.join((str(BASE_DIR / "site"), str(BASE_DIR)))
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        self.print_addresses()
        code = run_together(
            [
                Child("site", site_command(options["autoreload"]), essential=True),
                Child("worker", python("manage.py", "worker"), essential=False),
            ]
        )
        held.close()
        self.stdout.write("Ended. All data is kept in " + shown(settings.DATA_DIR))
        sys.exit(code)

    def print_addresses(self) -> None:
        address = f"http://127.0.0.1:{ENV['PORT']}"
        self.stdout.write(
            f"\n{settings.SITE_NAME}\n  Site         {address}/\n  Back office  {address}/redaktion/"
        )
        for line in demo_logins():
            self.stdout.write(f"  {line}")
        self.stdout.write("  End with     Ctrl-C\n")


def demo_logins() -> list[str]:
    """One line per demo account, only while it exists."""
    from accounts.models import User
    from democity.people import DEMO_PASSWORD

    users = User.objects.filter(is_demo=True, is_active=True).order_by("pk")
    return [f"Demo login   {user.username} / {DEMO_PASSWORD}   ({user})" for user in users]


def shown(folder: Path) -> str:
    return str(folder.relative_to(BASE_DIR)) if folder.is_relative_to(BASE_DIR) else str(folder)
