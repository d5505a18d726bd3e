"""Taking back the last step of planning: what it changed is remembered with it."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from ..enums import StepKind
from ..models import Plan, PlanStep, TourRange
from .contents import RANGE, Content, content_of_tours, replace_tours, values_of
from .editing import take_for_editing
from .holidays import propose_holiday_shifts
from .journal import note
from .problems import NotPlannable
from .revisions import is_as_published
from .unused_tours import drop_if_unused

NEWER = "Inzwischen ist etwas anderes geschehen. Zurücknehmen lässt sich nur der letzte Schritt."


def remember(plan: Plan, *, tours: Iterable[str] = (), streets: Iterable[int] = ()) -> Content:
    """What a step is about to change: tours by code (None: there is none yet), houses by street."""
    there = {entry["code"]: entry for entry in content_of_tours(plan.tours.filter(code__in=tours))}
    streets = list(streets)
    ranges = TourRange.objects.filter(tour__plan=plan, street__in=streets).select_related("tour")
    return {
        "tours": {code: there.get(code) for code in tours},
        "streets": streets,
        "ranges": [{"tour": each.tour.code, **values_of(each, RANGE)} for each in ranges.order_by("pk")],
    }


def step_to_undo(plan: Plan) -> PlanStep | None:
    """The last step of planning, if it can be taken back; a failure of the day is none. One query."""
    newest = plan.steps.exclude(kind=StepKind.FAILURE).select_related("made_by").first()
    return newest if newest and newest.before else None


@transaction.atomic
def undo(plan: Plan, step_id: int, user: Any = None) -> PlanStep:
    """As it was before that step; itself a step that can be taken back. Raises NotPlannable.

    A public plan that is then as it was published has no changes any more.
    """
    take_for_editing(plan, user)
    # Another person's step may have come while this one waited; a reopened approval is no step of its own.
    newest = plan.steps.exclude(kind__in=(StepKind.FAILURE, StepKind.REOPENED)).first()
    if newest is None or newest.pk != step_id or not newest.before:
        raise NotPlannable(NEWER)
    before = newest.before
    now = remember(plan, tours=before["tours"], streets=before["streets"])
    _write_back(plan, before)
    note(plan, StepKind.UNDONE, f"Zurückgenommen: {newest.label}", user, now)
    if plan.is_public and is_as_published(plan):
        Plan.objects.filter(pk=plan.pk).update(edited_at=None)
        plan.refresh_from_db()
    return newest


def _write_back(plan: Plan, before: Content) -> None:
    gone = [code for code, entry in before["tours"].items() if entry is None]
    for tour in plan.tours.filter(code__in=gone):
        tour.rhythms.all().delete()
        tour.ranges.all().delete()
        drop_if_unused(tour)
    replace_tours(plan, [entry for entry in before["tours"].values() if entry])
    tours = dict(plan.tours.values_list("code", "pk"))
    TourRange.objects.filter(tour__plan=plan, street__in=before["streets"]).delete()
    TourRange.objects.bulk_create(
        TourRange(tour_id=tours[each["tour"]], **{key: each[key] for key in RANGE})
        for each in before["ranges"]
        if each["tour"] in tours
    )
    if before["tours"]:
        propose_holiday_shifts(plan)
