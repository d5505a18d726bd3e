"""DLDB: the JSON exchange format of the Berlin and Munich service databases.

Field `public` concerns the booking of appointments and is ignored. No service names a department: it is
that of most of its locations.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError

from ...enums import FeeKind, OnlineServiceKind, OnlineStatus, SourceKind
from ...models.validators import validate_leika, validate_link, validate_phone, validate_postal_code
from ..cleaning import Unclean, checked, first_sentences, plain, plain_text, rich
from ..records import ImportFiles, ImportRecord, Item, RefusedRecord, UnreadableFile
from .json_stream import objects

TEASER_LENGTH = 200
SUMMARY_LENGTH = 300
FREE = re.compile(r"(?:kostenlos|kostenfrei|gebührenfrei|keine)\.?", re.IGNORECASE)


def read(files: ImportFiles) -> Iterator[Item]:
    """Offices first, so that services can name them; then the services."""
    if len(files.files) != 1:
        raise UnreadableFile("Für DLDB bitte genau eine Datei mit Dienstleistungen angeben.")
    departments: dict[str, str] = {}
    seen: set[tuple[SourceKind, str]] = set()
    if files.locations:
        yield from _records(files.locations, SourceKind.OFFICE, seen, lambda item: _office(item, departments))
    yield from _records(files.files[0], SourceKind.SERVICE, seen, lambda item: _service(item, departments))


def _records(
    file: Path,
    kind: SourceKind,
    seen: set[tuple[SourceKind, str]],
    convert: Callable[[dict[str, Any]], ImportRecord],
) -> Iterator[Item]:
    for number, item in enumerate(objects(file, "data.item"), start=1):
        if isinstance(item, RefusedRecord):
            yield item
            continue
        place = f"{file.name}, Eintrag {number}"
        try:
            record = convert(item)
            if (kind, record.external_id) in seen:
                raise Unclean(f"Die Kennung {record.external_id} kommt mehrfach vor; der erste Eintrag gilt.")
        except (Unclean, ValidationError, KeyError, TypeError, AttributeError, ValueError) as error:
            yield RefusedRecord(place, reason(error), str(item.get("name", ""))[:200])
            continue
        seen.add((kind, record.external_id))
        yield record


def reason(error: Exception) -> str:
    """What is wrong with a record, in one line."""
    if isinstance(error, KeyError):
        return f"Das Feld {error} fehlt."
    if isinstance(error, ValidationError):
        return "; ".join(error.messages)
    return str(error)


def _identity(item: dict[str, Any]) -> tuple[str, str]:
    external_id = plain(str(item["id"]) if isinstance(item["id"], int) else item["id"], "id", 200)
    title = plain(item["name"], "name")
    if not external_id or not title:
        raise Unclean("Kennung oder Name ist leer.")
    return external_id, title


def _office(item: dict[str, Any], departments: dict[str, str]) -> ImportRecord:
    external_id, title = _identity(item)
    address, contact, geo = item.get("address") or {}, item.get("contact") or {}, item.get("geo") or {}
    department = plain(item.get("organizationUnit") or item.get("organization"), "organizationUnit")
    departments[external_id] = department
    notes: list[str] = []
    street = f"{plain(address.get('street'), 'street')} {plain(address.get('house_number'), 'house_number')}"
    fields = {
        "title": plain(item.get("displayName"), "displayName") or title,
        "address": plain(street, "street", 120),
        "postal_code": _valid(address.get("postal_code"), validate_postal_code, "Postleitzahl", notes),
        "city": plain(address.get("city"), "city", 80),
        "latitude": _degrees(geo.get("lat"), 90, notes),
        "longitude": _degrees(geo.get("lon"), 180, notes),
        "phone": _valid(contact.get("phone"), validate_phone, "Telefon", notes),
        "email": plain(contact.get("email"), "email", 254),
    }
    return ImportRecord(
        SourceKind.OFFICE,
        external_id,
        fields,
        department,
        _url(item, "locationId", external_id),
        tuple(notes),
    )


def _service(item: dict[str, Any], departments: dict[str, str]) -> ImportRecord:
    external_id, title = _identity(item)
    notes: list[str] = []
    body = rich(item.get("description"), "description")
    offices = [plain(str(place["location"]), "location") for place in item.get("locations") or []]
    fees_note, fees = _fees(item.get("fees"))
    fields = {
        "title": title,
        "official_name": title,
        "synonyms": "\n".join(_words((item.get("meta") or {}).get("keywords"))),
        "teaser": first_sentences(body, TEASER_LENGTH),
        "summary": first_sentences(body, SUMMARY_LENGTH),
        "body": body,
        "fees_note": fees_note,
        "fees": fees,
        "leika": _leika(item.get("leika"), notes),
        "online_services": _online_services(item, external_id, notes),
        "offices": offices,
    }
    return ImportRecord(
        SourceKind.SERVICE,
        external_id,
        fields,
        _department(offices, departments),
        _url(item, "serviceId", external_id),
        tuple(notes),
    )


def _department(offices: list[str], departments: dict[str, str]) -> str:
    named = Counter(name for office in offices if (name := departments.get(office)))
    return named.most_common(1)[0][0] if named else ""


def _words(keywords: Any) -> list[str]:
    words = (word.strip() for word in plain(keywords, "keywords", 5000).split(","))
    return list(dict.fromkeys(word for word in words if word))


def _fees(markup: Any) -> tuple[str, list[dict[str, Any]]]:
    """Amounts stay in the source's words: guessing numbers out of prose would invent fees."""
    note = rich(markup, "fees")
    if FREE.fullmatch(plain_text(note)):
        return "", [{"label": "Gebühr", "kind": FeeKind.FREE.value}]
    return note, []


def _leika(codes: Any, notes: list[str]) -> list[str]:
    kept = []
    for code in dict.fromkeys(re.split(r"[,;\s]+", checked(codes, "leika"))):
        if code and _valid(code, validate_leika, "LeiKa-Schlüssel", notes):
            kept.append(code)
    return kept


def _online_services(item: dict[str, Any], external_id: str, notes: list[str]) -> list[dict[str, Any]]:
    """The appointment first: it is what a citizen does next. Then forms, each address once."""
    rows: dict[str, dict[str, Any]] = {}
    appointment = _link((item.get("appointment") or {}).get("link"), external_id, notes)
    if appointment:
        rows[appointment] = {
            "label": "Termin vereinbaren",
            "kind": OnlineServiceKind.EXTERNAL.value,
            "url": appointment,
        }
    for form in [*(item.get("forms") or []), *(item.get("links") or [])]:
        url = _link(form.get("link"), external_id, notes)
        if url and url not in rows:
            rows[url] = {
                "label": plain(form.get("name"), "forms") or "Formular",
                "kind": OnlineServiceKind.PAPER.value,
                "url": url,
                "status": OnlineStatus.PAPER.value,
            }
    return list(rows.values())


def _url(item: dict[str, Any], name: str, external_id: str) -> str:
    url = checked((item.get("meta") or {}).get("url"), "url", 500)
    return url.replace(f"{{{name}}}", external_id)


def _link(url: Any, external_id: str, notes: list[str]) -> str:
    address = checked(url, "link").strip().replace("{serviceId}", external_id).replace(" ", "%20")
    if len(address) > 500:
        notes.append("Eine Adresse ist länger als 500 Zeichen und wurde weggelassen.")
        return ""
    return _valid(address, validate_link, "Adresse", notes)


def _valid(value: Any, validate: Callable[[Any], None], name: str, notes: list[str]) -> str:
    """The value, or nothing and a note when it is not valid."""
    text = plain(value, name, 500) if value else ""
    try:
        if text:
            validate(text)
    except ValidationError:
        notes.append(f"{name} „{text[:60]}“ ist ungültig und wurde weggelassen.")
        return ""
    return text


def _degrees(value: Any, limit: int, notes: list[str]) -> str | None:
    """Degrees with six places, about ten centimetres."""
    if value in (None, ""):
        return None
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = float("nan")
    if not -limit <= number <= limit:
        notes.append(f"Koordinate „{str(value)[:30]}“ ist ungültig und wurde weggelassen.")
        return None
    return f"{number:.6f}"
