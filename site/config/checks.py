"""What must hold before a production installation answers anybody, and needs the database to know."""

from collections.abc import Callable

from django.conf import settings
from django.core.checks import CheckMessage
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connections


def refuse_demo_accounts() -> None:
    """Raise ImproperlyConfigured while an active account with a published password exists in production.

    Called by the WSGI application: commands must still run, to delete the accounts.
    """
    if not settings.PRODUCTION:
        return
    from accounts.models import User

    try:
        names = list(User.objects.filter(is_demo=True, is_active=True).values_list("username", flat=True))
    except DatabaseError:  # Not migrated or not there: /readyz says so.
        names = []
    finally:
        connections.close_all()  # The server forks after loading the application.
    if names:
        raise ImproperlyConfigured(
            f"Demo accounts exist: {', '.join(names)}. Their passwords are public. "
            "Delete the demo content with `make reset`, or the accounts alone with "
            "`manage.py delete_demo_city --accounts`."
        )


def require_data_keys() -> None:
    """Raise ImproperlyConfigured where DATA_KEYS does not open what is stored, in every environment.

    Called by the WSGI application: whoever has lost a key must still be able to run commands.
    """
    from servicefinder.cases.domain.key_checks import check_data_keys

    _require(check_data_keys, "The personal data of the cases cannot be opened: ")


def require_passport_pepper() -> None:
    """Raise ImproperlyConfigured where PASSPORT_PEPPER is not what stored documents were made with."""
    from servicefinder.passports.domain.pepper_checks import check_peppers

    _require(check_peppers)


def _require(check: Callable[[], list[CheckMessage]], beginning: str = "") -> None:
    """Raise ImproperlyConfigured with what `check` finds."""
    try:
        problems = check()
    finally:
        connections.close_all()  # The server forks after loading the application.
    if problems:
        raise ImproperlyConfigured(
            beginning + " ".join(f"{problem.msg} {problem.hint or ''}".strip() for problem in problems)
        )
