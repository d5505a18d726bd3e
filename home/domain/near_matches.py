"""What somebody may have looked for who came to an address where nothing lies."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from django.conf import settings
from rapidfuzz import fuzz, process
from wagtail.models import Page

from home.publicity import public, public_pages_in_order
from search.domain.querying import search

MATCHES = 5
# Two swapped letters in a word of eight still count as the same word.
LEAST_SIMILARITY = 75
SAME_BEGINNING_LETTERS = 2
WORD = re.compile(r"[^\W\d_]{2,}")
SLUG_CHARACTERS = re.compile(r"[^a-z0-9-]")


@dataclass(frozen=True)
class Match:
    """What the component `link_list` takes."""

    title: str
    url: str


def words_of(path: str) -> str:
    """The words in an address, for the search field: `/aemter/buerger_amt/` → `aemter buerger amt`."""
    segments = [part for part in unquote(path).split("/") if part not in _prefixes()]
    return " ".join(WORD.findall(" ".join(segments)))


def near_matches(path: str, language: str) -> list[Match]:
    """Public pages with a similar address, then what the search finds for the words in it."""
    found = [*_similar_pages(path, language), *_found_by_words(path, language)]
    by_url = {match.url: match for match in reversed(found)}
    return [match for match in found if by_url.pop(match.url, None)][:MATCHES]


def _similar_pages(path: str, language: str) -> list[Match]:
    slug = SLUG_CHARACTERS.sub("", unquote(path).lower().rstrip("/").rsplit("/", 1)[-1])
    if len(slug) <= SAME_BEGINNING_LETTERS:
        return []
    pages = Page.objects.filter(
        locale__language_code=language, slug__startswith=slug[:SAME_BEGINNING_LETTERS]
    )
    slugs = dict(public(pages).values_list("pk", "slug"))
    best = process.extract(slug, slugs, scorer=fuzz.ratio, score_cutoff=LEAST_SIMILARITY, limit=MATCHES)
    return [
        Match(page.title, page.url) for page in public_pages_in_order([pk for _, _, pk in best]) if page.url
    ]


def _found_by_words(path: str, language: str) -> list[Match]:
    """First for the last part, which says most; where that finds nothing, for all parts."""
    last = words_of(path.rstrip("/").rsplit("/", 1)[-1])
    for words in dict.fromkeys((last, words_of(path))):
        if words and (hits := search(words, language=language, size=MATCHES).hits):
            return [Match(hit.title, hit.url) for hit in hits]
    return []


def _prefixes() -> set[str]:
    return {prefix for prefix in settings.LANGUAGE_PREFIXES.values() if prefix}
