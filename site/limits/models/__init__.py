from .rate_counts import RateCount

__all__ = ["RateCount"]
