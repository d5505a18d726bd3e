from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale

from home.models.base import forget_language_codes


def locale_changed(**kwargs: Any) -> None:
    forget_language_codes()


def connect() -> None:
    for name, signal in {"saved": post_save, "deleted": post_delete}.items():
        signal.connect(locale_changed, sender=Locale, dispatch_uid=f"home.locales.{name}")
