"""Real processes that open and erase cases; not a test itself.

python processes.py SCENARIO [ARGUMENT…]     with DATABASE_URL and DATA_DIR in the environment
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(BASE_DIR), str(BASE_DIR / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402
from django.utils import timezone  # noqa: E402

from outbox.domain.mail import MAIL_KIND  # noqa: E402
from outbox.domain.running import run_due_jobs  # noqa: E402
from outbox.enums import JobState  # noqa: E402
from outbox.models import Job  # noqa: E402
from servicefinder.cases.domain import settling  # noqa: E402
from servicefinder.cases.domain.contents import Contents, IncomingFile, NewCase, Person, Row, Section  # noqa: E402
from servicefinder.cases.domain.erasing import erase_case  # noqa: E402
from servicefinder.cases.domain.journal import Actor  # noqa: E402
from servicefinder.cases.domain.opening import open_case  # noqa: E402
from servicefinder.cases.domain.questions import answer, ask  # noqa: E402
from servicefinder.cases.domain.transfers import request_transfer  # noqa: E402
from servicefinder.cases.domain.transitions import move  # noqa: E402
from servicefinder.cases.enums import CaseState, ErasureReason  # noqa: E402
from servicefinder.cases.exports.transfers import write_transfer  # noqa: E402
from servicefinder.cases.models import Case, CaseType, CaseTypeVersion  # noqa: E402
from servicefinder.catalogue.models import Department  # noqa: E402
from tests.prepared_databases import NoMigrations  # noqa: E402

WORKERS, LONGEST_SECONDS = 3, 2.0


def prepare() -> None:
    """An empty database becomes one with a case type in force."""
    settings.MIGRATION_MODULES = NoMigrations()
    call_command("migrate", skip_checks=True, run_syncdb=True, verbosity=0)
    department = Department.objects.create(name="Bürgeramt")
    kind = CaseType.objects.create(key="meldung", department=department)
    CaseTypeVersion.objects.create(case_type=kind, number=1, name="Meldung", approved_at=timezone.now())


def rounds(count: str) -> None:
    """Each round, three processes submit as fast as they can until SIGKILL; prints what they acknowledged.

    A key that was under way when its process died is sent again in the next round, as a citizen would.
    """
    open_case(_new("warm"))  # What is read once is read before the first fork.
    chance, acknowledged, pending = random.Random(), ["warm"], []
    for number in range(int(count)):
        children = [_start(f"{number}-{worker}", pending if worker == 0 else []) for worker in range(WORKERS)]
        time.sleep(chance.uniform(0.02, LONGEST_SECONDS))
        pending = []
        for pid, pipe in children:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            with os.fdopen(pipe) as said:
                lines = [line for line in said.read().split("\n")[:-1] if line]
            done = [line.removeprefix("done ") for line in lines if line.startswith("done ")]
            begun = [line.removeprefix("begin ") for line in lines if line.startswith("begin ")]
            acknowledged += done
            pending += [key for key in begun if key not in done]
    sys.stdout.write(json.dumps({"acknowledged": acknowledged}) + "\n")


def _start(name: str, again: list[str]) -> tuple[int, int]:
    """A process that submits, and the pipe in which it says so."""
    connections.close_all()
    read, write = os.pipe()
    pid = os.fork()
    if pid:
        os.close(write)
        return pid, read
    keys = iter(again)
    number = 0
    while True:
        key = next(keys, None)
        if key is None:
            key, number = f"{name}-{number}", number + 1
        os.write(write, f"begin {key}\n".encode())
        open_case(_new(key))
        os.write(write, f"done {key}\n".encode())


def _new(key: str) -> NewCase:
    person = Person("Müller", "Erika", "erika@example.org")
    contents = Contents(person, (Section("Anliegen", (Row("Was?", "Laterne"),)),))
    return NewCase("meldung", key, contents, mail_subject="Da", mail_text="{reference} {link}")


def write(marks: str) -> None:
    """A case that leaves each of `marks` wherever a case leaves anything."""
    name, email, text, file, content, question = marks.split(",")
    contents = Contents(
        Person(name, "Erika", email), (Section("Anliegen", (Row("Was?", text),)),), {"anliegen": text}
    )
    files = (IncomingFile(f"{file}.pdf", "application/pdf", content.encode()),)
    opened = open_case(
        NewCase("meldung", "raw", contents, files, mail_subject=text, mail_text=f"{name}: {text} {{link}}")
    )
    asked = ask(opened.case, question, Actor("Amt"))
    answer(opened.case, asked, text)
    for state in (CaseState.DECIDED, CaseState.CLOSED):
        move(opened.case, state, Actor("Amt"))
    _hand_over(opened.case)
    # Of a mail that could not be sent.
    Job.objects.filter(kind=MAIL_KIND).update(state=JobState.STUCK, last_error=f"refused: {name} <{email}>")
    _flush()


def _hand_over(case: Case) -> None:
    """With an Abgabe that lies ready to be fetched."""
    transfer = request_transfer(Case.objects.filter(pk=case.pk), case.department, "Archiv", None)
    write_transfer(str(transfer.pk), {})


def erase() -> None:
    """The worker's first try; a second one is `settle_again`."""
    settling.WAIT_SECONDS, settling.LOCK_MILLISECONDS = 0.2, 200
    erase_case(Case.objects.get().pk, ErasureReason.RETENTION)
    settling.settle_database()
    run_due_jobs()
    _flush()


def settle_again() -> None:
    """The pause is over."""
    Job.objects.filter(kind=settling.SETTLE_KIND).update(due_at=timezone.now())
    run_due_jobs()
    _flush()


def _flush() -> None:
    """PostgreSQL writes its files."""
    connection = connections["default"]
    if connection.vendor == "postgresql":
        connection.cursor().execute("VACUUM")
        connection.cursor().execute("CHECKPOINT")
    connections.close_all()


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
