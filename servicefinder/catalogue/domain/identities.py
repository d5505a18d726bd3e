"""Identity rows follow their pages: name and department are those of the German page."""

from contextlib import suppress

from django.db.models import ProtectedError
from wagtail.models import Page

from ..models import (
    ContactPerson,
    Department,
    DepartmentPage,
    IdentifiedPage,
    Office,
    ServiceContact,
    ServiceOffice,
)
from ..models.identities import Identity


def keep_in_step(page: IdentifiedPage) -> bool:
    """Copy name and place in the tree to the identity. True when the place is another than before."""
    if page.facts_page() is not page:
        return False
    identity = page.identity
    owner_field = "parent" if isinstance(page, DepartmentPage) else "department"
    name_before, owner_before = identity.name, getattr(identity, owner_field)
    owner = owning_department(page)
    if (name_before, owner_before) == (page.title, owner):
        return False
    identity.name = page.title
    setattr(identity, owner_field, owner)
    identity.save(update_fields=["name", owner_field])
    return bool(owner_before != owner)


def owning_department(page: Page) -> Department | None:
    """The department whose page is the next above `page` in the tree."""
    ancestors = [page.path[:end] for end in range(page.steplen, len(page.path), page.steplen)]
    above = DepartmentPage.objects.filter(path__in=ancestors).order_by("-depth").select_related("department")
    nearest = above.first()
    return nearest.department if nearest else None


def forget(page: IdentifiedPage) -> None:
    """Remove the identity with its last page; one that something still points to stays."""
    if type(page)._default_manager.filter(translation_key=page.translation_key).exclude(pk=page.pk).exists():
        return
    if is_named_by_services(page.identity):
        return
    with suppress(ProtectedError):
        page.identity.delete()


def is_named_by_services(identity: Identity) -> bool:
    """Whether a service names the office or person."""
    if isinstance(identity, Office):
        return ServiceOffice.objects.filter(office=identity).exists()
    return isinstance(identity, ContactPerson) and ServiceContact.objects.filter(person=identity).exists()
