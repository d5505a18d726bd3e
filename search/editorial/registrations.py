"""What this app tells the search and the schedule."""

from datetime import time

from wagtail.permissions import register_permission_policy

from outbox.registries import Recurring, schedule
from search.registries import (
    GapTaker,
    ReleasedQueries,
    SearchListener,
    gap_takers,
    guides,
    released_queries,
    search_listeners,
)

from .domain.gaps import collect_gaps
from .domain.guide import guide
from .domain.recording import recorder
from .domain.retention import prune_statistics
from .gap_offers import best_bet_offers, synonym_offers
from .models import BestBet, Gap
from .policies import best_bets, gaps

NAME = "editorial"


def register() -> None:
    """Called once, in `EditorialConfig.ready()`."""
    guides.register(guide)
    search_listeners.register(SearchListener(NAME, recorder.heard))
    released_queries.register(ReleasedQueries(NAME, guide.starting_with))
    gap_takers.register(GapTaker("editorial.synonym", synonym_offers))
    gap_takers.register(GapTaker("editorial.best_bet", best_bet_offers))
    register_permission_policy(BestBet, best_bets)
    register_permission_policy(Gap, gaps)
    schedule.register(
        Recurring(
            "search_editorial.gaps",
            run=collect_gaps,
            daily_at=time(2, 15),
            label="Lücken der Suche sammeln",
        )
    )
    schedule.register(
        Recurring(
            "search_editorial.prune",
            run=prune_statistics,
            daily_at=time(2, 20),
            label="Suchstatistik zusammenfassen und löschen",
        )
    )
