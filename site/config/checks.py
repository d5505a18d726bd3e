"""Start-up checks of a production installation that need the database."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DatabaseError


@register(Tags.security, deploy=False)
def no_demo_account_in_production(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Refuse a production start while an account with a published password exists."""
    if not settings.PRODUCTION:
        return []
    from accounts.models import User

    try:
        demo_accounts = list(
            User.objects.filter(is_demo=True, is_active=True).values_list("username", flat=True)
        )
    except DatabaseError:  # Not migrated yet: there is no account at all.
        return []
    if not demo_accounts:
        return []
    return [
        Error(
            f"Demo accounts exist: {', '.join(demo_accounts)}. Their passwords are public.",
            hint="Delete them with `make reset`, or one by one under Benutzer in the back office.",
            id="config.E001",
        )
    ]
