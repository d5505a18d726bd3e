"""Official notices: the current ones, the archive by year, the single one with its proof, the feed."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext

from home.domain.body import rendered
from home.domain.official_notices import (
    archive_years,
    archived_notices,
    corrected_by,
    corrections_of,
    current_notices,
    notice_feed_entries,
    notice_rows,
)
from home.domain.paging import paged
from home.models import OfficialNoticeAttachment, OfficialNoticeIndexPage, OfficialNoticePage
from home.views.asked_years import asked_year, is_unknown_year
from home.views.feeds import atom_feed
from home.views.pages import show

NOTICES_ON_A_PAGE = 20
NOTICES_IN_FEED = 30


def notice_index(page: OfficialNoticeIndexPage, request: HttpRequest) -> HttpResponse:
    around = _around(page, request)
    if asked := asked_year(request, around["years"]):
        return HttpResponseRedirect(f"{around['index_url']}archiv/{asked}/")
    paging = paged(current_notices(page), request.GET, NOTICES_ON_A_PAGE)
    unknown = is_unknown_year(request)
    return show(page, request, **around, unknown_year=unknown, paging=paging, rows=notice_rows(paging.rows))


def notice_archive(
    page: OfficialNoticeIndexPage, request: HttpRequest, year: int | None = None
) -> HttpResponse:
    """What is in the archive, of one year if asked. Raises Http404 for a year without any."""
    around = _around(page, request)
    if year is not None and year not in around["years"]:
        raise Http404
    paging = paged(archived_notices(page, year), request.GET, NOTICES_ON_A_PAGE)
    title = gettext("Archiv: %(title)s") % {"title": page.title}
    return show(
        page,
        request,
        **around,
        page_title=f"{title} {year}" if year else title,
        in_archive=True,
        year=year,
        paging=paging,
        rows=notice_rows(paging.rows),
    )


def notice_page(page: OfficialNoticePage, request: HttpRequest) -> HttpResponse:
    return show(
        page,
        request,
        body=rendered(page.body, request),
        downloads=[_download(row) for row in page.attachments.select_related("document")],
        corrections=corrections_of(page),
        corrected=corrected_by(page) if page.corrects_id else None,
        proof_url=f"{page.get_url(request) or ''}nachweis/",
    )


def notice_proof(page: OfficialNoticePage, request: HttpRequest) -> HttpResponse:
    """Exactly the bytes whose SHA-256 the page shows. Raises Http404 before it is published."""
    if not page.digest:
        raise Http404
    response = HttpResponse(page.sealed_content.encode(), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{page.slug}.json"'
    return response


def notice_feed(page: OfficialNoticeIndexPage, request: HttpRequest) -> HttpResponse:
    return atom_feed(page, request, notice_feed_entries(page, NOTICES_IN_FEED))


def _around(page: OfficialNoticeIndexPage, request: HttpRequest) -> dict:
    index_url = page.get_url(request) or ""
    return {
        "index_url": index_url,
        "years": archive_years(page),
        "feed": {"title": page.title, "url": f"{index_url}feed/"},
    }


def _download(attachment: OfficialNoticeAttachment) -> dict[str, str]:
    """A file as the component `download_list` takes it."""
    document = attachment.document
    return {
        "title": attachment.title,
        "url": document.url,
        "type": document.type_label,
        "size": filesizeformat(document.file_size or 0),
        "note": gettext("barrierefrei") if document.is_accessible else "",
        "sha256": attachment.sha256,
    }
