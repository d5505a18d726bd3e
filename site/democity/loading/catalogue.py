"""Departments, offices, life situations, contact persons and services."""

from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Any

from wagtail.models import Locale, Page

from democity import content_files
from servicefinder.catalogue.models import (
    ContactPersonPage,
    DepartmentIndexPage,
    DepartmentPage,
    LifeSituation,
    OfficePage,
    OpeningException,
    OpeningHours,
    RelatedService,
    ServiceDeadline,
    ServiceDocument,
    ServiceFee,
    ServiceLegalBasis,
    ServiceLeika,
    ServiceOffice,
    ServiceOnlineService,
    ServicePage,
    ServiceStep,
    TownHall,
)
from servicefinder.forms.online_services import key_of

from .load import Load

PARTS = {
    "documents": ServiceDocument,
    "fees": ServiceFee,
    "deadlines": ServiceDeadline,
    "steps": ServiceStep,
    "legal_bases": ServiceLegalBasis,
    "online_services": ServiceOnlineService,
}
# Keys of a service file that are not plain fields of the page.
NOT_FIELDS = {
    *PARTS,
    "department",
    "offices",
    "life_situations",
    "audience",
    "tags",
    "leika",
    "synonyms",
    "search_terms",
    "processing",
    "related",
}


def load_departments(load: Load) -> None:
    index = DepartmentIndexPage.objects.child_of(load.home).get()
    for entry in content_files.read("departments")["departments"]:
        parent: Page = load.departments[entry["below"]] if "below" in entry else index
        page = DepartmentPage(
            slug=entry["slug"],
            title=entry["title"],
            teaser=entry["teaser"],
            leader=entry["leader"],
            phone=entry["phone"],
            email=entry["email"],
            description=entry["body"],
        )
        load.departments[entry["slug"]] = load.add_page(parent, page)


def load_offices(load: Load) -> None:
    for entry in content_files.read("offices")["offices"]:
        names = ("slug", "title", "teaser", "postal_code", "city", "phone", "email")
        page = OfficePage(
            **{name: entry[name] for name in names},
            latitude=str(entry["latitude"]),
            longitude=str(entry["longitude"]),
            address=entry["street"],
            step_free="yes" if entry["step_free"] else "partly",
            accessibility=f"<p>{entry['accessibility']}</p>",
            public_transport=entry["public_transport"],
            hours_note=entry.get("hours_note", ""),
        )
        page.opening_hours.set(list(opening_hours(entry["hours"])))
        page.exceptions.set(list(yearly_exceptions(entry.get("exceptions", []), load.today)))
        load.offices[entry["slug"]] = load.add_page(load.departments[entry["department"]], page)
    for entry in content_files.read("departments")["departments"]:
        page = DepartmentPage.objects.get(pk=load.departments[entry["slug"]].pk)
        page.main_office = load.offices[entry["office"]].office
        load.departments[entry["slug"]] = load.publish(page)
    TownHall.objects.update_or_create(defaults={"office": load.offices["rathaus"].office})


def opening_hours(rows: Iterable[list[Any]]) -> Iterator[OpeningHours]:
    """Rows of `[1 = Monday, opens, closes]`."""
    for number, (weekday, opens, closes) in enumerate(rows):
        yield OpeningHours(
            sort_order=number,
            weekday=weekday - 1,
            opens=time.fromisoformat(opens),
            closes=time.fromisoformat(closes),
        )


def yearly_exceptions(entries: Iterable[dict[str, Any]], today: date) -> Iterator[OpeningException]:
    """Closures at the same days of this and the next year."""
    for year in (today.year, today.year + 1):
        for entry in entries:
            yield OpeningException(
                starts_on=date(year, entry["month"], entry["day"]),
                ends_on=date(year, entry["until_month"], entry["until_day"]),
                reason=entry["reason"],
            )


def load_life_situations(load: Load) -> None:
    for order, entry in enumerate(content_files.read("life_situations")["life_situations"]):
        situation = LifeSituation(
            **entry, picture=entry["slug"], order=order, locale=Locale.objects.get(language_code="de")
        )
        situation.save()
        load.mark(situation)
        load.life_situations[entry["slug"]] = situation


def load_contact_persons(load: Load) -> None:
    for entry in content_files.read("contact_persons")["contact_persons"]:
        office = load.offices.get(entry.get("office", ""))
        page = ContactPersonPage(
            slug=entry["slug"],
            title=entry["name"],
            function=entry["function"],
            phone=entry.get("phone", ""),
            email=entry.get("email", ""),
            room=entry.get("room", ""),
            office=office.office if office else None,
        )
        load.add_page(load.departments[entry["department"]], page)


def load_services(load: Load) -> None:
    entries = list(content_files.services())
    for entry in entries:
        page = service_page(entry, load)
        load.departments[entry["department"]].refresh_from_db()
        load.departments[entry["department"]].add_child(instance=page)
        load.services[entry["slug"]] = page
    for entry in entries:  # Only now every related service exists.
        page = load.services[entry["slug"]]
        related = [load.services[slug].service for slug in entry.get("related", []) if slug in load.services]
        page.related.set([RelatedService(sort_order=n, service=service) for n, service in enumerate(related)])
        load.publish(page)


def service_page(entry: dict[str, Any], load: Load) -> ServicePage:
    """An unsaved page with all its parts; `review_due` follows from the day of loading."""
    processing = entry.get("processing", {})
    page = ServicePage(
        **{name: value for name, value in entry.items() if name not in NOT_FIELDS},
        synonyms="\n".join(entry.get("synonyms", [])),
        search_terms="\n".join(entry.get("search_terms", [])),
        for_citizens="citizen" in entry["audience"],
        for_businesses="business" in entry["audience"],
        processing_min=processing.get("min"),
        processing_max=processing.get("max"),
        processing_unit=processing.get("unit", ""),
        processing_text=processing.get("text", ""),
        approved_on=load.day(-30),
        review_due=load.day(30 * entry.get("review_months", 12) - 30),
        live=False,
    )
    for relation, model in PARTS.items():
        rows = [with_key(row, load) for row in entry.get(relation, [])]
        getattr(page, relation).set([model(sort_order=n, **row) for n, row in enumerate(rows)])
    page.leika.set([ServiceLeika(sort_order=n, code=code) for n, code in enumerate(entry.get("leika", []))])
    offices = [load.offices[slug].office for slug in entry.get("offices", [])]
    page.offices.set([ServiceOffice(sort_order=n, office=office) for n, office in enumerate(offices)])
    page.life_situations = [load.life_situations[slug] for slug in entry.get("life_situations", [])]
    page.tags.set(entry.get("tags", []))
    return page


def with_key(row: dict[str, Any], load: Load) -> dict[str, Any]:
    """A row that names one of our forms by its slug gets the key that links to it."""
    if "form" not in row or row.get("kind") != "internal":
        return row
    form = load.forms[row["form"]].form
    return {**{name: value for name, value in row.items() if name != "form"}, "key": key_of(form.pk)}
