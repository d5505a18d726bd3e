"""What a case holds, as whoever opens one hands it over and as it is sealed.

Sealed data is JSON: `{"person": {…}, "sections": [{"heading", "rows": [{"label", "value"}]}],
"answers": {…}, "price": [{"label", "cents"}]}`. `sections` are what people read, for ever as it was
asked; `answers` are what a program reads, by the names of the form's fields.
"""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from ..enums import Origin


@dataclass(frozen=True)
class Person:
    """Who applies. Everything is optional: some matters may be reported without a name."""

    family_name: str = ""
    given_names: str = ""
    email: str = ""
    phone: str = ""
    birth_date: str = ""  # ISO 8601.

    @property
    def list_name(self) -> str:
        return ", ".join(part for part in (self.family_name, self.given_names) if part)


@dataclass(frozen=True)
class Row:
    label: str
    value: str


@dataclass(frozen=True)
class Section:
    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Price:
    label: str
    cents: int


@dataclass(frozen=True)
class IncomingFile:
    """`media_type` is what the content shows, `name` what the sender called it."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class Contents:
    person: Person = field(default_factory=Person)
    sections: tuple[Section, ...] = ()
    answers: dict[str, Any] = field(default_factory=dict)
    price: tuple[Price, ...] = ()
    receipt_text: str = ""

    @property
    def total_cents(self) -> int:
        return sum(each.cents for each in self.price)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Contents":
        return cls(
            person=Person(**value["person"]),
            sections=tuple(
                Section(each["heading"], tuple(Row(**row) for row in each["rows"]))
                for each in value["sections"]
            ),
            answers=value["answers"],
            price=tuple(Price(**each) for each in value["price"]),
            receipt_text=value.get("receipt_text", ""),
        )


@dataclass(frozen=True)
class NewCase:
    """`submission_key` makes it one case however often it is sent; `mail_text` goes to the person, if there
    is an address (`{reference}`, `{link}` and `{due}` are filled in). `deliver_to` names delivery targets.
    """

    case_type: str
    submission_key: str
    contents: Contents
    files: tuple[IncomingFile, ...] = ()
    service_id: UUID | None = None
    origin: Origin = Origin.ONLINE
    arrived_on: date | None = None
    payment_way: str = ""
    language: str = "de"
    form: str = ""
    form_version: int | None = None
    mail_subject: str = ""
    mail_text: str = ""
    deliver_to: tuple[tuple[str, dict[str, Any]], ...] = ()
    is_demo: bool = False
