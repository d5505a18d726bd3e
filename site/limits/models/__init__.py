from .rate_counts import RateCount
from .turns import Turn

__all__ = ["RateCount", "Turn"]
