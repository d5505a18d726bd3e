"""Streets and houses for tests."""

from servicefinder.addresses.models import Address, District, Street


def district(name: str = "Mitte") -> District:
    return District.objects.get_or_create(slug=name.lower(), defaults={"name": name})[0]


def street(name: str = "Ostanlage") -> Street:
    return Street.objects.filter(name=name).first() or Street.objects.create(name=name)


def houses(name: str, *numbers: str, part: str = "Mitte", **values) -> list[Address]:  # type: ignore[no-untyped-def]
    """Houses such as "5" and "5a"."""
    lies = {"postal_code": "35990", "district": district(part), **values}
    made = []
    for each in numbers:
        digits = each.rstrip("abcdefghijklmnopqrstuvwxyz")
        suffix = each[len(digits) :]
        made.append(Address.objects.create(street=street(name), number=int(digits), suffix=suffix, **lies))
    return made
