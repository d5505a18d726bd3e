"""What the page of a service, the finder and the JSON twins read, in statements written by hand.

These are what everybody opens. Running such a statement takes 0.06 ms; having the ORM build it, seven
times as long.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import orjson
from django.db import connection
from django.db.models import DateTimeField, UUIDField

from home.release import release

from ..enums import AddressKind, LiveStatus
from ..models import flat_path
from .service_rows import ServiceRow

SERVICE = """
    SELECT other.language, other.slug, CASE WHEN other.id = asked.id THEN other.document END,
        CASE WHEN other.id = asked.id AND other.written_with = %s
            AND (other.changes_at IS NULL OR other.changes_at > %s) THEN other.written END
    FROM catalogue_publishedservice asked
    JOIN catalogue_publishedservice other ON other.service_id = asked.service_id
    WHERE asked.language = %s AND asked.slug = %s AND (asked.expires_at IS NULL OR asked.expires_at > %s)
"""
OFFICES = """
    SELECT document, CASE WHEN written_with = %s AND (changes_at IS NULL OR changes_at > %s) THEN written END
    FROM catalogue_publishedoffice
    WHERE language = %s AND (expires_at IS NULL OR expires_at > %s) AND office_id IN
"""
ROWS_BY_KEY = """
    SELECT id, title, slug, language, teaser, department_name, online, free_today,
        CASE WHEN live_status_until IS NULL OR live_status_until > %s THEN live_status ELSE 'normal' END,
        CASE WHEN written_with = %s AND (changes_at IS NULL OR changes_at > %s) THEN row ELSE '' END
    FROM catalogue_publishedservice
    WHERE (expires_at IS NULL OR expires_at > %s) AND id IN
"""
DOCUMENTS = {
    "service": """
        SELECT CAST(document AS text), digest FROM catalogue_publishedservice
        WHERE language = %s AND service_id = %s AND (expires_at IS NULL OR expires_at > %s)
    """,
    "office": """
        SELECT CAST(document AS text), digest FROM catalogue_publishedoffice
        WHERE language = %s AND office_id = %s AND (expires_at IS NULL OR expires_at > %s)
    """,
    "department": """
        SELECT CAST(document AS text), digest FROM catalogue_publisheddepartment
        WHERE language = %s AND department_id = %s AND (expires_at IS NULL OR expires_at > %s)
    """,
}
Kind = Literal["service", "office", "department"]


@dataclass(frozen=True)
class FoundService:
    """`slugs` by language: where it can be read. `written`: the sections, where they still hold."""

    document: dict[str, Any]
    slugs: dict[str, str]
    written: dict[str, str] | None


@dataclass(frozen=True)
class FoundOffice:
    """`written`: the parts of its card, where they still hold."""

    document: dict[str, Any]
    written: dict[str, str] | None = None


@dataclass(frozen=True)
class StoredDocument:
    """`text` is JSON; `digest` changes whenever it does."""

    text: str
    digest: str


def find_service(language: str, slug: str, now: datetime) -> FoundService | None:
    """The public service at an address; None where there is none."""
    moment = _moment(now)
    rows = _fetched(SERVICE, [release(), moment, language, slug, moment])
    asked = next((row for row in rows if row[2]), None)
    if asked is None:
        return None
    *_, document, written = asked
    return FoundService(
        orjson.loads(document),
        {code: name for code, name, *_ in rows},
        orjson.loads(written) if written else None,
    )


def find_offices(language: str, ids: Sequence[str], now: datetime) -> list[FoundOffice]:
    """The public ones among these offices, in the order of `ids`."""
    if not ids:
        return []
    keys, moment = [_key(key) for key in ids], _moment(now)
    rows = _fetched(f"{OFFICES} {_places(keys)}", [release(), moment, language, moment, *keys])
    offices = [FoundOffice(orjson.loads(text), orjson.loads(card) if card else None) for text, card in rows]
    found = {office.document["id"]: office for office in offices}
    return [found[key] for key in ids if key in found]


def rows_by_key(keys: Sequence[int], now: datetime) -> list[ServiceRow]:
    """Rows of a list in the order of `keys`; what is no longer public is missing.

    Neither language nor order is asked for: either would have SQLite walk through all rows of the language.
    """
    if not keys:
        return []
    moment = _moment(now)
    rows = _fetched(f"{ROWS_BY_KEY} {_places(keys)}", [moment, release(), moment, moment, *keys])
    found = {key: _row(*values) for key, *values in rows}
    return [found[key] for key in keys if key in found]


def stored_document(kind: Kind, language: str, key: UUID, now: datetime) -> StoredDocument | None:
    """The public document of an identity as it is stored."""
    rows = _fetched(DOCUMENTS[kind], [language, _key(key), _moment(now)])
    return StoredDocument(*rows[0]) if rows else None


def _row(
    title: str,
    slug: str,
    language: str,
    teaser: str,
    department: str,
    online: bool,
    free: bool,
    status: str,
    html: str,
) -> ServiceRow:
    url = flat_path(AddressKind.SERVICE, language, slug)
    return ServiceRow(title, url, teaser, department, LiveStatus(status), bool(online), bool(free), html)


def _places(values: Sequence[Any]) -> str:
    """`(%s, %s)`: a placeholder for each value."""
    return f"({', '.join(['%s'] * len(values))})"


def _fetched(statement: str, parameters: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def _moment(now: datetime) -> Any:
    return DateTimeField().get_db_prep_value(now, connection)


def _key(key: UUID | str) -> Any:
    return UUIDField().get_db_prep_value(key, connection)
