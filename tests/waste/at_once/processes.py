"""Two browsers of one department; not a test itself.

    python processes.py     with DATABASE_URL and DATA_DIR in the environment

Prints one line of JSON.
"""

import json
import os
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from threading import Barrier, Thread

BASE_DIR = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(BASE_DIR), str(BASE_DIR / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from servicefinder.waste.domain.approving import approve  # noqa: E402
from servicefinder.waste.domain.edit_stamps import stamp_of_tour  # noqa: E402
from servicefinder.waste.domain.problems import NotPlannable  # noqa: E402
from servicefinder.waste.domain.shifting import Move, move  # noqa: E402
from servicefinder.waste.domain.tour_editing import WantedTour, save_tour  # noqa: E402
from servicefinder.waste.domain.undoing import step_to_undo  # noqa: E402
from servicefinder.waste.enums import ShiftState, StepKind  # noqa: E402
from servicefinder.waste.models import Change, Collection, Plan, PlanRevision, Rhythm, ServedRange  # noqa: E402
from tests.factories import waste as made  # noqa: E402
from tests.prepared_databases import NoMigrations  # noqa: E402
from tests.waste.backoffice_people import worker  # noqa: E402

YEAR = 2037
SUMMER = date(YEAR, 6, 5)
SEEN: list[str] = []


def url(name: str, *args: object) -> str:
    return reverse(f"waste_work:{name}", args=[YEAR, *args])


def prepare() -> list[Client]:
    """An approved year, and two browsers that are signed in."""
    settings.MIGRATION_MODULES = NoMigrations()
    settings.ALLOWED_HOSTS += ["testserver"]
    call_command("migrate", run_syncdb=True, skip_checks=True, verbosity=0, interactive=False)
    plan = made.year_of_one_tour(YEAR).plan
    for shift in plan.shifts.filter(state=ShiftState.CONFLICT):
        move(plan, Move(shift.planned_on, shift.planned_on - timedelta(days=1), shift.reason))
    approve(plan)
    first = worker()
    second = Client()
    second.cookies[settings.SESSION_COOKIE_NAME] = first.cookies[settings.SESSION_COOKIE_NAME].value
    return [first, second]


def both(clients: list[Client], ask: Callable[[Client], bool]) -> list[str]:
    """What `ask` says of either, both at the same moment."""
    together, said = Barrier(2), []

    def run(client: Client) -> None:
        together.wait()
        said.append("done" if ask(client) else "told")
        connection.close()

    threads = [Thread(target=run, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(said)


def succeeds(address: str) -> Callable[[Client], bool]:
    """Whether the message that comes back is one of success."""

    def ask(client: Client) -> bool:
        request = client.post(address).wsgi_request
        *_, message = request._messages
        return message.level_tag == "success"

    return ask


def save(weeks: int) -> bool:
    """Both have seen the tour as it was before."""
    plan = Plan.objects.get()
    whole_year = {"valid_from": date(YEAR, 1, 1), "valid_until": date(YEAR, 12, 31)}
    rhythm = Rhythm(fraction=made.fraction(), interval=weeks, anchor=date(YEAR, 1, 2), **whole_year)
    try:
        save_tour(plan, WantedTour("nord", f"Alle {weeks}", rhythms=[(rhythm, [])], seen=SEEN[-1]))
    except NotPlannable:
        return False
    return True


def save_once_more(clients: list[Client]) -> list[str]:
    SEEN.append(stamp_of_tour(Plan.objects.get(), "nord"))
    return both(clients, lambda client: save(2 + clients.index(client) + 2 * len(SEEN)))


def main() -> None:
    clients = prepare()
    published = [both(clients, succeeds(url("publish")))]
    for number in range(5):
        plan = Plan.objects.get()
        day = SUMMER + timedelta(weeks=number)
        move(plan, Move(day, day + timedelta(days=1), "Messe"))
        approve(plan)
        published.append(both(clients, succeeds(url("publish"))))
    plan = Plan.objects.get()
    found = {
        "published": published,
        "steps": plan.steps.filter(kind=StepKind.PUBLISHED).count(),
        "revisions": PlanRevision.objects.count(),
        "changes": Change.objects.count(),
        "days": [Collection.objects.count(), Collection.objects.filter(sequence=1).count()],
        "served": ServedRange.objects.count(),
        "saved": [save_once_more(clients) for _ in range(3)],
        "tour_steps": plan.steps.filter(kind=StepKind.TOUR).count(),
    }
    step = step_to_undo(plan)
    found["undone"] = both(clients, succeeds(url("undo", step.pk if step else 0)))
    sys.stdout.write(json.dumps(found))


main()
