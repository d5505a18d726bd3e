"""Whether a year is sound: each house has each bin once, and no bin waits longer than its rhythm says.

One rule for what is planned (the preview) and what is public (the look over the calendar at night).
"""

from datetime import date
from typing import NamedTuple

from ...models import Plan
from ..outlooks import Outlook
from .coverage import Coverage, Houses, coverage_of
from .gaps import Gap, gaps_of
from .words import Problem, problems_of


class Soundness(NamedTuple):
    """`longest`: the longest gap of each fraction; `problems`: without gaps that are over."""

    coverage: Coverage
    longest: list[Gap]
    problems: list[Problem]


def planned_soundness(plan: Plan, outlook: Outlook, since: date) -> Soundness:
    """As if the plan were published now; `outlook` is its `planned_outlook`."""
    return _soundness(plan, outlook, since, public=False)


def public_soundness(plan: Plan, outlook: Outlook, since: date) -> Soundness:
    """Of what citizens see; `outlook` is the plan's `public_outlook`."""
    return _soundness(plan, outlook, since, public=True)


def _soundness(plan: Plan, outlook: Outlook, since: date, *, public: bool) -> Soundness:
    """Ten queries at most, whatever the number of houses and days."""
    coverage = coverage_of(outlook)
    longest: dict[int, Gap] = {}
    too_long: list[Gap] = []
    for gap in gaps_of(plan, outlook, public=public):
        if gap.fraction_id not in longest or gap.days > longest[gap.fraction_id].days:
            longest[gap.fraction_id] = gap
        if gap.too_long and gap.end >= since:
            too_long.append(gap)
    return Soundness(coverage, list(longest.values()), problems_of(plan, coverage, too_long))


__all__ = ["Coverage", "Gap", "Houses", "Problem", "Soundness", "planned_soundness", "public_soundness"]
