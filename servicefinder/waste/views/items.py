"""Waste A to Z."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from servicefinder.catalogue.domain.sorting import letter, sort_key

from ..domain.item_search import found_item, items_named
from ..models import WasteItem
from .pages import page

LONGEST = 100


@require_safe
def where_to(request: HttpRequest) -> HttpResponse:
    """All by letter, or those that are called as was asked. One query."""
    asked = request.GET.get("q", "").replace("\x00", "")[:LONGEST].strip()
    if asked:
        found = items_named(asked.replace("-", " "), 50)
    else:
        everything = WasteItem.objects.select_related("fraction")
        found = sorted((found_item(each) for each in everything), key=lambda each: sort_key(each.name))
    letters = [(first, list(group)) for first, group in groupby(found, key=lambda each: letter(each.name))]
    return page(
        request,
        "waste/items.html",
        "Wohin mit …?",
        asked=asked,
        letters=[] if asked else letters,
        found=found,
    )
