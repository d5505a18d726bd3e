"""What would make the first citizen wait: called by the application server before it answers."""

import threading
from contextlib import suppress

from django.conf import settings

from search.analysis.verbs import finite_forms
from search.domain.lexicon import lexicon_of
from search.engines import engine
from search.engines.base import EngineError
from search.vocabulary.life_events import recognised_events
from search.vocabulary.matters import named_matters


def warm_before_fork() -> None:
    """Read the vocabulary, some 40,000 terms in a second: the workers share its memory."""
    finite_forms()
    named_matters(())
    recognised_events(())


def warm_worker() -> None:
    """Read the words of the index beside the first requests."""
    threading.Thread(target=_read_lexicon, name="search-warming", daemon=True).start()


def _read_lexicon() -> None:
    with suppress(EngineError):  # While the index is being built a question reads the words.
        lexicon_of(engine(), settings.LANGUAGE_CODE)
