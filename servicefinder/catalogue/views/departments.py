"""The pages of departments, and their list."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from home.domain.breadcrumbs import Crumb

from ..domain.department_lists import department_tree, offices_of, services_of, subdepartments
from ..domain.documents import department_document
from ..domain.public_rows import public_rows
from ..domain.texts import expanded
from ..enums import AddressKind
from ..models import DepartmentIndexPage, DepartmentPage, PublishedDepartment
from ..presentation.contacts import contact_cards
from ..presentation.departments import department_contact, tree_rows
from ..presentation.json_ld import department_organization
from ..presentation.offices import office_card
from ..presentation.rows import result_rows
from .flat_pages import serve_flat
from .pages import city_name, offer_languages, show

INDEX_PATH = "aemter/"


@require_safe
def department(request: HttpRequest, slug: str) -> HttpResponse:
    """`/aemter/<slug>/`."""
    row = public_rows(PublishedDepartment, request.LANGUAGE_CODE, slug=slug).first()
    if row is None:
        return serve_flat(request, AddressKind.DEPARTMENT, slug)
    offer_languages(request, AddressKind.DEPARTMENT, PublishedDepartment, "department", row.department_id)
    return show_document(request, row.document)


def department_page(page: DepartmentPage, request: HttpRequest) -> HttpResponse:
    """A preview, or a page that this visitor may see though not everybody may."""
    return show_document(request, department_document(page))


def department_index(page: DepartmentIndexPage, request: HttpRequest) -> HttpResponse:
    context = {
        "description": page.meta_description,
        "teaser": page.teaser,
        "body": mark_safe(expanded(page.body)),
        "tree": tree_rows(department_tree(page.language)),
        "offices_url": reverse("offices"),
    }
    return show(request, "catalogue/department/index.html", page.title, [], context)


def index_crumb() -> Crumb:
    return Crumb("Ämter", reverse("wagtail_serve", args=[INDEX_PATH]))


def show_document(request: HttpRequest, document: dict[str, Any]) -> HttpResponse:
    now = timezone.now()
    language, key = document["language"], document["id"]
    services = services_of(language, key)
    context = {
        "department": document,
        "description": document["teaser"],
        "text": mark_safe(document["description"]),
        "contact": department_contact(document),
        "contacts": contact_cards(document["contacts"]),
        "services": result_rows(services.rows, with_department=False),
        "service_count": services.total,
        "services_url": f"{reverse('finder')}?amt={document['slug']}",
        "subdepartments": subdepartments(language, key),
        "offices": [
            office_card(office, now) for office in offices_of(language, key, document["main_office"])
        ],
        "structured_data": department_organization(document, city_name(request)),
        "twin_url": reverse("api-v1:department", args=[key]),
    }
    way = [index_crumb(), *(Crumb(each["name"], each["url"]) for each in document["path"] if each["url"])]
    return show(request, "catalogue/department/page.html", document["title"], way, context)
