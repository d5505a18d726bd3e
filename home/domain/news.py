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
from home.pictures import ImageFacts, Picture, facts_from, facts_of, image_columns, picture_from
from home.prepared_queries import PreparedQuery
from home.publicity import public

NEWS_ON_FRONT_PAGE = 3


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
    found = _newest(NewsPage.objects.child_of(index)).select_related("picture").defer("body")
    return found.filter(published_on__year=year) if year else found


def latest_news(language: str) -> list[NewsRow]:
    """The newest ones in a language for the front page, the first with its picture. One query."""
    roots = Site.get_site_root_paths()
    return [
        NewsRow(
            title=title,
            url=tree_address(url_path, roots),
            teaser=teaser,
            date=published_on,
            picture=_teaser_picture(facts_from(image)) if place == 0 else None,
        )
        for place, (title, url_path, teaser, published_on, *image) in enumerate(
            LATEST.rows(language=language)
        )
    ]


def _latest(language: str) -> QuerySet[NewsPage]:
    found = _newest(NewsPage.objects.filter(locale__language_code=language))
    columns = ("title", "url_path", "teaser", "published_on", *image_columns("picture"))
    return found.values_list(*columns)[:NEWS_ON_FRONT_PAGE]  # type: ignore[return-value]


LATEST = PreparedQuery(_latest, language=str)


def news_rows(pages: Iterable[NewsPage]) -> list[NewsRow]:
    roots = Site.get_site_root_paths()
    return [
        NewsRow(
            title=page.title,
            url=tree_address(page.url_path, roots),
            teaser=page.teaser,
            date=page.published_on,
            picture=_teaser_picture(facts_of(page.picture) if page.picture else None),
        )
        for page in pages
    ]


def years(index: NewsIndexPage) -> list[int]:
    """Years in which there was news, latest first."""
    found = public(NewsPage.objects.child_of(index)).dates("published_on", "year", order="DESC")
    return [day.year for day in found]


def _teaser_picture(facts: ImageFacts | None) -> Picture | None:
    """Without words: the title beside it says them."""
    return picture_from(facts, "teaser", alt="") if facts else None


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
