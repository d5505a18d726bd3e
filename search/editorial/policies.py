"""Who mends the search: its editors everything, others what they look after.

Groups with Wagtail's model permissions do all of it. Others deal with gaps that were given to a page they
work on, and set best bets for records that they keep (`search.registries.record_keepers`).
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import page_permission_policy

from search.domain.indexing import record_key
from search.registries import record_keepers

from .models import BestBet, Gap

PAGE_ACTIONS = ("add", "change", "publish")


class OwnShare(ModelPermissionPolicy):
    """Model permissions; without them, `actions` on the instances of `own`."""

    actions: frozenset[str]

    def own(self, user: Any) -> QuerySet:
        raise NotImplementedError

    def has_share(self, user: Any) -> bool:
        raise NotImplementedError

    def is_editor(self, user: Any, actions: Iterable[str]) -> bool:
        return any(super(OwnShare, self).user_has_permission(user, action) for action in actions)

    def user_has_permission(self, user: Any, action: str) -> bool:
        return self.user_has_any_permission(user, [action])

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        actions = list(actions)
        if self.is_editor(user, actions):
            return True
        return bool(user.is_active and self.actions.intersection(actions) and self.has_share(user))

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        return self.instances_user_has_permission_for(user, action).filter(pk=instance.pk).exists()

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet:
        actions = list(actions)
        everything = self.model._default_manager.all()
        if self.is_editor(user, actions):
            return everything
        if user.is_active and self.actions.intersection(actions):
            return self.own(user)
        return everything.none()


class GapPolicy(OwnShare):
    """Those of the pages on which somebody works; only editors of the search open and delete them."""

    actions = frozenset({"view", "change"})

    def own(self, user: Any) -> QuerySet:
        pages = page_permission_policy.instances_user_has_any_permission_for(user, PAGE_ACTIONS)
        return Gap.objects.filter(department__in=pages.values("pk"))

    def has_share(self, user: Any) -> bool:
        return bool(page_permission_policy.user_has_any_permission(user, PAGE_ACTIONS))


class BestBetPolicy(OwnShare):
    """Those of kept records, whoever set them."""

    actions = frozenset({"add", "view", "change", "delete"})

    def own(self, user: Any) -> QuerySet:
        return BestBet.objects.filter(record__in=kept_records(user))

    def has_share(self, user: Any) -> bool:
        return bool(kept_records(user))


def kept_records(user: Any) -> set[str]:
    """Records (`source:pk`) that the user looks after. One query for each source that has keepers."""
    return {record_key(keepers.name, pk) for keepers in record_keepers for pk in keepers.kept(user)}


best_bets = BestBetPolicy(BestBet)
gaps = GapPolicy(Gap)
