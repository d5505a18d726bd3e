"""Answers that nobody can tell apart from outside: equally long, and made with equal work.

The whole page of every answer is written down once a minute in each process; a question picks one and fills
in its day. Its text says who is meant to read it; size and time say nothing.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from ..domain.records import Found
from ..enums import DocumentState
from .answers import DAY, Key, all_answers, day_of, key_of

KEPT_SECONDS = 60
LONGEST_DAY_BYTES = 40
ANSWER, OFFER, PAIR, TICKET = "{{answer}}", "{{offer}}", "{{pair}}", "{{ticket}}"


@dataclass(frozen=True)
class Frame:
    """The page with `ANSWER` and `OFFER`, and the offer with `PAIR` and `TICKET`, to be filled in."""

    page: str
    offer: str


@dataclass(frozen=True)
class WrittenPages:
    written_at: float
    frame: Frame
    answers: dict[Key, str]
    longest_bytes: int


_written: dict[tuple[str, str], WrittenPages] = {}


def answer_page(
    found: Found | None, language: str, path: str, write: Callable[[], Frame], *, pair: str, ticket: str
) -> str:
    """HTML of the whole page below `path`; `write` makes what is around the answer."""
    pages = _pages(language, path, write)
    answer = pages.answers[key_of(found, pages.answers)].replace(DAY, day_of(found, language))
    offer = pages.frame.offer.replace(PAIR, pair).replace(TICKET, ticket)
    if found and found.state >= DocumentState.READY:  # Nothing to wait for; the page stays as long.
        offer = " " * len(offer.encode())
    padded = answer + " " * (pages.longest_bytes - len(answer.encode()))
    return pages.frame.page.replace(ANSWER, padded).replace(OFFER, offer)


def forget_pages() -> None:
    _written.clear()


def _pages(language: str, path: str, write: Callable[[], Frame]) -> WrittenPages:
    now = time.monotonic()
    known = _written.get((language, path))
    if known is None or now - known.written_at > KEPT_SECONDS:
        answers = all_answers(language)
        longest = max(len(text.encode()) for text in answers.values()) + LONGEST_DAY_BYTES
        known = _written[language, path] = WrittenPages(now, write(), answers, longest)
    return known
