"""Parts of the back office's frame are remembered for a minute, and not after somebody's rights changed.

Who may do what is written in few tables: a change of one of them makes everything remembered void, here at
once, in other processes with the shared cache (`CACHE_URL`) or within the minute. The frame only offers;
each page asks for itself who may see it.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import Any, TypeVar
from uuid import uuid4

from django.apps import apps
from django.core.cache import cache
from django.db import transaction
from django.db.models import signals

from accounts.models import User

REMEMBERED_SECONDS = 60
GENERATION = "frame:generation"
DECIDING = (
    "accounts.User",
    "auth.Group",
    "wagtailcore.GroupPagePermission",
    "wagtailcore.GroupCollectionPermission",
    "wagtailcore.Locale",
    "wagtailusers.UserProfile",
    "catalogue.Membership",
    "cases.Deputy",
)
# Written by each sign-in; nothing that is shown depends on it.
IDLE_FIELDS = {"last_login"}

Part = TypeVar("Part")


def remembered(about: tuple[Any, ...], make: Callable[[], Part]) -> Part:
    """`make()`, or what it gave for the same within the last minute."""
    generation = cache.get_or_set(GENERATION, _new, None)
    key = f"frame:{generation}:{sha256(repr(about).encode()).hexdigest()}"
    part: Part | None = cache.get(key)
    if part is None:
        part = make()
        cache.set(key, part, REMEMBERED_SECONDS)
    return part


def forget() -> None:
    """Now, and once more when others can read what was changed."""
    cache.set(GENERATION, _new(), None)
    transaction.on_commit(lambda: cache.set(GENERATION, _new(), None))


def connect() -> None:
    """Called once, in `ProjectConfig.ready()`."""
    for label in DECIDING:
        for signal in (signals.post_save, signals.post_delete):
            signal.connect(_changed, sender=apps.get_model(label), dispatch_uid=f"frame:{label}")
    for through in (User.groups.through, User.user_permissions.through, _group_permissions()):
        signals.m2m_changed.connect(_changed, sender=through, dispatch_uid=f"frame:{through.__name__}")


def _changed(sender: Any, update_fields: Any = None, **kwargs: Any) -> None:
    if update_fields is None or set(update_fields) - IDLE_FIELDS:
        forget()


def _group_permissions() -> Any:
    group: Any = apps.get_model("auth.Group")
    return group.permissions.through


def _new() -> str:
    return uuid4().hex
