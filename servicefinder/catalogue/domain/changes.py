"""What follows from a change, step by step, in the transaction of the change."""

from wagtail.models import Page

from search.domain.indexing import mark_changed

from ..enums import AddressKind
from ..models import ContactPersonPage, DepartmentPage, FlatAddressPage, IdentifiedPage, LifeSituation
from .addresses import claim_for_life_situation, claim_for_page, release
from .dependents import ask_for, republish_branch, republish_with_contact, republish_with_life_situation
from .identities import forget, keep_in_step
from .memberships import dissolve, equip
from .publications import PUBLICATIONS, publication_of
from .publishing import publish_read_model, withdraw
from .translations import follow_move, is_public

LIFE_SITUATION = "life_situation"  # As the search calls them.


def page_saved(page: IdentifiedPage) -> None:
    """Identity, address and read model after a page was saved as it is live (or no longer is)."""
    moved = keep_in_step(page)
    if isinstance(page, FlatAddressPage):
        claim_for_page(page)
    publish_read_model(page)
    if isinstance(page, DepartmentPage):
        equip(page)
        if moved:
            _branch_moved(page)
    if isinstance(page, ContactPersonPage):
        republish_with_contact(page.identity)
    if not page.is_translation and page.get_translations().exists():
        _reach_translations(page, moved)


def page_deleted(page: IdentifiedPage) -> None:
    """Nothing of the page's language stays; its identity only while others point to it."""
    withdraw(page)
    if isinstance(page, FlatAddressPage):
        release(page.address_kind, page.language, page.identity_id)
    if isinstance(page, ContactPersonPage):
        republish_with_contact(page.identity)
    if isinstance(page, DepartmentPage) and not page.get_translations().exists():
        dissolve(page.identity)
    forget(page)


def branch_restricted(page: Page) -> None:
    """What lies below a page whose privacy changed disappears at once.

    The worker brings back what everybody may see.
    """
    for publication in PUBLICATIONS:
        pages = publication.pages._default_manager.filter(path__startswith=page.path)
        for each in pages:
            withdraw(each)
        ask_for(f"{publication.name}:{each.identity_id}" for each in pages)


def life_situation_saved(situation: LifeSituation) -> None:
    claim_for_life_situation(situation)
    republish_with_life_situation(situation)
    mark_changed(LIFE_SITUATION, situation.pk)


def life_situation_deleted(situation: LifeSituation) -> None:
    """Called before the deletion, while it is known who shows it."""
    republish_with_life_situation(situation)
    mark_changed(LIFE_SITUATION, situation.pk)
    release(AddressKind.LIFE_SITUATION, situation.locale.language_code, situation.translation_key)


def _branch_moved(page: DepartmentPage) -> None:
    """Everything below shows the department's new place; below a private page it disappears at once."""
    if is_public(page):
        republish_branch(page.identity_id)
    else:
        branch_restricted(page)


def _reach_translations(page: IdentifiedPage, moved: bool) -> None:
    """Translations show the German page's facts, are public only with it and lie in its department."""
    if moved:
        follow_move(page)
    if not is_public(page):
        for translation in page.get_translations():
            withdraw(translation)
    if publication := publication_of(type(page)):
        ask_for([f"{publication.name}:{page.identity_id}"])
