"""Spellings that mean the same letter meet: `Straße`, `STRASSE` and `strasse`; `Müll` and `Muell`."""

import unicodedata

# Letters of DIN 91379 that no Unicode decomposition reaches, written as in passports
# (ICAO Doc 9303, part 3, section 6); German umlauts as German spells them without dots.
LETTERS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
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


def fold(text: str) -> str:
    """`text` in the spelling that is compared: lower case, no accents, umlauts as two letters. Idempotent."""
    if text.isascii():
        return text.lower().translate(LETTERS)
    text = unicodedata.normalize("NFKC", text).casefold()
    text = unicodedata.normalize("NFKC", text).translate(LETTERS)  # casefold can undo NFKC.
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return unicodedata.normalize("NFKC", bare).translate(LETTERS)
