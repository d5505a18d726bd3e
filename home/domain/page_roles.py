"""Where a page with a task lies today: Impressum, Datenschutz, Barrierefreiheit."""

from home.addresses import tree_address
from home.enums import PageRole
from home.models import StandardPage
from home.publicity import public


def address_of(role: PageRole, language: str) -> str:
    """Address of the public page with this task in a language; empty where there is none. One query."""
    pages = StandardPage.objects.filter(role=role, locale__language_code=language)
    url_path = public(pages).values_list("url_path", flat=True).first()
    return tree_address(url_path) if url_path else ""
