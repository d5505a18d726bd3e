"""Spellings that mean the same letter meet: `Straße`, `STRASSE` and `strasse`; `Müll` and `Muell`."""

import re
import unicodedata

# German umlauts as German spells them without dots; taken apart, the dots are a sign of their own.
UMLAUTS = {"a\u0308": "ae", "o\u0308": "oe", "u\u0308": "ue"}
# Letters of DIN 91379 that no Unicode decomposition reaches, written as in passports
# (ICAO Doc 9303, part 3, section 6).
LETTERS = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "oe",
        "þ": "th",
        "ð": "d",
        "đ": "d",
        "ħ": "h",
        "ı": "i",
        "ĸ": "k",
        "ł": "l",
        "ŀ": "l",
        "ŋ": "n",
        "ŧ": "t",
        "ə": "e",
        "ƶ": "z",
        "ǥ": "g",
        # Never a letter: apostrophes inside words, soft hyphen and zero-width characters.
        **dict.fromkeys("'’‘`´ʼʹʻ\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    }
)
# Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic.
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)

# Nearly all German text. For these characters a few replacements come to the same as the whole way.
_PLAIN = re.compile("[\x00-\x7f\xa0äöüÄÖÜß§€×–„“»«…]*")
_REPLACEMENTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "'": "", "`": "", "…": "...", "\xa0": " "}


def fold(text: str) -> str:
    """`text` in the spelling that is compared: lower case, no accents, umlauts as two letters. Idempotent."""
    if _PLAIN.fullmatch(text):
        text = text.lower()
        for letter, spelt in _REPLACEMENTS.items():
            text = text.replace(letter, spelt)
        return text
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    for umlaut, letters in UMLAUTS.items():
        text = text.replace(umlaut, letters)
    return unicodedata.normalize("NFKC", _ACCENTS.sub("", text)).translate(LETTERS)
