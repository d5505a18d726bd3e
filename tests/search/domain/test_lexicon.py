"""The words of the index, kept for a while."""

import threading

import pytest

from search.domain import lexicon as lexicon_module
from search.domain.lexicon import lexicon_of
from search.engines.base import EngineUnavailable


class Counting:
    """An engine that only knows words, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.down = False

    def vocabulary(self, language: str) -> dict[str, int]:
        self.asked += 1
        if self.down:
            raise EngineUnavailable("down")
        return {"ausweis": self.asked, "ausweise": 1, "hund": 3}


@pytest.fixture
def background(monkeypatch: pytest.MonkeyPatch) -> list[threading.Thread]:
    started: list[threading.Thread] = []

    def start(read) -> None:
        started.append(threading.Thread(target=read))
        started[-1].start()

    monkeypatch.setattr(lexicon_module, "_in_background", start)
    return started


def test_words_are_read_once_and_counted_by_stem() -> None:
    engine = Counting()

    assert lexicon_of(engine, "de").stems["ausweis"] == 2
    assert lexicon_of(engine, "de") is lexicon_of(engine, "de")
    assert engine.asked == 1


def test_old_words_answer_while_new_ones_are_read_once(
    monkeypatch: pytest.MonkeyPatch, background: list[threading.Thread]
) -> None:
    engine = Counting()
    old = lexicon_of(engine, "de")
    monkeypatch.setattr(lexicon_module, "FRESH_SECONDS", -1)

    assert lexicon_of(engine, "de") is old
    background[0].join()

    assert engine.asked == 2
    assert lexicon_of(engine, "de").words["ausweis"] == 2


def test_an_engine_that_is_down_leaves_the_old_words(
    monkeypatch: pytest.MonkeyPatch, background: list[threading.Thread]
) -> None:
    engine = Counting()
    old = lexicon_of(engine, "de")
    engine.down = True
    monkeypatch.setattr(lexicon_module, "FRESH_SECONDS", -1)

    lexicon_of(engine, "de")
    background[0].join()

    assert lexicon_of(engine, "de") is old


def test_beginnings_of_words() -> None:
    assert lexicon_of(Counting(), "de").beginnings(3) == {"aus": 2, "hun": 3}
