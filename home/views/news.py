"""News: list, archive by year, Atom feed, the single piece."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext

from home.domain import structured_data
from home.domain.body import rendered
from home.domain.news import news_feed_entries, news_of, news_rows, years
from home.domain.paging import paged
from home.models import NewsIndexPage, NewsPage
from home.pictures import picture
from home.views.asked_years import asked_year, is_unknown_year
from home.views.feeds import atom_feed
from home.views.pages import show

NEWS_ON_A_PAGE = 12
NEWS_IN_FEED = 30


def news_index(page: NewsIndexPage, request: HttpRequest, year: int | None = None) -> HttpResponse:
    """All news, or those of one year. Raises Http404 for a year without any."""
    known = years(page)
    index_url = page.get_url(request) or ""
    if asked := asked_year(request, known):
        return HttpResponseRedirect(f"{index_url}{asked}/")
    if year is not None and year not in known:
        raise Http404
    paging = paged(news_of(page, year), request.GET, NEWS_ON_A_PAGE)
    title = gettext("%(title)s aus dem Jahr %(year)s") % {"title": page.title, "year": year}
    return show(
        page,
        request,
        page_title=title if year else page.seo_title or page.title,
        index_url=index_url,
        feed={"title": page.title, "url": f"{index_url}feed/"},
        year=year,
        unknown_year=is_unknown_year(request),
        years=known,
        paging=paging,
        rows=news_rows(paging.rows),
    )


def news_page(page: NewsPage, request: HttpRequest) -> HttpResponse:
    shown = picture(page.picture, "content", caption=page.caption) if page.picture else None
    return show(
        page,
        request,
        body=rendered(page.body, request),
        picture=shown,
        structured_data=structured_data.news(page, request),
    )


def news_feed(page: NewsIndexPage, request: HttpRequest) -> HttpResponse:
    """The newest news as Atom (RFC 4287)."""
    return atom_feed(page, request, news_feed_entries(page, NEWS_IN_FEED))
