"""What search engines read about services, departments and offices, after schema.org."""

from collections.abc import Sequence
from typing import Any

from home.addresses import full_address
from home.domain.structured_data import DAYS, address, geo

Data = dict[str, Any]

CONTEXT = {"@context": "https://schema.org"}
AUDIENCE = {"citizen": "Bürgerinnen und Bürger", "business": "Unternehmen"}


def government_service(document: Data, offices: Sequence[Data], city: str) -> Data:
    """`GovernmentService` with its provider, audience and channels; `offices` are documents."""
    return {
        **CONTEXT,
        **_without_gaps(
            {
                "@type": "GovernmentService",
                "@id": full_address(document["url"]),
                "url": full_address(document["url"]),
                "name": document["title"],
                "alternateName": [
                    name for name in (document["official_name"], *document["synonyms"]) if name
                ],
                "description": document["summary"] or document["teaser"],
                "identifier": document["leika"],
                "inLanguage": document["language"],
                "serviceOperator": _operator(document["department"], city),
                "areaServed": {"@type": "City", "name": city},
                "audience": [
                    {"@type": "Audience", "audienceType": AUDIENCE[name]} for name in document["audience"]
                ],
                "availableChannel": [*_online(document), *(_on_site(office) for office in offices)],
            }
        ),
    }


def department_organization(document: Data, city: str) -> Data:
    return {
        **CONTEXT,
        **_without_gaps(
            {
                "@type": "GovernmentOrganization",
                "name": document["title"],
                "description": document["teaser"],
                "url": full_address(document["url"]),
                "telephone": document["phone"],
                "email": document["email"],
                "address": _address(document),
                "parentOrganization": {"@type": "GovernmentOrganization", "name": city},
            }
        ),
    }


def government_office(document: Data) -> Data:
    """`GovernmentOffice`: a place with hours."""
    return {**CONTEXT, **_place(document)}


def _place(document: Data) -> Data:
    return _without_gaps(
        {
            "@type": "GovernmentOffice",
            "name": document["title"],
            "url": full_address(document["url"]),
            "telephone": document["phone"],
            "email": document["email"],
            "address": _address(document),
            "geo": geo(document["latitude"], document["longitude"]),
            "openingHoursSpecification": [
                {
                    "@type": "OpeningHoursSpecification",
                    "dayOfWeek": f"https://schema.org/{DAYS[row['weekday']]}",
                    "opens": row["opens"][:5],
                    "closes": row["closes"][:5],
                }
                for row in document["opening_hours"]
            ],
        }
    )


def _operator(department: Data | None, city: str) -> Data:
    whole = {"@type": "GovernmentOrganization", "name": city}
    if not department:
        return whole
    part = {"@type": "GovernmentOrganization", "name": department["name"], "parentOrganization": whole}
    return {**part, "url": full_address(department["url"])} if department["url"] else part


def _online(document: Data) -> list[Data]:
    return [
        {"@type": "ServiceChannel", "name": each["label"], "serviceUrl": full_address(each["url"])}
        for each in document["online_services"]
        if each["url"].startswith(("/", "http"))
    ]


def _on_site(office: Data) -> Data:
    """A place in short: its own page has the rest."""
    place = {"@type": "GovernmentOffice", "name": office["title"], "url": full_address(office["url"])}
    location = _without_gaps({**place, "address": _address(office)})
    return {"@type": "ServiceChannel", "serviceLocation": location}


def _address(document: Data) -> Data | None:
    return address(document["address"], document["postal_code"], document["city"])


def _without_gaps(data: Data) -> Data:
    return {name: value for name, value in data.items() if value not in (None, "", [])}
