"""News as lists show it. Only what everybody may see."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Site

from home.addresses import full_address, tree_address
from home.models import NewsIndexPage, NewsPage
from home.pictures import Picture, picture
from home.publicity import public


@dataclass(frozen=True)
class NewsRow:
    """What the component `teaser_card` takes."""

    title: str
    url: str
    teaser: str
    date: date
    picture: Picture | None


def news_of(index: NewsIndexPage, year: int | None = None) -> QuerySet[NewsPage]:
    """News below `index`, newest first; of one year if asked."""
    found = _newest(NewsPage.objects.child_of(index))
    return found.filter(published_on__year=year) if year else found


def latest_news(language: str, limit: int) -> list[NewsRow]:
    """The newest ones in a language. One query."""
    return news_rows(_newest(NewsPage.objects.filter(locale__language_code=language))[:limit])


def news_rows(pages: Iterable[NewsPage]) -> list[NewsRow]:
    roots = Site.get_site_root_paths()
    return [
        NewsRow(
            title=page.title,
            url=tree_address(page.url_path, roots),
            teaser=page.teaser,
            date=page.published_on,
            picture=picture(page.picture, "teaser", alt="") if page.picture else None,
        )
        for page in pages
    ]


def years(index: NewsIndexPage) -> list[int]:
    """Years in which there was news, latest first."""
    found = public(NewsPage.objects.child_of(index)).dates("published_on", "year", order="DESC")
    return [day.year for day in found]


def _newest(pages: QuerySet[NewsPage]) -> QuerySet[NewsPage]:
    return (
        public(pages)
        .select_related("picture")
        .defer("body")
        .order_by("-published_on", "-first_published_at", "-pk")
    )


def news_feed_entries(index: NewsIndexPage, limit: int) -> Iterator[dict[str, Any]]:
    """The newest ones as arguments of Django's feed generator. The id stays when the address changes."""
    roots = Site.get_site_root_paths()
    for page in news_of(index)[:limit]:
        published = timezone.make_aware(datetime.combine(page.published_on, time()))
        yield {
            "title": page.title,
            "link": full_address(tree_address(page.url_path, roots)),
            "description": page.teaser,
            "unique_id": f"urn:uuid:{page.translation_key}",
            "pubdate": published,
            "updateddate": page.last_published_at or published,
        }
