"""Waste A to Z."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from servicefinder.catalogue.domain.sorting import letter, sort_key

from ..domain.item_search import found_item, items_named
from ..domain.near_items import items_near
from ..models import WasteItem
from ..presentation.advice import advice
from ..presentation.yards import yards
from ..wording.items import item_texts_in
from .pages import language, page

LONGEST = 100
SHOWN = 50


@require_safe
def where_to(request: HttpRequest) -> HttpResponse:
    """All by letter, or those that are called as was asked, else what comes near, else whom to ask; and the
    yards that take the rest. Two queries, some more where nothing is called so.
    """
    asked = request.GET.get("q", "").replace("\x00", "")[:LONGEST].strip()
    near = False
    if asked:
        text = asked.replace("-", " ")
        found = items_named(text, language(), SHOWN)
        if not found:
            found = items_near(text, language(), SHOWN)
            near = bool(found)
    else:
        everything = (found_item(each, language()) for each in WasteItem.objects.select_related("fraction"))
        found = sorted(everything, key=lambda each: sort_key(each.name))
    letters = [(first, list(group)) for first, group in groupby(found, key=lambda each: letter(each.name))]
    words, now = item_texts_in(language()), timezone.now()
    places = yards(now)
    return page(
        request,
        "waste/items.html",
        words.title,
        words=words,
        asked=asked,
        letters=[] if asked else letters,
        found=found,
        near=near,
        advice=None if found else advice(language(), now),
        yards=places,
        yards_url="#wertstoffhoefe" if places else "",
        foreign=words.lang != "de",
    )
