"""The words of frame, components, search and finder on English pages."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

TEMPLATES = Path(settings.BASE_DIR) / "templates"
SOURCES = [TEMPLATES / "base.html", TEMPLATES / "404.html", TEMPLATES / "403.html"]
SOURCES += [path for room in ("search", "catalogue/finder") for path in (TEMPLATES / room).rglob("*.html")]
SOURCES += [path for path in (TEMPLATES / "components").rglob("*.html") if path.name != "gallery.html"]
WORDS = sorted({word for path in SOURCES for word in re.findall(r'{% translate "([^"]+)"', path.read_text())})
SAME_IN_BOTH = {"Fax"}


@pytest.mark.parametrize("word", WORDS)
def test_every_word_of_the_frame_has_an_english_one(word):
    with translation.override("en"):
        assert (translation.gettext(word) != word) or word in SAME_IN_BOTH


def test_pages_in_leichte_sprache_keep_german_words():
    with translation.override("de-simple"):
        assert translation.gettext("Menü") == "Menü"


def test_paging_is_told_in_english(render):
    with translation.override("en"):
        nav = render("pagination", page=2, page_count=9)

    assert "Page 2 of 9" in nav.text


def test_language_of_the_page_is_declared(render_base, frame):
    with translation.override("en"):
        assert render_base(frame).html["lang"] == "en"
    with translation.override("de-simple"):
        assert render_base(frame).html["lang"] == "de-simple"
