"""Official notices as lists show them, and whether they are still as they were published."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from home.addresses import full_address, tree_address
from home.models import OfficialNoticeIndexPage, OfficialNoticePage
from home.official_seal import digest_of, file_digest, sealed_text
from home.publicity import public
from outbox.enums import Severity
from outbox.registries import Finding


@dataclass(frozen=True)
class NoticeRow:
    """What a list shows of a notice."""

    title: str
    url: str
    teaser: str
    kind: str
    department: str
    issued_on: date


def current_notices(index: OfficialNoticeIndexPage) -> QuerySet[OfficialNoticePage]:
    """Those that are not in the archive yet, newest first."""
    today = timezone.localdate()
    return _newest(index).filter(Q(archived_after__isnull=True) | Q(archived_after__gte=today))


def archived_notices(index: OfficialNoticeIndexPage, year: int | None = None) -> QuerySet[OfficialNoticePage]:
    """The archive, newest first; of one year if asked."""
    found = _newest(index).filter(archived_after__lt=timezone.localdate())
    return found.filter(issued_on__year=year) if year else found


def archive_years(index: OfficialNoticeIndexPage) -> list[int]:
    """Years of notices in the archive, latest first."""
    return [day.year for day in archived_notices(index).order_by().dates("issued_on", "year", order="DESC")]


def notice_rows(pages: Iterable[OfficialNoticePage]) -> list[NoticeRow]:
    roots = Site.get_site_root_paths()
    return [
        NoticeRow(
            title=page.title,
            url=tree_address(page.url_path, roots),
            teaser=page.teaser,
            kind=page.get_kind_display(),
            department=page.department,
            issued_on=page.issued_on,
        )
        for page in pages
    ]


def notice_feed_entries(index: OfficialNoticeIndexPage, limit: int) -> Iterator[dict[str, Any]]:
    """The newest notices as arguments of Django's feed generator."""
    roots = Site.get_site_root_paths()
    for page in _newest(index)[:limit]:
        issued = timezone.make_aware(datetime.combine(page.issued_on, time()))
        yield {
            "title": f"{page.get_kind_display()}: {page.title}",
            "link": full_address(tree_address(page.url_path, roots)),
            "description": page.teaser,
            "unique_id": f"urn:uuid:{page.translation_key}",
            "pubdate": issued,
            "updateddate": page.sealed_at or issued,
        }


def corrections_of(page: OfficialNoticePage) -> list[NoticeRow]:
    """Public notices that correct this one, oldest first."""
    corrections = OfficialNoticePage.objects.filter(corrects_id=page.pk).defer("body")
    return notice_rows(public(corrections.order_by("issued_on", "first_published_at", "pk")))


def corrected_by(page: OfficialNoticePage) -> NoticeRow | None:
    """The public notice that this one corrects."""
    corrected = OfficialNoticePage.objects.filter(pk=page.corrects_id).defer("body")
    return next(iter(notice_rows(public(corrected))), None)


def sealed_below(pages: Iterable[Page]) -> bool:
    """Whether a sealed notice is among these pages or lies below one of them."""
    below = Q()
    for page in pages:
        below |= Q(path__startswith=page.path)
    return bool(below) and OfficialNoticePage.objects.filter(below).exclude(digest="").exists()


def broken_seals() -> list[Finding]:
    """Nightly check: notices that are not what was published, changed past the application."""
    findings = []
    for notice in OfficialNoticePage.objects.exclude(digest="").iterator():
        if reason := _difference(notice):
            url = reverse("wagtailadmin_explore", args=[notice.pk])
            findings.append(Finding(Severity.ERROR, f"Bekanntmachung „{notice.title}“: {reason}", url))
    return findings


def _difference(notice: OfficialNoticePage) -> str:
    """What differs from the seal, as a German sentence; empty where all is well."""
    if digest_of(notice.sealed_content) != notice.digest or sealed_text(notice) != notice.sealed_content:
        return "Der Inhalt ist nicht mehr der veröffentlichte."
    if not notice.live:
        return "Sie ist nicht mehr öffentlich."
    for attachment in notice.attachments.select_related("document"):
        try:
            same = file_digest(attachment.document) == attachment.sha256
        except OSError:
            return f"Die Datei „{attachment.title}“ fehlt."
        if not same:
            return f"Die Datei „{attachment.title}“ ist nicht mehr die veröffentlichte."
    return ""


def _newest(index: OfficialNoticeIndexPage) -> QuerySet[OfficialNoticePage]:
    notices = OfficialNoticePage.objects.child_of(index)
    return (
        public(notices).defer("body", "sealed_content").order_by("-issued_on", "-first_published_at", "-pk")
    )
