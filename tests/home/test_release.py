"""Kept HTML holds only for the release that made it."""

import pytest

from home.release import release


@pytest.fixture(autouse=True)
def _forgotten():
    release.cache_clear()
    yield
    release.cache_clear()


def test_another_template_is_another_release(settings, tmp_path):
    settings.TEMPLATES = [{"DIRS": [tmp_path]}]
    template = tmp_path / "page.html"
    template.write_text("<p>heute</p>")
    before = release()
    release.cache_clear()

    template.write_text("<p>morgen</p>")

    assert len(before) == 16
    assert release() != before


def test_the_same_files_are_the_same_release():
    before = release()
    release.cache_clear()

    assert release() == before


def test_nothing_holds_in_development(settings):
    settings.DEBUG = True

    assert release() == ""
