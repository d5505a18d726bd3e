"""What has changed, as Atom (RFC 4287)."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import conditional_page, require_safe

from home.addresses import full_address
from home.domain.site_frame import frame

from ..domain.changes import latest_changes
from ..presentation.changes import summary, title
from ..wording import texts_in


@require_safe
@conditional_page
def changes(request: HttpRequest) -> HttpResponse:
    """The latest changes of public plans, newest first; in German, whatever the address."""
    city, page = frame(request)["city"], full_address(reverse("waste"))
    feed = Atom1Feed(
        title=f"Änderungen im Abfuhrkalender – {city['name']}",
        link=page,
        description="Verschobene und ausgefallene Abfuhren",
        language="de",
        author_name=city["authority"],
        feed_url=full_address(request.path),
        feed_guid=page,
    )
    texts = texts_in("de")
    for change in latest_changes():
        feed.add_item(
            title=title(change, texts),
            link=page,
            description=summary(change, texts),
            unique_id=f"urn:uuid:{change.pk}",
            pubdate=change.at,
            updateddate=change.at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
