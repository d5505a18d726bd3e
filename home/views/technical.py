"""Addresses for machines: robots.txt, the sitemap, security.txt, the browser's favicon."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    StreamingHttpResponse,
)
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from home.addresses import full_address
from home.domain.sitemaps import ENTRIES_PER_FILE, file_lines, index_lines
from home.models import MessageSettings
from home.registries import sitemap_sections

HOUR_SECONDS = 60 * 60
DAY_SECONDS = 24 * HOUR_SECONDS
# RFC 9116 recommends less than a year.
SECURITY_TXT_VALID = timedelta(days=180)


@require_safe
@cache_control(public=True, max_age=DAY_SECONDS)
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in _not_for_robots()),
        "",
        f"Sitemap: {full_address(reverse('sitemap'))}",
    ]
    return _text(lines)


@require_safe
@cache_control(public=True, max_age=DAY_SECONDS)
def security_txt(request: HttpRequest) -> HttpResponse:
    """How to report a vulnerability (RFC 9116); the contact form where the city has set nothing."""
    saved = MessageSettings.for_request(request)
    contact = saved.security_contact or full_address(reverse("contact"))
    lines = [
        f"Contact: {contact if contact.startswith('http') else f'mailto:{contact}'}",
        f"Expires: {_expiry():%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: de, en",
        f"Canonical: {full_address(request.path)}",
    ]
    if saved.security_policy:
        lines.append(f"Policy: {saved.security_policy}")
    return _text(lines)


@require_safe
@cache_control(public=True, max_age=DAY_SECONDS)
def favicon(request: HttpRequest) -> HttpResponse:
    """For browsers that ask without having read a page."""
    return HttpResponsePermanentRedirect(static("img/favicon.ico"))


@require_safe
@cache_control(public=True, max_age=HOUR_SECONDS)
def sitemap_index(request: HttpRequest) -> StreamingHttpResponse:
    return _xml(index_lines())


@require_safe
@cache_control(public=True, max_age=HOUR_SECONDS)
def sitemap_file(request: HttpRequest, name: str, number: int) -> StreamingHttpResponse:
    section = sitemap_sections.get(name)
    if section is None or number < 1 or (number - 1) * ENTRIES_PER_FILE >= section.count():
        raise Http404
    return _xml(file_lines(section, number))


def _not_for_robots() -> Iterator[str]:
    """The back office, and what would send a robot round in circles: results, not the search's own page."""
    yield reverse("wagtailadmin_home")
    for language, _ in settings.LANGUAGES:
        with translation.override(language):
            yield f"{reverse('search')}?"
            yield reverse("search_suggestions")


def _expiry() -> datetime:
    """The same for everybody who asks on the same day."""
    return datetime.combine(timezone.now().date(), time(), tzinfo=UTC) + SECURITY_TXT_VALID


def _text(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _xml(lines: Iterator[str]) -> StreamingHttpResponse:
    return StreamingHttpResponse(lines, content_type="application/xml; charset=utf-8")
