"""What the catalogue needs below a home page."""

from wagtail.models import Page

from ..models import DepartmentIndexPage


def install_catalogue(home: Page) -> DepartmentIndexPage:
    """The page below which departments lie. Safe to repeat."""
    existing = DepartmentIndexPage.objects.child_of(home).first()
    if existing:
        return existing
    index = DepartmentIndexPage(
        title="Ämter",
        slug="aemter",
        teaser="Wer in der Verwaltung wofür zuständig ist, und wie Sie uns erreichen.",
    )
    home.add_child(instance=index)
    return index
