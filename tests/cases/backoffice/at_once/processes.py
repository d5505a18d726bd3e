"""Two connections that move the same case; not a test itself.

    python processes.py     with DATABASE_URL and DATA_DIR in the environment

Prints one line of JSON.
"""

import json
import os
import sys
from pathlib import Path
from threading import Barrier, Thread

BASE_DIR = Path(__file__).resolve().parents[4]
sys.path[:0] = [str(BASE_DIR), str(BASE_DIR / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from servicefinder.cases.domain.contents import Contents, NewCase  # noqa: E402
from servicefinder.cases.domain.journal import Actor, broken  # noqa: E402
from servicefinder.cases.domain.looking import record_for_all  # noqa: E402
from servicefinder.cases.domain.opening import open_case  # noqa: E402
from servicefinder.cases.domain.transitions import CaseChanged, NotPossible, move  # noqa: E402
from servicefinder.cases.enums import CaseState, EntryKind  # noqa: E402
from servicefinder.cases.models import Case, CaseType, CaseTypeVersion  # noqa: E402
from servicefinder.catalogue.models import Department  # noqa: E402

ROUNDS = 10


class WithoutMigrations:
    """Tables straight from the models: this is not about how they came to be."""

    def __contains__(self, app: str) -> bool:
        return True

    def __getitem__(self, app: str) -> None:
        return None


def prepare() -> None:
    settings.MIGRATION_MODULES = WithoutMigrations()
    call_command("migrate", run_syncdb=True, skip_checks=True, verbosity=0, interactive=False)
    kind = CaseType.objects.create(key="meldung", department=Department.objects.create(name="Bauamt"))
    CaseTypeVersion.objects.create(case_type=kind, number=1, name="Meldung", approved_at=timezone.now())


def move_one(case_id: object, to: CaseState, together: Barrier, said: list[str]) -> None:
    case = Case.objects.get(pk=case_id)
    seen = case.version
    together.wait()
    try:
        with transaction.atomic():
            move(case, to, Actor(str(to)), seen_version=seen)
        said.append("done")
    except (CaseChanged, NotPossible) as told:
        said.append(type(told).__name__)
    finally:
        connection.close()


def look_at_all(ids: list[object], together: Barrier) -> None:
    together.wait()
    record_for_all(ids, EntryKind.EXPORTED, Actor("somebody"))
    connection.close()


def at_once(*threads: Thread) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main() -> None:
    prepare()
    outcomes, ids = [], []
    for number in range(ROUNDS):
        case = open_case(NewCase("meldung", str(number), Contents())).case
        ids.append(case.pk)
        said: list[str] = []
        together = Barrier(2)
        at_once(
            Thread(target=move_one, args=(case.pk, CaseState.IN_WORK, together, said)),
            Thread(target=move_one, args=(case.pk, CaseState.WITHDRAWN, together, said)),
        )
        outcomes.append(sorted(said))
    together = Barrier(2)
    at_once(
        Thread(target=look_at_all, args=(ids, together)),
        Thread(target=look_at_all, args=(ids[::-1], together)),
    )
    sys.stdout.write(
        json.dumps(
            {
                "outcomes": outcomes,
                "broken": sum(1 for case in Case.objects.all() for _ in broken(case)),
                "entries": sorted({case.journal_count for case in Case.objects.all()}),
            }
        )
    )


main()
