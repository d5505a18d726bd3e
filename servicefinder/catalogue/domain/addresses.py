"""Public addresses: claimed when something is saved, kept as redirects when it is renamed."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from ..enums import AddressKind
from ..models import LifeSituation, PublicAddress, flat_path
from ..models.flat_addresses import FlatAddressPage


@dataclass(frozen=True)
class Found:
    """What an address leads to. `redirect` is the current path when the address is an old one."""

    target: UUID
    redirect: str | None


@transaction.atomic
def claim(kind: AddressKind, language: str, slug: str, target: UUID, *, keep_old: bool) -> None:
    """Make `slug` the address of `target`; the one before redirects, or is given up unless `keep_old`.

    Raises IntegrityError when it belongs to something else: models check that before (`is_taken`).
    """
    mine = PublicAddress.objects.filter(kind=kind, language=language, target=target)
    if mine.filter(slug=slug, current=True).exists():
        return
    before = mine.filter(current=True)
    if keep_old:
        before.update(current=False)
    else:
        before.delete()
    if not mine.filter(slug=slug).update(current=True):
        PublicAddress.objects.create(kind=kind, language=language, slug=slug, target=target)


def claim_for_page(page: FlatAddressPage) -> None:
    """A page that nobody has seen leaves no redirect behind."""
    was_public = page.first_published_at is not None
    claim(page.address_kind, page.language, page.slug, page.identity_id, keep_old=was_public)


def claim_for_life_situation(situation: LifeSituation) -> None:
    language = situation.locale.language_code
    claim(AddressKind.LIFE_SITUATION, language, situation.slug, situation.translation_key, keep_old=True)


def release(kind: AddressKind, language: str, target: UUID) -> None:
    """Give up every address of something that no longer exists in this language."""
    PublicAddress.objects.filter(kind=kind, language=language, target=target).delete()


def find(kind: AddressKind, language: str, slug: str) -> Found | None:
    """What `slug` leads to, or once led to."""
    address = PublicAddress.objects.filter(kind=kind, language=language, slug=slug).first()
    if address is None:
        return None
    if address.current:
        return Found(address.target, None)
    current = PublicAddress.objects.get(kind=kind, language=language, target=address.target, current=True)
    return Found(address.target, flat_path(kind, language, current.slug))
