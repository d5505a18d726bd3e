"""Whether this year and the next are public in time."""

from datetime import date

from outbox.enums import Severity
from outbox.registries import Finding

from ...enums import PlanState
from ...models import Plan

NOVEMBER, DECEMBER = 11, 12


def year_findings(today: date) -> list[Finding]:
    """Nothing for a city without plans. A warning from November on, an error from December on."""
    states = dict(Plan.objects.values_list("year", "state"))
    if not states:
        return []
    found = []
    if states.get(today.year) != PlanState.PUBLISHED:
        found.append(Finding(Severity.ERROR, f"Der Abfuhrplan {today.year} ist nicht veröffentlicht."))
    if today.month >= NOVEMBER and states.get(today.year + 1) != PlanState.PUBLISHED:
        severity = Severity.ERROR if today.month >= DECEMBER else Severity.WARNING
        text = f"Der Abfuhrplan {today.year + 1} ist noch nicht veröffentlicht: Er muss vor Dezember stehen."
        found.append(Finding(severity, text))
    return found
