"""Two thousand documents of nobody, and a receipt to try: `servicefinder.passports.domain.trying`."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from servicefinder.passports.domain import trying
from servicefinder.passports.domain.digests import newest
from servicefinder.passports.domain.lines import Line, line_of, merged
from servicefinder.passports.domain.measuring import refresh_usual_times
from servicefinder.passports.domain.pepper_checks import remember_pepper
from servicefinder.passports.domain.records import write
from servicefinder.passports.domain.serial_numbers import ALPHABET
from servicefinder.passports.enums import DocumentKind, DocumentState
from servicefinder.passports.models import DocumentRecord, PassportSettings, PickupPlace

from .load import Load

DOCUMENTS, LINES_AT_ONCE = 2000, 500
# First four characters of the office's serial numbers, and days of production.
KINDS = {
    DocumentKind.IDENTITY_CARD: ("T220", 14),
    DocumentKind.PASSPORT: ("C01X", 32),
    DocumentKind.CHILD: ("C01X", 30),
    DocumentKind.RESIDENCE: ("Y8P2", 35),
}
SHARES = (55, 28, 10, 7)


@dataclass(frozen=True)
class DemoDocument:
    serial: str
    fact: str
    kind: DocumentKind
    place: str
    ordered_on: date
    ready_on: date | None
    handed_out_on: date | None


def demo_documents(today: date) -> Iterator[DemoDocument]:
    """The same ones every time but for their days."""
    chance = random.Random(2027)  # noqa: S311 - nobody's documents
    alphabet, used = sorted(ALPHABET), {trying.SERIAL}
    yield DemoDocument(
        trying.SERIAL,
        trying.BIRTHDAY,
        DocumentKind.IDENTITY_CARD,
        "mitte",
        today - timedelta(days=18),
        today - timedelta(days=4),
        None,
    )
    while len(used) < DOCUMENTS:
        kind = chance.choices(list(KINDS), SHARES)[0]
        prefix, usual = KINDS[kind]
        serial = prefix + "".join(chance.choices(alphabet, k=5))
        if serial in used:
            continue
        used.add(serial)
        age, made = chance.randint(1, usual + 40), round(chance.gauss(usual, 3))
        fetched = made + chance.randint(1, 25)
        ordered = today - timedelta(days=age)
        ready = ordered + timedelta(days=made) if age >= made else None
        handed = ordered + timedelta(days=fetched) if age >= fetched else None
        if handed and (today - handed).days > 14:
            handed = today - timedelta(days=chance.randint(0, 14))
        fact = date(1940, 1, 1) + timedelta(days=chance.randrange(80 * 365))
        place = chance.choice(("mitte", "mitte", "nord"))
        yield DemoDocument(serial, fact.isoformat(), kind, place, ordered, ready, handed)


def load_passports(load: Load) -> None:
    settings = PassportSettings.load()
    settings.department = load.departments["buergeramt"].department
    settings.phone = "06499 900-1205"
    settings.save()
    for order, code in enumerate(("mitte", "nord")):
        office = load.offices[f"buergeramt-{code}"].office
        load.mark(PickupPlace.objects.create(settings=settings, code=code, office=office, sort_order=order))
    remember_pepper(newest())
    lines = merged([line for each in demo_documents(load.today) for line in _lines(each)])
    for start in range(0, len(lines), LINES_AT_ONCE):
        write(lines[start : start + LINES_AT_ONCE])
    load.mark_all(list(DocumentRecord.objects.all()))
    refresh_usual_times()


def _lines(each: DemoDocument) -> Iterator[Line]:
    days = (
        (DocumentState.PRODUCTION, each.ordered_on),
        (DocumentState.READY, each.ready_on),
        (DocumentState.HANDED_OUT, each.handed_out_on),
    )
    for state, day in days:
        if day:
            yield line_of(
                each.serial,
                each.fact,
                kind=each.kind,
                state=state,
                place=each.place,
                day=day,
                ordered_on=each.ordered_on,
            )
