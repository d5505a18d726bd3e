"""A file is checked, its effect shown, then it is taken over or thrown away. Again, it changes nothing."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from uploads.domain.tables import NotATable

from ..domain.editing import take_for_editing
from ..domain.effects import Effect, effect_of
from ..domain.journal import note
from ..domain.problems import NotPlannable
from ..domain.undoing import remember
from ..enums import ImportKind, ImportState, StepKind
from ..models import Plan, PlanImport
from ..presentation.backoffice.effects import shown_effect
from .ranges import apply_ranges, read_ranges
from .tables import Problem, decoded
from .tours import apply_tours, read_tours

PROBLEMS_KEPT = 200


class Way(NamedTuple):
    """How a kind of file is read and written, and which tours or streets it changes."""

    read: Callable[[str, Plan], Any]
    apply: Callable[[Plan, Any], None]
    touched: Callable[[Any], dict[str, Any]]


WAYS = {
    ImportKind.TOURS: Way(read_tours, apply_tours, lambda read: {"tours": list(read.names)}),
    ImportKind.RANGES: Way(
        read_ranges,
        apply_ranges,
        lambda read: {"streets": sorted({each.street_id for _, _, each in read.ranges})},
    ),
}


def check(plan: Plan, kind: ImportKind, data: bytes, user: Any = None) -> PlanImport:
    """Read everything and try it; nothing of the plan changes."""
    try:
        text = decoded(data)
    except NotATable as problem:
        return _refused(plan, kind, [Problem(None, str(problem))], user)
    read = WAYS[kind].read(text, plan)
    if read.problems:
        return _refused(plan, kind, read.problems, user)
    effect = effect_of(plan, lambda: WAYS[kind].apply(plan, read), timezone.localdate())
    return PlanImport.objects.create(
        plan=plan,
        kind=kind,
        text=text,
        state=ImportState.CHECKED,
        effect=_as_json(effect),
        made_by=user,
    )


@transaction.atomic
def take_over(run: PlanImport, user: Any = None) -> None:
    """Checked again, since the plan may have changed. Waits for approval and publication, as every change.

    Raises NotPlannable.
    """
    kind, plan = ImportKind(run.kind), run.plan
    mine = PlanImport.objects.filter(pk=run.pk, state=ImportState.CHECKED)
    if not mine.update(state=ImportState.APPLIED, text=""):
        raise NotPlannable("Diese Datei ist schon übernommen oder verworfen.")
    read = WAYS[kind].read(run.text, plan)
    if read.problems:
        raise NotPlannable("Der Plan hat sich geändert, die Datei passt nicht mehr. Bitte neu einlesen.")
    take_for_editing(plan, user)
    before = remember(plan, **WAYS[kind].touched(read))
    WAYS[kind].apply(plan, read)
    label = f"{kind.label}: {run.effect['houses']} Adressen ändern sich"
    note(plan, StepKind.IMPORTED, label, user, before)


def discard(run: PlanImport) -> bool:
    mine = PlanImport.objects.filter(pk=run.pk, state=ImportState.CHECKED)
    return bool(mine.update(state=ImportState.DISCARDED, text=""))


def _refused(plan: Plan, kind: ImportKind, problems: list[Problem], user: Any) -> PlanImport:
    kept = sorted(problems, key=lambda problem: problem.line or 0)[:PROBLEMS_KEPT]
    return PlanImport.objects.create(
        plan=plan,
        kind=kind,
        state=ImportState.REFUSED,
        problems=[list(problem) for problem in kept],
        effect={"problems": len(problems)},
        made_by=user,
    )


def _as_json(effect: Effect) -> dict[str, Any]:
    shown = shown_effect(effect, "1")
    return {
        "houses": shown.houses,
        "total": shown.total,
        "days": shown.days,
        "fractions": [list(each) for each in shown.fractions],
        "rows": [row._asdict() for row in shown.rows],
    }
