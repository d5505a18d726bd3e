"""All weights of the ranking. Scores are BM25 with k1 = 1.2 and b = 0.75, in both engines.

`manage.py evaluate_search` measures them on LeiKa objects. Within a factor of two they hardly matter there.
"""

FIELDS = {
    "title": 3.0,
    "alternatives": 3.0,
    "vocabulary": 3.0,  # What the matter is called in everyday words and other languages.
    "events": 2.0,  # What people say when something happened that leads to the matter.
    "teaser": 1.5,
    "body": 1.0,
}
# What the search field proposes: names, and what they are called.
NAME_FIELDS = {"title": 4.0, "alternatives": 3.0, "vocabulary": 1.0}
# A word counts in its best field, the others add this share.
OTHER_FIELDS = 0.3
# A word that begins like the last one typed counts as much as a rather common word in a title.
PREFIX_SCORE = 6.0
# Lifts the document whose title is the query above those that contain it.
EXACT_TITLE_SCORE = 30.0
# Factor per step of demand (0 to 5): decides between near equals, no more.
DEMAND_STEP = 0.12
# An empty field holds this token, so that both engines reckon with the same average length.
EMPTY_FIELD = "-"


def prior(demand: int) -> float:
    """Factor on the score of a document with this demand; values outside 0 to 5 count as the nearest."""
    return 1.0 + DEMAND_STEP * min(max(demand, 0), 5)
