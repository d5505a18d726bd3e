"""The views of the editorial pages: each takes the page and the request."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from home.domain import structured_data
from home.domain.body import rendered
from home.domain.breadcrumbs import breadcrumb
from home.domain.facilities import (
    access_lines,
    address_lines,
    by_kind,
    facility_facts,
    open_now,
    week,
)
from home.maps import map_place
from home.models import BasePage, FacilityIndexPage, FacilityPage, HomePage, StandardPage
from home.pictures import facts_of, picture, social_address
from home.rendering import render_page
from home.telephone import telephone_address


def show(page: BasePage, request: HttpRequest, **context: Any) -> HttpResponse:
    """Render a page's template with what all pages have; the default view."""
    crumbs = breadcrumb(page)
    shared = {
        "page": page,
        "page_title": page.seo_title or page.title,
        "description": page.meta_description,
        "breadcrumb": crumbs,
        "breadcrumb_data": structured_data.breadcrumb_list(crumbs, request),
        "og_image": social_picture(page),
    }
    return render_page(request, page.get_template(request), {**shared, **context})


def social_picture(page: BasePage) -> str:
    """Address of the picture for shared links: the page's own, or none for the city's."""
    if isinstance(page, HomePage) and not page.social_image_id:
        return social_address(page.hero) if page.hero else ""
    image = page.social_image or getattr(page, "picture", None)
    return social_address(facts_of(image)) if image else ""


def standard_page(page: StandardPage, request: HttpRequest) -> HttpResponse:
    body = rendered(page.body, request)
    return show(page, request, body=body, contents=body.headings if page.show_contents else [])


def facility_index(page: FacilityIndexPage, request: HttpRequest) -> HttpResponse:
    groups = by_kind(page)
    return show(page, request, groups=groups, places=[place for group in groups for place in group.places])


def facility_page(page: FacilityPage, request: HttpRequest) -> HttpResponse:
    hours = list(page.hours.all())
    now, state = open_now(hours) if hours else ("", "")
    return show(
        page,
        request,
        body=rendered(page.body, request),
        hours={"now": now, "state": state, "rows": week(hours, timezone.localdate().weekday())},
        access=access_lines(page),
        address=address_lines(page),
        telephone_url=telephone_address(page.telephone),
        facts=facility_facts(page),
        places=map_place(page.title, page.latitude, page.longitude),
        picture=picture(page.picture, "content") if page.picture else None,
        structured_data=structured_data.facility(page, request),
    )
