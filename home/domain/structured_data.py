"""What search engines read: schema.org as JSON-LD."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from home.addresses import full_address
from home.domain.breadcrumbs import Crumb
from home.domain.site_frame import frame
from home.enums import FacilityKind
from home.models import EventDate, EventPage, FacilityPage, HomePage, NewsPage
from home.pictures import picture

Data = dict[str, Any]

FACILITY_TYPES = {
    FacilityKind.LIBRARY: "Library",
    FacilityKind.POOL: "PublicSwimmingPool",
    FacilityKind.SCHOOL: "School",
    FacilityKind.DAY_CARE: "ChildCare",
    FacilityKind.PLAYGROUND: "Playground",
    FacilityKind.TOILET: "PublicToilet",
    FacilityKind.SPORTS: "SportsActivityLocation",
    FacilityKind.CULTURE: "Museum",
    FacilityKind.PARK: "Park",
}


def city(request: HttpRequest) -> Data:
    """The city as an organisation, named in other data as publisher."""
    around = frame(request)
    facts: Mapping[str, Any] = around["city"]
    return _without_gaps(
        {
            "@type": "GovernmentOrganization",
            "name": facts["authority"],
            "url": full_address("/"),
            "logo": full_address(facts["crest_url"]),
            "telephone": facts["telephone"],
            "email": facts["email"],
            "address": address(facts["street"], facts["postal_code"], facts["town"]),
            "geo": geo(facts["latitude"], facts["longitude"]),
        }
    )


def home(page: HomePage, request: HttpRequest) -> Data:
    target = full_address(frame(request)["search_url"])
    return {
        "@context": "https://schema.org",
        "@graph": [
            city(request),
            {
                "@type": "WebSite",
                "name": frame(request)["site_name"],
                "url": full_address(frame(request)["home_url"]),
                "inLanguage": page.language,
                "potentialAction": {
                    "@type": "SearchAction",
                    "target": f"{target}?q={{search_term_string}}",
                    "query-input": "required name=search_term_string",
                },
            },
        ],
    }


def news(page: NewsPage, request: HttpRequest) -> Data:
    published = page.first_published_at
    return _document(
        {
            "@type": "NewsArticle",
            "headline": page.title[:110],  # Longer ones are cut by those who read this.
            "description": page.teaser,
            "inLanguage": page.language,
            "datePublished": page.published_on.isoformat(),
            "dateModified": _iso(page.last_published_at or published),
            "image": full_address(picture(page.picture, "content").src) if page.picture else None,
            "publisher": city(request),
            "mainEntityOfPage": full_address(request.path),
        }
    )


def event(page: EventPage, dates: Sequence[EventDate], request: HttpRequest) -> list[Data]:
    """One entry for each date, as search engines want it for repeated events."""
    return [_event(page, date, request) for date in dates]


def facility(page: FacilityPage, request: HttpRequest) -> Data:
    return _document(
        {
            "@type": FACILITY_TYPES.get(FacilityKind(page.kind), "CivicStructure"),
            "name": page.title,
            "description": page.teaser,
            "url": full_address(request.path),
            "telephone": page.telephone,
            "email": page.email,
            "address": address(page.address, page.postal_code, page.town),
            "geo": geo(page.latitude, page.longitude),
            "openingHoursSpecification": [
                {
                    "@type": "OpeningHoursSpecification",
                    "dayOfWeek": f"https://schema.org/{DAYS[row.weekday]}",
                    "opens": f"{row.opens:%H:%M}",
                    "closes": f"{row.closes:%H:%M}",
                }
                for row in page.hours.all()
            ],
        }
    )


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def breadcrumb_list(crumbs: Sequence[Crumb], request: HttpRequest) -> Data | None:
    """The way to the page; None on a front page."""
    if not crumbs:
        return None
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": crumb.title,
                "item": full_address(crumb.url or request.path),
            }
            for position, crumb in enumerate(crumbs, start=1)
        ],
    }


def address(street: str, postal_code: str, town: str) -> Data | None:
    if not (street or town):
        return None
    return _without_gaps(
        {
            "@type": "PostalAddress",
            "streetAddress": street,
            "postalCode": postal_code,
            "addressLocality": town,
            "addressCountry": "DE",
        }
    )


def geo(latitude: Any, longitude: Any) -> Data | None:
    if latitude is None or longitude is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": float(latitude), "longitude": float(longitude)}


def _event(page: EventPage, date: EventDate, request: HttpRequest) -> Data:
    status = "EventCancelled" if page.is_cancelled else "EventScheduled"
    return _document(
        {
            "@type": "Event",
            "name": page.title,
            "description": page.teaser,
            "inLanguage": page.language,
            "startDate": _moment(date.start, date.all_day),
            "endDate": _moment(date.end, date.all_day) if date.end else None,
            "eventStatus": f"https://schema.org/{status}",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": _without_gaps(
                {
                    "@type": "Place",
                    "name": page.place_name or page.address,
                    "address": page.address,
                    "geo": geo(page.latitude, page.longitude),
                }
            ),
            "image": full_address(picture(page.picture, "content").src) if page.picture else None,
            "organizer": {"@type": "Organization", "name": page.organiser}
            if page.organiser
            else city(request),
            "url": full_address(request.path),
        }
    )


def _document(data: Data) -> Data:
    return {"@context": "https://schema.org", **_without_gaps(data)}


def _without_gaps(data: Data) -> Data:
    return {key: value for key, value in data.items() if value not in (None, "", [])}


def _moment(moment: Any, all_day: bool) -> str:
    local = timezone.localtime(moment)
    return str(local.date().isoformat() if all_day else local.isoformat())


def _iso(moment: Any) -> str | None:
    return timezone.localtime(moment).isoformat() if moment else None
