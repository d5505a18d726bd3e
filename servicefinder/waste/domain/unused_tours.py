"""Tours that nothing hangs on any more."""

from ..models import Tour


def drop_if_unused(tour: Tour) -> None:
    """What was public, or moved by hand, keeps its row and with it the UIDs of its days."""
    hanging = (tour.collections, tour.shifts, tour.rhythms, tour.ranges, tour.served_ranges)
    if not any(rows.exists() for rows in hanging):
        tour.delete()
