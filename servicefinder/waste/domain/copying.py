"""Next year's plan as a copy of this year's: rhythms go on over the turn of the year, whatever its weeks.

Anchors stay, so that "every two weeks" is counted on. Seasons begin and end on the same days of the new year;
listed days become the same weekday of the month ("second Monday in January").
"""

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from ..enums import RhythmKind, StepKind
from ..models import Plan, Tour
from .contents import Content, content_of, write_content
from .holidays import propose_holiday_shifts
from .journal import note
from .problems import NotPlannable
from .rhythms import DAYS_OF_WEEK, nth_weekday

ONE_DAY = timedelta(days=1)
EVERY_MONTH_HAS = 4  # Weeks that begin in every month; a fifth one becomes the last one.


@transaction.atomic
def copy_plan(source: Plan, year: int, user: Any = None) -> Plan:
    """The draft of `year` with the proposal for its holidays. Raises NotPlannable where there is one."""
    plan, created = Plan.objects.get_or_create(year=year, defaults={"policy": source.policy})
    if not created:
        raise NotPlannable(f"Für {year} gibt es schon einen Plan.")
    content = content_of(source)
    tours = [
        entry | {"rhythms": [_rhythm(each, source.year, year) for each in entry["rhythms"]]}
        for entry in content["tours"]
    ]
    write_content(plan, content | {"tours": tours, "shifts": []})
    propose_holiday_shifts(plan)
    note(plan, StepKind.CREATED, f"Aus dem Plan {source.year} angelegt", user)
    return plan


@transaction.atomic
def empty_plan(year: int, user: Any = None) -> Plan:
    """For tours that come from a file. Raises NotPlannable where there is a plan already."""
    plan, created = Plan.objects.get_or_create(year=year)
    if not created:
        raise NotPlannable(f"Für {year} gibt es schon einen Plan.")
    note(plan, StepKind.CREATED, "Ohne Vorlage angelegt", user)
    return plan


def tours_with_listed_days(plan: Plan) -> list[Tour]:
    """Their days are only guessed in a copy: a person looks at them."""
    return list(plan.tours.filter(rhythms__kind=RhythmKind.LISTED).distinct().order_by("code"))


def _rhythm(values: Content, source: int, year: int) -> Content:
    until = date.fromisoformat(values["valid_until"]) + ONE_DAY
    return values | {
        "valid_from": in_year(date.fromisoformat(values["valid_from"]), source, year).isoformat(),
        "valid_until": (in_year(until, source, year) - ONE_DAY).isoformat(),
        "dates": sorted(
            {_same_weekday(date.fromisoformat(day), year).isoformat() for day in values["dates"]}
        ),
    }


def in_year(day: date, source: int, year: int) -> date:
    """The same day as far from `year` as it was from `source`; 29 February is 1 March where there is none."""
    target = day.year + year - source
    try:
        return day.replace(year=target)
    except ValueError:
        return date(target, 3, 1)


def _same_weekday(day: date, year: int) -> date:
    nth = (day.day - 1) // DAYS_OF_WEEK + 1
    return nth_weekday(year, day.month, day.weekday(), nth if nth <= EVERY_MONTH_HAS else -1)
