"""Django's accounts and permissions; with the account comes its profile, which Wagtail asks for."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model
from wagtail.users.models import UserProfile

from accounts.models import User
from home.prepared_queries import PreparedQuery

PROFILE = "wagtail_userprofile"


def _columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


USER_COLUMNS, PROFILE_COLUMNS = _columns(User), _columns(UserProfile)
PERMISSION = ("content_type__app_label", "codename")

_ACCOUNT = PreparedQuery(
    lambda key: User.objects.filter(pk=key).values_list(
        *USER_COLUMNS, *(f"{PROFILE}__{column}" for column in PROFILE_COLUMNS)
    ),
    key=int,
)
_OWN = PreparedQuery(
    lambda key: Permission.objects.filter(user=key).order_by().values_list(*PERMISSION), key=int
)
_OF_GROUPS = PreparedQuery(
    lambda key: Permission.objects.filter(group__user=key).order_by().distinct().values_list(*PERMISSION),
    key=int,
)


class AccountBackend(ModelBackend):
    def get_user(self, user_id: int) -> User | None:
        for row in _ACCOUNT.rows(key=user_id):
            user = User.from_db(DEFAULT_DB_ALIAS, USER_COLUMNS, row[: len(USER_COLUMNS)])
            user._state.fields_cache[PROFILE] = _profile(user, row[len(USER_COLUMNS) :])
            return user if self.user_can_authenticate(user) else None
        return None

    def get_user_permissions(self, user_obj: Any, obj: Model | None = None) -> set[str]:
        return self._read(_OWN, user_obj, obj)

    def get_group_permissions(self, user_obj: Any, obj: Model | None = None) -> set[str]:
        return self._read(_OF_GROUPS, user_obj, obj)

    def _read(self, query: PreparedQuery, user: Any, obj: Model | None) -> set[str]:
        """`{"app.codename"}`; whoever may do everything has all there are."""
        if user.is_superuser or not user.is_active or user.is_anonymous or obj is not None:
            return super().get_user_permissions(user, obj)
        return {f"{app}.{name}" for app, name in query.rows(key=user.pk)}


def _profile(user: User, row: tuple[Any, ...]) -> UserProfile | None:
    profile = UserProfile.from_db(DEFAULT_DB_ALIAS, PROFILE_COLUMNS, row)
    if profile.pk is None:
        return None
    profile._state.fields_cache["user"] = user
    return profile
