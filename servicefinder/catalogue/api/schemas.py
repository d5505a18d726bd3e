"""What the answers look like, for the OpenAPI description. Documents are those of `domain.documents`.

Addresses that begin with a slash are relative to the address of the answer.
"""

from datetime import date, datetime, time
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field

Html = str


class Strict(Schema):
    """A document has exactly the fields that are described."""

    model_config = ConfigDict(extra="forbid")


class Reference(Strict):
    """A department; `url` is empty where it has no public page."""

    id: UUID
    name: str
    url: str


class DepartmentReference(Reference):
    """`path`: the department and all above it, topmost first."""

    path: list[Reference]


class Link(Strict):
    id: UUID
    title: str
    url: str


class SituationLink(Link):
    slug: str


class Contact(Strict):
    id: UUID
    name: str
    function: str
    phone: str
    email: str
    room: str
    office: UUID | None


class Template(Strict):
    """A file to fill in; `size` in bytes."""

    title: str
    url: str
    type: str
    size: int | None


class NeededDocument(Strict):
    name: str
    form: str = Field(description="original, copy, original_or_copy, certified_copy, digital, form, or empty")
    needed_when: str
    note: str
    template_url: str
    template: Template | None


class Fee(Strict):
    """Amounts in cents; both days are inclusive. Which fees hold today follows from them."""

    label: str
    kind: Literal["amount", "range", "free", "surcharge", "text"]
    cents: int | None
    max_cents: int | None
    per: str
    condition: str
    legal_source: str
    valid_from: date | None
    valid_until: date | None


class Deadline(Strict):
    label: str
    length: int | None
    unit: str
    text: str
    date: date | None


class Processing(Strict):
    min: int | None
    max: int | None
    unit: str
    text: str


class Step(Strict):
    title: str
    text: Html


class LegalBasis(Strict):
    title: str
    paragraph: str
    url: str


class OnlineService(Strict):
    label: str
    kind: Literal["internal", "external", "planned", "paper"]
    key: str
    url: str
    trust_level: Literal["none", "basic", "substantial", "high"]
    status: Literal["online", "announced", "paper"]
    text: str


class LiveStatus(Strict):
    """Holds until `until`, if that is given; afterwards the service is normal again."""

    status: Literal["normal", "restricted", "closed"]
    reason: str
    until: datetime | None


class Service(Strict):
    """A service (Leistung) in one language: all that its page says."""

    id: UUID
    language: str
    title: str
    slug: str
    url: str
    official_name: str
    synonyms: list[str]
    teaser: str
    summary: str
    body: Html
    for_whom: Html
    requirements: Html
    documents_note: Html
    fees_note: Html
    deadlines_note: Html
    processing_note: Html
    procedure_note: Html
    hints: Html
    further_information: Html
    legal_remedy: Html
    audience: list[Literal["citizen", "business"]]
    tags: list[str]
    leika: list[str]
    ozg: str
    typisierung: str
    sdg: str
    documents: list[NeededDocument]
    fees: list[Fee]
    deadlines: list[Deadline]
    processing: Processing | None
    steps: list[Step]
    legal_bases: list[LegalBasis]
    online_services: list[OnlineService]
    department: DepartmentReference | None
    offices: list[UUID]
    contacts: list[Contact]
    related: list[Link]
    life_situations: list[SituationLink]
    approved_by: str
    approved_on: date | None
    live_status: LiveStatus


class ServiceSummary(Strict):
    """A service as an entry of a list; `href` leads to all of it."""

    id: UUID
    href: str
    language: str
    title: str
    url: str
    teaser: str
    official_name: str
    leika: list[str]
    ozg: str
    department: Reference | None
    audience: list[str]
    life_situations: list[str]
    online: bool
    free: bool
    status: str


class OpeningHours(Strict):
    """`weekday`: 0 is Monday. `closes` up to `opens` means the next day."""

    weekday: int = Field(ge=0, le=6)
    opens: time
    closes: time
    by_appointment_only: bool
    note: str


class OpeningException(Strict):
    """Days, both inclusive, that are closed or have other hours."""

    starts_on: date
    ends_on: date
    closed: bool
    opens: time | None
    closes: time | None
    reason: str


class Office(Strict):
    """A place to go to. On public holidays in Hesse it is closed unless `open_on_holidays`."""

    id: UUID
    language: str
    title: str
    slug: str
    url: str
    teaser: str
    description: Html
    address: str
    postal_code: str
    city: str
    latitude: float | None
    longitude: float | None
    step_free: str
    accessibility: Html
    public_transport: str
    phone: str
    email: str
    by_appointment_only: bool
    open_on_holidays: bool
    hours_note: str
    opening_hours: list[OpeningHours]
    exceptions: list[OpeningException]
    department: DepartmentReference | None


class Department(Strict):
    """An Amt; `path` are those above it. Without an address of its own it is at its `main_office`."""

    id: UUID
    language: str
    title: str
    slug: str
    url: str
    teaser: str
    description: Html
    leader: str
    hours: str
    phone: str
    email: str
    address: str
    postal_code: str
    city: str
    main_office: UUID | None
    path: list[Reference]
    contacts: list[Contact]


class LifeSituation(Strict):
    """A Lebenslage; its services are at `services`."""

    id: UUID
    language: str
    title: str
    slug: str
    url: str
    teaser: str
    body: Html
    services: str


class Page(Strict):
    """`total` counts all results, whatever the page."""

    total: int
    page: int
    size: int


class Services(Page):
    results: list[ServiceSummary]


class Offices(Page):
    results: list[Office]


class Departments(Page):
    results: list[Department]


class LifeSituations(Page):
    results: list[LifeSituation]


class Hit(Strict):
    """`snippet` is HTML in which only `<mark>` stands."""

    type: str
    id: str
    title: str
    url: str
    snippet: Html
    leika: list[str]
    department: str
    status: str
    score: float


class SearchAnswer(Page):
    """`corrected` is what was really asked, where the query had a typing error. `limited` is there, and true,
    only while the index does not answer: then names are searched, no texts.
    """

    query: str
    corrected: str | None
    results: list[Hit]
    limited: bool = False


class Problem(Schema):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: list[dict[str, Any]] = []
