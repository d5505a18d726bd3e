"""What a room hands over so that it can be found: one document per record and language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime
from enum import StrEnum


class About(StrEnum):
    """What a document is about, and so which words of the vocabulary it may get by its names."""

    SERVICE = "service"  # LeiKa objects.
    LIFE_EVENT = "life_event"
    PLACE = "place"  # What a city's site has besides: topics.
    NEWS = "news"  # None: it tells of something.


@dataclass(frozen=True, kw_only=True)
class SearchDocument:
    """One public thing in one language. All text is plain: HTML is taken out by whoever makes the document.

    `alternatives` are searched but not shown: synonyms, the official name, hidden terms. `facets`
    maps a facet's name (no `=` in it) to its values; type and department are facets by themselves.
    `pages` holds text by the number of its page, of a file that opens at `#page=`: a result leads there.
    `action` says in a few words what can be done there at once ("Online beantragen").
    `demand` runs from 0 (hardly ever wanted) to 5. At `changes_at` the record is looked at again;
    from `expires_at` on the document is not shown, even before that happened.
    """

    type: str
    id: str
    language: str
    title: str
    url: str
    alternatives: tuple[str, ...] = ()
    teaser: str = ""
    body: str = ""
    pages: tuple[tuple[int, str], ...] = ()
    about: About = About.NEWS
    leika: tuple[str, ...] = ()
    department: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    status: str = "normal"
    action: str = ""
    demand: int = 0
    date: Date | None = None
    changes_at: datetime | None = None
    expires_at: datetime | None = None
