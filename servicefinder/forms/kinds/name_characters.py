"""Characters that names may have: DIN 91379:2022-08, data type A (Latin letters, diacritics, N1)."""

import re
import unicodedata

LETTERS = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017e\u0187\u0188\u018f\u0197\u01a0\u01a1"
    "\u01af\u01b0\u01b7\u01cd-\u01dc\u01de\u01df\u01e2-\u01f0\u01f4\u01f5\u01f8-\u01ff"
    "\u0212\u0213\u0218-\u021b\u021e\u021f\u0227-\u0233\u0259\u0268\u0292\u1e02\u1e03"
    "\u1e06\u1e07\u1e0a-\u1e11\u1e17\u1e1c-\u1e2b\u1e2f-\u1e37\u1e3a\u1e3b\u1e40-\u1e49"
    "\u1e52-\u1e5b\u1e5e-\u1e63\u1e6a-\u1e6f\u1e80-\u1e87\u1e8c-\u1e97\u1e9e\u1ea0-\u1ef9"
)
COMBINING = (
    "\u0300\u0301\u0302\u0304\u0306\u0307\u0308\u030b\u030c\u030d"
    "\u0310\u0315\u031b\u0323\u0325\u0326\u0327\u0328\u0331\u035f"
)
OTHERS = " ',.`~\u00a8\u00b4\u00b7\u02b9\u02ba\u02be\u02bf\u02c8\u02cc\u2019\u2021-"
# The hyphen of OTHERS has to stand last in the class.
FOREIGN = re.compile(f"[^{LETTERS}{COMBINING}{OTHERS}]")


def normalised(name: str) -> str:
    """Composed (NFC), with single blanks."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def foreign_characters(name: str) -> list[str]:
    """What `name` has and no name may have, each once."""
    return list(dict.fromkeys(FOREIGN.findall(name)))
