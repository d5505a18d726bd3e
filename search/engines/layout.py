"""A name for everything an index depends on: fields, tokens and vocabulary. Another name means: rebuild."""

import hashlib
import secrets
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import Stemmer

from search.analysis.fold import LETTERS, UMLAUTS
from search.analysis.stems import ALGORITHMS
from search.analysis.stop_words import STOP_WORDS
from search.analysis.verbs import FILE as VERBS
from search.engines.ranking import DEMAND_STEP, FIELDS, TITLE_WORD_STEP, TITLE_WORDS
from search.vocabulary.files import FOLDER as VOCABULARY

# Raise it when documents are cut or stored differently.
REVISION = 5


@lru_cache(maxsize=1)
def layout() -> str:
    """Eight characters; the same as long as an index built yesterday is still right."""
    words = {language: sorted(known) for language, known in STOP_WORDS.items()}
    spelling = (Stemmer.version(), ALGORITHMS, words, LETTERS, UMLAUTS)
    files = digest_of([VERBS, *VOCABULARY.rglob("*.tsv")])
    priors = (DEMAND_STEP, TITLE_WORD_STEP, TITLE_WORDS)
    parts = (REVISION, list(FIELDS), priors, *spelling, files)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:8]


def digest_of(files: list[Path]) -> str:
    """Of names and contents, wherever the folder lies: some 3 MB, read once per process."""
    digest = hashlib.blake2b(digest_size=16)
    for file in sorted(files, key=lambda file: (file.parent.name, file.name)):
        content = file.read_bytes()
        digest.update(f"{file.name}:{len(content)}:".encode())
        digest.update(content)
    return digest.hexdigest()


def new_index_name() -> str:
    """Sorts by time within one layout; two made in the same second differ."""
    return f"{layout()}-{datetime.now(UTC):%Y%m%d%H%M%S}-{secrets.token_hex(2)}"


def is_current(index: str) -> bool:
    """Whether an index of this name was built the way we ask today."""
    return index.startswith(f"{layout()}-")
