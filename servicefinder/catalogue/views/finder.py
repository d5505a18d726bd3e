"""`/dienstleistungen/`: all services from A to Z, narrowed by filters that live in the address."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from home.addresses import german_address

from ..domain.finder.choices import Choice
from ..domain.finder.counting import Selection
from ..domain.finder.loading import current_table
from ..domain.page_reading import rows_by_key
from ..presentation.finder import address, finder_parts
from .pages import show

TITLE = "Dienstleistungen"
DESCRIPTION = "Alle Dienstleistungen der Stadt von A bis Z, nach Lebenslagen und Ämtern."


@require_safe
def finder(request: HttpRequest) -> HttpResponse:
    """An address in any other form than the canonical one redirects to it: one list, one address."""
    table = current_table(request.LANGUAGE_CODE)
    selection = Selection(table, Choice.read(request.GET, table), timezone.now())
    choice = selection.choice
    if choice.page > selection.last_page:
        selection = Selection(table, choice.on_page(selection.last_page), selection.now)
    if selection.choice.query() != request.META.get("QUERY_STRING", ""):
        return HttpResponseRedirect(address(request.path, selection.choice))
    rows = rows_by_key(selection.ids(), selection.now)
    context = {
        **finder_parts(selection, rows, request.path),
        "description": gettext(DESCRIPTION),
        "canonical": address(request.path, selection.choice),
        "search_url": reverse("search"),
        "finder_url": request.path,
        "german_url": "" if selection.table.ids else german_address("finder"),
        "contact_url": reverse("contact"),
    }
    return show(request, "catalogue/finder/page.html", gettext(TITLE), [], context)
