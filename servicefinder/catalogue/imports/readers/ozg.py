"""OZG catalogue as two CSV files: services by OZG id, and LeiKa entries that name one.

`ozg_id,name,lage,themenfeld` and `leika_id,name,typisierung,ozg_id,rechtsgrundlage`, in any order.
Records become drafts that departments complete.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError

from ...enums import SourceKind
from ...models.validators import validate_leika, validate_link
from ..cleaning import Unclean, plain
from ..records import ImportFiles, ImportRecord, Item, RefusedRecord, UnreadableFile

SERVICE_COLUMNS = {"ozg_id", "name", "lage", "themenfeld"}
LEIKA_COLUMNS = {"leika_id", "name", "typisierung", "ozg_id", "rechtsgrundlage"}
FIELD_LIMIT_CHARACTERS = 100_000
LEGAL_BASIS = re.compile(r"\s*(?P<text>[^\[\]]+?)\s*\[(?P<url>[^\]\s]+)\]\s*,?")
PARAGRAPH = re.compile(r"(?P<paragraph>(?:§§?|Art\.|Artikel)\s*[^A-ZÄÖÜ]*)(?P<title>[A-ZÄÖÜ].*)")


@dataclass
class LeikaGroup:
    """What the LeiKa entries of one OZG id say together."""

    codes: list[str] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    legal_bases: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)


def read(files: ImportFiles) -> Iterator[Item]:
    service_files, leika_files = _sorted_files(files.files)
    groups: dict[str, LeikaGroup] = defaultdict(LeikaGroup)
    for file in leika_files:
        yield from _read_leika(file, groups)
    seen: set[str] = set()
    for file in service_files:
        yield from _read_services(file, groups, seen)


def _sorted_files(files: tuple[Path, ...]) -> tuple[list[Path], list[Path]]:
    services, leika = [], []
    for file in files:
        columns = _columns(file)
        if columns >= SERVICE_COLUMNS:
            services.append(file)
        elif columns >= LEIKA_COLUMNS:
            leika.append(file)
        else:
            missing = min(SERVICE_COLUMNS - columns, LEIKA_COLUMNS - columns, key=len)
            raise UnreadableFile(f"{file.name}: Es fehlen die Spalten {', '.join(sorted(missing))}.")
    if not services:
        raise UnreadableFile(
            "Es fehlt die Datei mit den OZG-Leistungen (Spalten ozg_id, name, lage, themenfeld)."
        )
    return services, leika


def _columns(file: Path) -> set[str]:
    try:
        with file.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as stream:
            return {name.strip() for name in next(csv.reader([stream.readline(FIELD_LIMIT_CHARACTERS)]), [])}
    except (OSError, csv.Error) as error:
        raise UnreadableFile(f"{file}: {error}") from error


def _rows(file: Path) -> Iterator[tuple[str, dict[str, str]] | RefusedRecord]:
    csv.field_size_limit(FIELD_LIMIT_CHARACTERS)
    with file.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as stream:
        reader = csv.DictReader(stream, restkey="surplus", restval="")
        while True:
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield RefusedRecord(f"{file.name}, Zeile {reader.line_num}", f"nicht lesbar: {error}")
                continue
            place = f"{file.name}, Zeile {reader.line_num}"
            if "surplus" in row:
                yield RefusedRecord(place, "Die Zeile hat zu viele Spalten.", str(row.get("name", ""))[:200])
                continue
            yield place, row


def _read_leika(file: Path, groups: dict[str, LeikaGroup]) -> Iterator[Item]:
    for row in _rows(file):
        if isinstance(row, RefusedRecord):
            yield row
            continue
        place, values = row
        try:
            _add_leika(values, groups)
        except (Unclean, ValidationError) as error:
            message = "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)
            yield RefusedRecord(place, message, values["name"][:200])


def _add_leika(values: dict[str, str], groups: dict[str, LeikaGroup]) -> None:
    code = plain(values["leika_id"], "leika_id", 20)
    validate_leika(code)
    ozg_id = plain(values["ozg_id"], "ozg_id", 20)
    bases = _legal_bases(values["rechtsgrundlage"])
    if not ozg_id:
        return  # 16 entries of the real catalogue belong to no OZG service.
    group = groups[ozg_id]
    if code not in group.codes:
        group.codes.append(code)
    for kind in re.split(r",\s*", plain(values["typisierung"], "typisierung", 20)):
        if kind and kind not in group.types:
            group.types.append(kind)
    for basis in bases:
        group.legal_bases.setdefault((basis["title"], basis.get("paragraph", "")), basis)


def _legal_bases(text: str) -> list[dict[str, str]]:
    """Rows of `§ 35 Kreislaufwirtschaftsgesetz (KrWG) [http://…], …`; without a link, a title."""
    value = plain(text, "rechtsgrundlage", FIELD_LIMIT_CHARACTERS)
    found = [(match["text"], match["url"]) for match in LEGAL_BASIS.finditer(value)]
    rows = []
    for title, url in found or ([(value, "")] if value else []):
        rows.append(_legal_basis(title, url))
    return rows


def _legal_basis(text: str, url: str) -> dict[str, str]:
    match = PARAGRAPH.fullmatch(text)
    row = {"title": (match["title"] if match else text).strip()[:500]}
    if match and len(match["paragraph"].strip()) <= 255:
        row["paragraph"] = match["paragraph"].strip()
    try:
        validate_link(url)
    except ValidationError:
        return row  # A basis without its link is still a basis.
    return row | {"url": url}


def _read_services(file: Path, groups: dict[str, LeikaGroup], seen: set[str]) -> Iterator[Item]:
    for row in _rows(file):
        if isinstance(row, RefusedRecord):
            yield row
            continue
        place, values = row
        try:
            record = _service(values, groups)
            if record.external_id in seen:
                raise Unclean(f"Die Kennung {record.external_id} kommt mehrfach vor; der erste Eintrag gilt.")
        except Unclean as error:
            yield RefusedRecord(place, str(error), values.get("name", "")[:200])
            continue
        seen.add(record.external_id)
        yield record


def _service(values: dict[str, str], groups: dict[str, LeikaGroup]) -> ImportRecord:
    ozg_id = plain(values["ozg_id"], "ozg_id", 20)
    title = plain(values["name"], "name")
    if not ozg_id or not title:
        raise Unclean("Kennung oder Name ist leer.")
    group = groups.get(ozg_id, LeikaGroup())
    tags = [plain(values[name], name, 100) for name in ("themenfeld", "lage")]
    fields: dict[str, Any] = {
        "title": title,
        "official_name": title,
        "ozg": ozg_id,
        "typisierung": ", ".join(sorted(group.types))[:20],
        "leika": group.codes,
        "legal_bases": list(group.legal_bases.values()),
        "tags": [tag for tag in tags if tag],
    }
    return ImportRecord(
        SourceKind.SERVICE, ozg_id, fields, notes=() if group.codes else ("ohne LeiKa-Schlüssel",)
    )
