"""All weights of the ranking. Scores are BM25 with k1 = 1.2 and b = 0.75, in both engines.

`manage.py evaluate_search` measures them on LeiKa objects, `manage.py tune_search` found them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

# Fields that are asked word by word.
FIELDS = {
    "title": 3.0,
    "alternatives": 4.5,
    "vocabulary": 2.8,  # What the matter is called in everyday words and other languages.
    "events": 1.3,  # What people say when something happened that leads to the matter.
    "related": 0.6,  # Names of matters that this one belongs to: a way on, not an answer.
    "teaser": 1.5,
    "body": 1.0,
}
# An empty field holds this token, so that both engines reckon with the same average length.
EMPTY_FIELD = "-"
# Factor per step of demand (0 to 5): decides between near equals, no more.
DEMAND_STEP = 0.15
# What each further word of a title costs.
TITLE_WORD_STEP = 0.01
TITLE_WORDS = 6


@dataclass(frozen=True)
class Weights:
    """What a question weighs its parts with; all but `other_fields` are scores or factors on scores."""

    fields: Mapping[str, float] = field(default_factory=lambda: FIELDS)
    # A word counts in its best field, the others add this share.
    other_fields: float = 0.4
    # A word that begins like the last one typed counts as much as a rather common word in a title.
    prefix: float = 6.0
    # Lifts the document whose title is the query above those that contain it.
    exact_title: float = 30.0
    # The query is one of the terms that the document is called by.
    exact_term: float = 10.5
    # Two words of the query stand together in a term.
    pair: float = 4.0
    # The first object of a life event; later ones get less.
    event: float = 9.0
    event_decay: float = 0.25
    # An object that the query names, and the first of its neighbours.
    matter: float = 14.0
    neighbour: float = 15.0
    neighbour_decay: float = 0.2


WEIGHTS = Weights()
# What the search field proposes: names, and what they are called.
NAME_WEIGHTS = Weights(fields={"title": 4.0, "alternatives": 3.0, "vocabulary": 1.0})


def prior(demand: int, title_words: int) -> float:
    """Factor on the score: how much a document is wanted (0 to 5, else the nearest), and how plain it is.

    Of several services about one object, the one for everybody has the shortest name. Never below 1:
    the embedded engine takes a smaller factor for 1.
    """
    wanted = 1.0 + DEMAND_STEP * min(max(demand, 0), 5)
    longest = 1.0 - TITLE_WORD_STEP * TITLE_WORDS
    return wanted * (1.0 - TITLE_WORD_STEP * min(max(title_words - 1, 0), TITLE_WORDS)) / longest
