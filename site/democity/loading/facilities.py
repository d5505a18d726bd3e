from datetime import time

from django.utils.html import strip_tags

from democity import content_files
from home.enums import FacilityKind
from home.models import FacilityHours, FacilityIndexPage, FacilityPage

from .blocks import text_body
from .load import Load

KINDS = {"museum": FacilityKind.CULTURE, "market": FacilityKind.OTHER}


def load_facilities(load: Load) -> None:
    index = FacilityIndexPage.objects.child_of(load.home).get()
    for entry in content_files.read("facilities")["facilities"]:
        page = FacilityPage(
            slug=entry["slug"],
            title=entry["title"],
            teaser=entry["teaser"],
            kind=KINDS.get(entry["kind"], entry["kind"]),
            address=entry["street"],
            postal_code=entry["postal_code"],
            town=entry["city"],
            latitude=str(entry["latitude"]),
            longitude=str(entry["longitude"]),
            telephone=entry.get("phone", ""),
            email=entry.get("email", ""),
            hours_note=entry.get("hours", ""),
            price=entry.get("price", ""),
            step_free=entry.get("step_free", ""),
            access_note=plain(entry.get("accessibility", ""), entry.get("public_transport", "")),
            picture=load.pictures.get(entry.get("picture", "")),
            body=text_body(entry.get("body", ""), load),
        )
        page.hours.set(
            [
                FacilityHours(
                    sort_order=number,
                    weekday=weekday - 1,
                    opens=time.fromisoformat(opens),
                    closes=time.fromisoformat(closes),
                )
                for number, (weekday, opens, closes) in enumerate(entry.get("hours_rows", []))
            ]
        )
        load.add_page(index, page)


def plain(*parts: str) -> str:
    """Texts of the files without their markup, one per line."""
    return "\n".join(strip_tags(part.replace("</p><p>", " ")).strip() for part in parts if part)
