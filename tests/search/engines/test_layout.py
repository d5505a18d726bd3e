"""An index is named after what it depends on, so that it is rebuilt when that changes."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.engines import layout as layouts
from search.engines.layout import digest_of, is_current, layout, new_index_name
from search.vocabulary.files import FOLDER


@pytest.fixture
def words(tmp_path: Path) -> list[Path]:
    files = [tmp_path / "one.tsv", tmp_path / "two.tsv"]
    for file in files:
        file.write_text(f"99085001\tname\t{file.stem}\n", encoding="utf-8")
    return files


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """Each test computes the name anew, and leaves none behind."""
    layout.cache_clear()
    yield
    layout.cache_clear()


def test_todays_index_is_current() -> None:
    assert is_current(new_index_name())


def test_changed_word_asks_for_another_index(words: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layouts, "VOCABULARY", words[0].parent)
    before = new_index_name()

    words[1].write_text("99085001\tname\tthree\n", encoding="utf-8")
    layout.cache_clear()

    assert not is_current(before)


def test_same_words_in_another_folder_are_the_same(words: list[Path], tmp_path: Path) -> None:
    folder = tmp_path / "moved" / tmp_path.name
    folder.mkdir(parents=True)
    moved = [file.rename(folder / file.name) for file in words]
    digest = digest_of(moved)

    assert digest == digest_of(list(reversed(moved)))
    assert digest != digest_of(moved[:1])


def test_all_words_are_read_quickly() -> None:
    files = list(FOLDER.rglob("*.tsv"))
    digest_of(files)

    started = time.process_time()
    digest_of(files)

    assert len(files) > 100
    assert time.process_time() - started < 0.02
