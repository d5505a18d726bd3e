"""What the public sees of the catalogue, told to `home`, and what it takes from the search."""

from home.registries import page_views

from . import feedback, form_list, gap_offers, panels, sitemaps
from .models import DepartmentIndexPage, DepartmentPage, OfficePage, ServicePage
from .presentation.office_cards import written_card
from .presentation.rows import written_row
from .presentation.service_sections import written_sections
from .registries import WrittenHtml, written_html
from .views import departments, offices, services


def register() -> None:
    """Called once, in `CatalogueConfig.ready()`."""
    page_views.register(ServicePage, services.service_page)
    page_views.register(DepartmentPage, departments.department_page)
    page_views.register(DepartmentIndexPage, departments.department_index)
    page_views.register(OfficePage, offices.office_page)
    written_html.register(WrittenHtml("service_sections", written_sections))
    written_html.register(WrittenHtml("service_row", written_row))
    written_html.register(WrittenHtml("office_card", written_card))
    panels.register()
    feedback.register()
    form_list.register()
    sitemaps.register()
    gap_offers.register()
