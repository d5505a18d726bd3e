"""Areas of offices, schools and polling places, and a notice for one district."""

from typing import Any

from democity.content_files import read
from home.models import FacilityPage
from servicefinder.addresses.models import Area, AreaRange, District, DistrictNotice, Street

from .load import Load


def load_areas(load: Load) -> None:
    content = read("areas")
    districts = {district.name: district for district in District.objects.all()}
    for entry in content["areas"]:
        area = _area(load, entry)
        area.districts.set(districts[name] for name in entry["districts"])
        area.save()
        load.mark(area)
        AreaRange.objects.bulk_create(_range(area, each) for each in entry.get("ranges", []))
    for entry in content["notices"]:
        notice = DistrictNotice.objects.create(
            title=entry["title"],
            text=entry["text"],
            starts_on=load.day(entry["from_days"]),
            ends_on=load.day(entry["until_days"]),
        )
        notice.districts.set(districts[name] for name in entry["districts"])
        load.mark(notice)


def _area(load: Load, entry: dict[str, Any]) -> Area:
    facility = FacilityPage.objects.filter(slug=entry.get("facility"), locale=load.home.locale).first()
    return Area.objects.create(
        kind=entry["kind"],
        name=entry["name"],
        place=entry.get("place", ""),
        office=load.offices[entry["office"]].office if "office" in entry else None,
        page=facility.page_ptr if facility else None,
    )


def _range(area: Area, entry: dict[str, Any]) -> AreaRange:
    return AreaRange(
        area=area,
        street=Street.objects.get(name=entry["street"]),
        parity=entry.get("parity", "all"),
        last_number=entry.get("last"),
    )
