"""Waste A to Z."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from servicefinder.catalogue.domain.sorting import letter, sort_key

from ..domain.item_search import found_item, items_named
from ..models import WasteItem
from ..presentation.yards import yards
from ..wording.items import item_texts_in
from .pages import language, page

LONGEST = 100


@require_safe
def where_to(request: HttpRequest) -> HttpResponse:
    """All by letter, or those that are called as was asked; and the yards that take the rest. Two queries."""
    asked = request.GET.get("q", "").replace("\x00", "")[:LONGEST].strip()
    if asked:
        found = items_named(asked.replace("-", " "), language(), 50)
    else:
        everything = (found_item(each, language()) for each in WasteItem.objects.select_related("fraction"))
        found = sorted(everything, key=lambda each: sort_key(each.name))
    letters = [(first, list(group)) for first, group in groupby(found, key=lambda each: letter(each.name))]
    words, places = item_texts_in(language()), yards(timezone.now())
    return page(
        request,
        "waste/items.html",
        words.title,
        words=words,
        asked=asked,
        letters=[] if asked else letters,
        found=found,
        yards=places,
        yards_url="#wertstoffhoefe" if places else "",
        foreign=words.lang != "de",
    )
