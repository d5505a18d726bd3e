"""How long our own cases of a service took lately."""

from uuid import UUID

from ..registries import measured_durations

ENOUGH_CASES = 20  # Fewer say more about the cases than about the service.


def measured_text(service_id: str) -> str:
    """A sentence; empty where there are too few cases."""
    for source in measured_durations:
        found = source.duration_of(UUID(service_id))
        if found and found.count >= ENOUGH_CASES:
            half, most = round(found.median_days), round(found.percentile_90_days)
            return (
                f"Zuletzt gemessen: Die Hälfte von {found.count} Anträgen war nach {half} Tagen fertig,"
                f" neun von zehn nach {most} Tagen."
            )
    return ""
