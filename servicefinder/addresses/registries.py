"""What each room knows about one address: the registry that `/meine-adresse/` is made of.

A room registers in its `AppConfig.ready()`:

    address_answers.register(NextCollections())
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from home.maps import MapPlace
from outbox.registries import Registry

from .domain.areas import AreaRow
from .domain.houses import KnownHouse
from .enums import AreaKind


@dataclass(frozen=True)
class AskedAddress:
    """The house with its areas, the language of the page, and the day on which it is asked."""

    house: KnownHouse
    areas: Mapping[AreaKind, AreaRow]
    language: str
    today: date


@dataclass(frozen=True)
class AnswerLine:
    """One line; `url` makes it a link, `note` stands quietly below."""

    text: str
    url: str = ""
    note: str = ""


@dataclass(frozen=True)
class Answer:
    """A part of the page: title, content, where it leads to, and the places that the map shows."""

    title: str
    lines: Sequence[AnswerLine]
    url: str = ""
    link: str = ""
    places: Sequence[MapPlace] = ()


class AddressAnswers(Protocol):
    """`rank` orders the parts of the page, the smallest first."""

    @property
    def name(self) -> str: ...
    @property
    def rank(self) -> int: ...

    def answer(self, asked: AskedAddress) -> Answer | None:
        """None where nothing is known about the address. A few bounded queries at most."""
        ...


address_answers: Registry[AddressAnswers] = Registry()
