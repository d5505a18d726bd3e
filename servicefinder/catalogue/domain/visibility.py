"""What somebody in the back office may know of: what is live, and what is theirs.

Wagtail protects what may be changed; titles of other people's drafts it shows in many places.
"""

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from accounts.models import User

from ..models import ContactPersonPage, IdentifiedPage, OfficePage, ServicePage
from ..models.identities import ContactPerson, Office, OwnedIdentity, Service

PAGES_OF: dict[type[OwnedIdentity], type[IdentifiedPage]] = {
    Service: ServicePage,
    Office: OfficePage,
    ContactPerson: ContactPersonPage,
}


def visible(pages: QuerySet[Any], user: User) -> QuerySet[Any]:
    """Those of `pages` that are live, or that `user` may do something with, or that lead there."""
    if user.is_active and user.is_superuser:
        return pages
    own = policy_registry.get_by_type(Page).explorable_instances(user)
    return pages.filter(Q(live=True) | Q(pk__in=own.values_list("pk", flat=True)))


def may_know_of(user: User, page_ids: set[int]) -> bool:
    """Whether all these pages are visible; one that does not exist gives nothing away."""
    existing = Page.objects.filter(pk__in=page_ids)
    return visible(existing, user).count() == existing.count()


def works_on(user: User, page: Page) -> bool:
    """Whether `user` has any permission on the page, so that all below it is theirs too."""
    actions = {"add", "change", "publish", "lock", "unlock", "bulk_delete"}
    policy = policy_registry.get_by_type(Page)
    return bool(policy.user_has_any_permission_for_instance(user, actions, page))


def visible_identities(model: type[OwnedIdentity], user: User) -> QuerySet[Any]:
    """Services, offices or persons that a chooser may offer."""
    pages = visible(PAGES_OF[model]._default_manager.all(), user)
    return model._default_manager.filter(pk__in=pages.values_list("translation_key", flat=True))
