"""Finding a case by a name that stands nowhere in clear: keyed hashes of normalised parts of names."""

import hmac
import re
from hashlib import sha256

from search.analysis import fold

from .keys import house_key

PARTS_LIMIT = 12


def name_parts(name: str) -> list[str]:
    """`Müller-Lüdenscheidt, Karl` → `mueller`, `luedenscheidt`, `karl`: folded, each once, in order."""
    parts = re.findall(r"[a-z0-9]+", fold(name))
    return list(dict.fromkeys(parts))[:PARTS_LIMIT]


def name_digests(name: str) -> list[str]:
    """One per part. Raises KeyProblem."""
    key = house_key("names")
    return [hmac.new(key, part.encode(), sha256).hexdigest() for part in name_parts(name)]
