"""What somebody in the back office may know of: what is live, and what is theirs.

Wagtail protects what may be changed; titles of other people's drafts it shows in many places.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from taggit.models import Tag, TaggedItem
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from accounts.models import User

from ..models import ContactPersonPage, IdentifiedPage, OfficePage, ServicePage
from ..models.identities import ContactPerson, Office, OwnedIdentity, Service
from ..models.service_references import ServiceTag

# Whoever may do any of these with something works on it, and may read its draft's title.
WORKING = frozenset({"add", "change", "publish", "lock", "unlock", "bulk_delete", "delete"})
USING = frozenset({"add", "change", "delete", "choose"})
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
    if not page_ids:
        return True
    existing = Page.objects.filter(pk__in=page_ids)
    return visible(existing, user).count() == existing.count()


def works_on(user: User, page: Page) -> bool:
    """Whether `user` has any permission on the page, so that all below it is theirs too."""
    policy = policy_registry.get_by_type(Page)
    return bool(policy.user_has_any_permission_for_instance(user, WORKING, page))


def works_on_all(user: User, model: type[Model], keys: set[str]) -> bool:
    """Whether `user` works on each of these; what does not exist gives nothing away.

    Of files it is enough to be allowed to use them. Raises ValueError for keys that are none.
    """
    policy = policy_registry.get_by_type(model)
    actions = USING if model in file_models() else WORKING
    existing = model._default_manager.filter(pk__in=keys)
    own = policy.instances_user_has_any_permission_for(user, actions)
    return bool(existing.filter(pk__in=own.values("pk")).count() == existing.count())


def file_models() -> tuple[type[Model], ...]:
    return (get_image_model(), get_document_model())


def usable_files(files: QuerySet[Any], user: User) -> QuerySet[Any]:
    """Those of `files`, pictures or documents, that lie in a collection which `user` may use."""
    policy = policy_registry.get_by_type(files.model)
    return files.filter(collection__in=policy.collections_user_has_any_permission_for(user, USING))


def visible_tags(user: User) -> QuerySet[Tag]:
    """Tags of files that `user` may use and of pages that he may know of: one can say as much as a title."""
    used = Q()
    for model in file_models():
        keys = usable_files(model._default_manager.all(), user).values("pk")
        used |= Q(content_type=ContentType.objects.get_for_model(model), object_id__in=keys)
    of_files = TaggedItem.objects.filter(used).values("tag")
    pages = visible(ServicePage._default_manager.all(), user).values("pk")
    of_pages = ServiceTag.objects.filter(content_object__in=pages).values("tag")
    return Tag.objects.filter(Q(pk__in=of_files) | Q(pk__in=of_pages))


def visible_identities(model: type[OwnedIdentity], user: User) -> QuerySet[Any]:
    """Services, offices or persons that a chooser may offer."""
    pages = visible(PAGES_OF[model]._default_manager.all(), user)
    return model._default_manager.filter(pk__in=pages.values_list("translation_key", flat=True))
