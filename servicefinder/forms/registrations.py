"""What online forms announce to the rooms below."""

from datetime import timedelta

from home.registries import form_lists, form_replacements, page_views
from outbox.registries import Recurring, schedule
from servicefinder.catalogue.enums import AddressKind
from servicefinder.catalogue.models import DepartmentPage
from servicefinder.catalogue.registries import online_service_sources
from servicefinder.catalogue.views.flat_pages import serve_pages_of

from . import receivers
from .domain.preflight import problems_of_page
from .form_list import TranslatedForms
from .models import FormPage
from .online_services import PublishedForms
from .registries import Preflight, preflights
from .tasks import delete_expired_drafts
from .views.start import form_page


def register() -> None:
    """Called once, in `OnlineFormsConfig.ready()`."""
    DepartmentPage.subpage_types = [*DepartmentPage.subpage_types, "onlineforms.FormPage"]
    serve_pages_of(AddressKind.FORM, FormPage)
    online_service_sources.register(PublishedForms())
    form_replacements.register(PublishedForms())
    form_lists.register(TranslatedForms())
    receivers.connect()
    preflights.register(Preflight("form", problems_of_page))
    page_views.register(FormPage, form_page)
    schedule.register(
        Recurring(
            "onlineforms.drafts",
            run=delete_expired_drafts,
            every=timedelta(hours=1),
            label="Abgelaufene Entwürfe von Formularen löschen",
        )
    )
