"""Makes text from outside harmless and comparable."""

import html
import re
from functools import cache
from typing import Any

import nh3
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from ..models.fields import TEXT_FEATURES
from ..models.validators import LINK_SCHEMES

TEXT_LIMIT_CHARACTERS = 100_000
TAGS = {"p", "br", "strong", "b", "ul", "ol", "li", "a"}
# What only arranged text becomes a paragraph; a table's cells are read one after the other.
AS_PARAGRAPH = re.compile(r"<(/?)(?:div|section|article|tr|h[1-6]|blockquote)\b[^>]*>", re.IGNORECASE)
AS_SPACE = re.compile(r"</t[dh]>", re.IGNORECASE)
LIST_ITEM = re.compile(r"<li>(.*?)(?=</?(?:li|ul|ol)>)", re.DOTALL)
BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
SENTENCE_END = re.compile(r"(?<=[a-zäöüß\)]{2}[.!?])\s+(?=[A-ZÄÖÜ])")
SPACE = re.compile(r"\s+")


class Unclean(ValueError):
    """The text cannot be taken; the message is for the report."""


def checked(text: Any, name: str, limit: int = TEXT_LIMIT_CHARACTERS) -> str:
    """A string without control characters, no longer than `limit` characters. Raises Unclean."""
    if text is None:
        return ""
    if not isinstance(text, str):
        raise Unclean(f"{name}: Text erwartet, gefunden {type(text).__name__}")
    if len(text) > limit:
        raise Unclean(f"{name}: {len(text):,} Zeichen, erlaubt sind {limit:,}".replace(",", "."))
    if CONTROL.search(text):
        raise Unclean(f"{name}: enthält Steuerzeichen oder ist falsch kodiert")
    return text


def plain(text: Any, name: str, limit: int = 255) -> str:
    """One line of plain text; tags are dropped. Raises Unclean when it is longer than `limit`."""
    value = SPACE.sub(" ", plain_text(checked(text, name))).strip()
    if len(value) > limit:
        raise Unclean(f"{name}: {len(value)} Zeichen, erlaubt sind {limit}")
    return value


def plain_text(markup: str) -> str:
    """Text of HTML with blanks between its blocks."""
    spaced = re.sub(r"<(?:br|/p|/li|/div|/tr|/td|/h[1-6])\b[^>]*>", " ", markup, flags=re.IGNORECASE)
    text = html.unescape(nh3.clean(spaced, tags=set())) if "<" in spaced or "&" in spaced else spaced
    return SPACE.sub(" ", text.translate(INVISIBLE)).strip()


def rich(markup: Any, name: str) -> str:
    """HTML with only the features that our rich text allows, in the form that our editor stores."""
    text = checked(markup, name).translate(INVISIBLE)
    text = AS_SPACE.sub(" ", AS_PARAGRAPH.sub(r"<\1p>", text))
    safe = nh3.clean(
        text, tags=TAGS, attributes={"a": {"href"}}, url_schemes=set(LINK_SCHEMES), link_rel=None
    )
    return canonical(_editable(safe)) if plain_text(safe) else ""


def _editable(markup: str) -> str:
    """Markup as the editor's parser expects it: closed line breaks, no paragraphs inside list items."""

    def flat(match: re.Match[str]) -> str:
        inner = re.sub(r"</p>\s*<p>", "<br/>", match[1])
        return "<li>" + re.sub(r"</?p>", "", inner)

    return LIST_ITEM.sub(flat, markup.replace("<br>", "<br/>"))


def canonical(markup: str) -> str:
    """The same text however it was written: a round trip through the editor's own format.

    Saving a page unchanged in the editor must not look like an edit of its texts.
    """
    if not markup:
        return ""
    stored = _converter().to_database_format(_converter().from_database_format(markup))
    without_keys = BLOCK_KEY.sub("", stored)
    trimmed = re.sub(r"\s*(?:<br/>\s*)+</(p|li)>", r"</\1>", without_keys)
    return re.sub(r"<p>(?:\s|&nbsp;|<br/>)*</p>", "", trimmed).strip()


@cache
def _converter() -> ContentstateConverter:
    return ContentstateConverter(features=TEXT_FEATURES)


def first_sentences(markup: str, limit: int) -> str:
    """As many whole sentences from the start of HTML as fit into `limit` characters; else cut at a word."""
    kept = ""
    text = plain_text(markup)
    for sentence in SENTENCE_END.split(text):
        longer = f"{kept} {sentence}".strip()
        if len(longer) > limit:
            break
        kept = longer
    if kept or len(text) <= limit:
        return kept
    return text[: limit - 2].rsplit(" ", 1)[0].rstrip(",;:–-") + " …"
