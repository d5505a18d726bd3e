"""What the pages of one address say; one instance per language."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..enums import AreaKind


@dataclass(frozen=True)
class Texts:
    lang: str
    home: str
    title: str
    lead: str
    field: str
    hint: str
    find: str
    several: str
    none: str
    no_number: str
    none_help: str
    gone: str
    at: str
    other_address: str
    keep: str
    nothing: str
    day_care: str
    nearby: str
    away: str
    district: str
    notices: str
    your_house: str
    map: str
    suggestions: str
    suggestion_none: str
    suggestion_one: str
    suggestion_many: str
    areas: Mapping[AreaKind, str]

    @property
    def is_foreign(self) -> bool:
        """What editors wrote in German stands between words of another language."""
        return self.lang != "de"
