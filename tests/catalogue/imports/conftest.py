"""Files in the formats that can be imported, small enough to read."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

OFFICE = {
    "id": "7",
    "name": "Bürgerbüro (KVR)",
    "displayName": "Bürgerbüro",
    "organization": "Stadt",
    "organizationUnit": "Kreisverwaltung",
    "meta": {"url": "https://example.org/locations/{locationId}"},
    "address": {"street": "Ringstraße", "house_number": "5", "postal_code": "35990", "city": "Auenstadt"},
    "geo": {"lat": "50.58412345678", "lon": "8.678"},
    "contact": {"phone": "06499 900-1200", "email": "buero@example.org"},
}
SERVICE = {
    "id": "100",
    "name": "Reisepass",
    "description": "<p>Sie brauchen einen Pass. <strong>Kommen</strong> Sie vorbei.</p>",
    "meta": {"keywords": "Pass, ePass", "url": "https://example.org/services/{serviceId}"},
    "leika": "99085001012000",
    "fees": "<p>70 Euro</p>",
    "locations": [{"location": "7"}],
    "appointment": {"link": "https://example.org/termin/{serviceId}"},
    "forms": [{"name": "Vollmacht", "link": "https://example.org/vollmacht.pdf"}],
    "links": [{"name": "Vollmacht", "link": "https://example.org/vollmacht.pdf"}],
    "public": False,
}
OZG_HEADER = ["ozg_id", "name", "lage", "themenfeld"]
LEIKA_HEADER = ["leika_id", "name", "typisierung", "ozg_id", "rechtsgrundlage"]


@pytest.fixture
def dldb_file(tmp_path: Path) -> Callable[..., Path]:
    def write(*items: Any, name: str = "services.json") -> Path:
        file = tmp_path / name
        file.write_text(json.dumps({"data": list(items)}), encoding="utf-8")
        return file

    return write


@pytest.fixture
def csv_file(tmp_path: Path) -> Callable[..., Path]:
    def write(header: list[str], *rows: list[str], name: str = "ozg.csv") -> Path:
        file = tmp_path / name
        with file.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([header, *rows])
        return file

    return write
