"""What has changed since a plan became public."""

from ..enums import PlanState
from ..models import Change

SHOWN = 100


def latest_changes() -> list[Change]:
    """Newest first. One query."""
    public = Change.objects.filter(plan__state=PlanState.PUBLISHED)
    return list(public.select_related("plan", "tour", "fraction").order_by("-at", "planned_on", "pk")[:SHOWN])
