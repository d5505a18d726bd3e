"""The parts of the page of one address, and the places on its map."""

from collections.abc import Sequence
from datetime import date

import structlog

from home.maps import MapPlace, map_place

from ..domain.areas import areas_of
from ..domain.houses import KnownHouse
from ..registries import Answer, AskedAddress, address_answers
from ..wording import Texts

log = structlog.get_logger(__name__)


def answers_for(house: KnownHouse, language: str, today: date) -> list[Answer]:
    """What rooms know, in the order of their ranks. One that fails is noted, the others are shown."""
    asked = AskedAddress(house, areas_of(house), language, today)
    found = []
    for room in sorted(address_answers, key=lambda each: each.rank):
        try:
            answer = room.answer(asked)
        except Exception as error:
            log.exception("addresses.answer_failed", room=room.name, error=type(error).__name__)
            continue
        if answer is not None:
            found.append(answer)
    return found


def places_of(house: KnownHouse, answers: Sequence[Answer], texts: Texts) -> list[MapPlace]:
    """The house first, then each place once."""
    own = map_place(texts.your_house, house.latitude, house.longitude)
    others = (place for answer in answers for place in answer.places)
    return list({(place.name, place.url): place for place in (*own, *others)}.values()) if own else []
