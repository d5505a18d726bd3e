"""Each department keeps its pictures and documents in a collection of its own."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission

from ..models import Department

CODENAMES = {
    "wagtailimages": ("add_image", "change_image", "choose_image"),
    "wagtaildocs": ("add_document", "change_document", "choose_document"),
}


def equip_collection(department: Department, groups: Iterable[Group]) -> None:
    """Make or rename the collection and let the groups use it. Idempotent."""
    collection = department.collection
    if collection is None:
        collection = Collection.get_first_root_node().add_child(name=department.name)
        department.collection = collection
        department.save(update_fields=["collection"])
    elif collection.name != department.name:
        collection.name = department.name
        collection.save()
    for group in groups:
        _permit(group, collection)


def _permit(group: Group, collection: Collection) -> None:
    wanted = Q()
    for app_label, codenames in CODENAMES.items():
        wanted |= Q(content_type__app_label=app_label, codename__in=codenames)
    here = GroupCollectionPermission.objects.filter(group=group, collection=collection)
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=collection, permission=permission)
        for permission in Permission.objects.filter(wanted).exclude(pk__in=here.values("permission"))
    )
