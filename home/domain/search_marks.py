"""Tells the search which editorial pages changed, in the transaction of the change."""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from home.domain.search_sources import PAGE_SOURCES
from search.domain.indexing import mark_changed, mark_many_changed

SOURCE_NAMES = {source.model: source.name for source in PAGE_SOURCES}


def mark_page(page: Page) -> None:
    """This page alone: it was published, edited, unpublished or deleted."""
    if name := SOURCE_NAMES.get(page.specific_class):
        mark_changed(name, page.pk)


def mark_subtree(page: Page) -> None:
    """The page and all below it: it was moved, its address changed, or its privacy."""
    by_source = defaultdict(list)
    types = {
        content_type.pk: name
        for model, name in SOURCE_NAMES.items()
        if (content_type := ContentType.objects.get_for_model(model))
    }
    rows = Page.objects.filter(path__startswith=page.path, content_type__in=types)
    for pk, content_type_id in rows.values_list("pk", "content_type_id"):
        by_source[types[content_type_id]].append(pk)
    for name, pks in by_source.items():
        mark_many_changed(name, pks)
