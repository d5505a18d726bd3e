from .gaps import Gap
from .guidance import BestBet, GuidanceVersion, Synonym
from .released import ReleasedQuery
from .statistics import MonthCount, QueryDay, RecordDay, Refinement, StoredQuery

__all__ = [
    "BestBet",
    "Gap",
    "GuidanceVersion",
    "MonthCount",
    "QueryDay",
    "RecordDay",
    "Refinement",
    "ReleasedQuery",
    "StoredQuery",
    "Synonym",
]
