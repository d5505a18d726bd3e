"""The address of a household's calendar: signed, so that nothing has to be stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer

SALT = "waste.calendar"
# Hours before the day begins: 18:00 and 20:00 of the evening before, 6:00 of the day itself.
ALARMS = {"abend": 6, "spaet": 4, "morgen": -6}


class UnknownCalendar(Exception):
    """The address was not made here, or was cut short."""


@dataclass(frozen=True)
class HouseholdChoice:
    """What a household wants in its calendar; no `fractions` means all, also those that come later."""

    address_id: UUID
    fractions: tuple[int, ...] = ()
    alarm: str = ""

    @classmethod
    def of(cls, address_id: UUID, fractions: Iterable[int] = (), alarm: str = "") -> "HouseholdChoice":
        return cls(address_id, tuple(sorted(set(fractions))), alarm if alarm in ALARMS else "")

    def query(self) -> str:
        """The choice in the query of an address of the page; empty where nothing is chosen."""
        alarm = [("alarm", self.alarm)] if self.alarm else []
        return urlencode([*(("art", each) for each in self.fractions), *alarm])


def token_for(choice: HouseholdChoice) -> str:
    """The same choice has the same token, always; nobody else can make one."""
    chosen = "-".join(map(str, choice.fractions))
    return "K1" + _signer().sign(f"{choice.address_id.hex}.{choice.alarm}.{chosen}")


def choice_of(token: str) -> HouseholdChoice:
    """Raises UnknownCalendar."""
    try:
        address, alarm, chosen = _signer().unsign(token.removeprefix("K1")).split(".")
        return HouseholdChoice.of(UUID(address), map(int, filter(None, chosen.split("-"))), alarm)
    except (BadSignature, ValueError) as error:
        raise UnknownCalendar from error


def _signer() -> Signer:
    return _signer_with(settings.SECRET_KEY, tuple(settings.SECRET_KEY_FALLBACKS))


@lru_cache(maxsize=4)
def _signer_with(key: str, fallback_keys: tuple[str, ...]) -> Signer:
    return Signer(key=key, fallback_keys=[*fallback_keys], salt=SALT, sep="~")
