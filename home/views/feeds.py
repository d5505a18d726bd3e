"""Lists of pages as Atom feeds (RFC 4287)."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed

from home.addresses import full_address
from home.domain.site_frame import frame
from home.models import BasePage


def atom_feed(page: BasePage, request: HttpRequest, entries: Iterable[dict[str, Any]]) -> HttpResponse:
    """The feed of a list page; `entries` are arguments of Django's `add_item`."""
    home = full_address(page.get_url(request) or "/")
    city = frame(request)["city"]
    feed = Atom1Feed(
        title=f"{page.title} – {city['name']}",
        link=home,
        description=page.teaser,
        language=page.language,
        author_name=city["authority"],
        feed_url=full_address(request.path),
        feed_guid=home,
    )
    for entry in entries:
        feed.add_item(**entry)
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
