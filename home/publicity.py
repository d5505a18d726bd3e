"""Which pages everybody may see. The one place that decides it for lists, feeds, menus and search.

`.live()` alone leaks: a page below a restricted one is live but not public.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet, Subquery
from wagtail.models import Page, PageViewRestriction

Pages = TypeVar("Pages", bound="QuerySet[Any]")


def public(pages: Pages, path: str = "path") -> Pages:
    """Those of `pages` that are live and below no view restriction, without a query of its own.

    `path` names the page's tree path seen from the queryset's model, e.g. `"page__path"`.
    """
    # Not a join: with old statistics, SQLite would walk through all pages for each page that is asked for.
    closed = Subquery(Page.objects.filter(pk=OuterRef("page_id")).order_by().values("path")[:1])
    restriction = PageViewRestriction.objects.alias(
        asked=ExpressionWrapper(OuterRef(path), output_field=CharField()), closed=closed
    ).filter(asked__startswith=F("closed"))
    live = path.removesuffix("path") + "live"
    return pages.filter(~Exists(restriction), **{live: True})


def is_public(page_id: int) -> bool:
    """Whether everybody may see the page now."""
    return bool(public(Page.objects.filter(pk=page_id)).exists())


def public_pages_in_order(page_ids: Sequence[int]) -> list[Page]:
    """The public ones among these pages, as their own type, in the order given."""
    found = {page.pk: page for page in public(Page.objects.filter(pk__in=page_ids)).specific()}
    return [found[pk] for pk in page_ids if pk in found]
