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
def claim(kind: AddressKind, language: str, slug: str, target: UUID, *, public: bool) -> None:
    """Make `slug` the address of `target`. The one before redirects, if it was ever `public`.

    Raises IntegrityError when it belongs to something else: models check that before (`is_taken`).
    """
    mine = PublicAddress.objects.filter(kind=kind, language=language, target=target)
    current = mine.filter(current=True).first()
    if current is None or current.slug != slug:
        _give_up(current)
        current, _ = mine.update_or_create(
            slug=slug, defaults={"current": True}, create_defaults=_new(kind, language, slug, target)
        )
    if public and not current.public:
        mine.filter(pk=current.pk).update(public=True)


def _give_up(address: PublicAddress | None) -> None:
    if address is not None and address.public:
        PublicAddress.objects.filter(pk=address.pk).update(current=False)
    elif address is not None:
        address.delete()


def _new(kind: AddressKind, language: str, slug: str, target: UUID) -> dict[str, object]:
    return {"kind": kind, "language": language, "slug": slug, "target": target, "current": True}


def claim_for_page(page: FlatAddressPage) -> None:
    claim(page.address_kind, page.language, page.slug, page.identity_id, public=page.live)


def claim_for_life_situation(situation: LifeSituation) -> None:
    language = situation.locale.language_code
    claim(AddressKind.LIFE_SITUATION, language, situation.slug, situation.translation_key, public=True)


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
