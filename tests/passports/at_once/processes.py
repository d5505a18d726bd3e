"""Real processes that take lists over, hand out and ask; not a test itself.

python processes.py SCENARIO [ARGUMENT…]     with DATABASE_URL and DATA_DIR in the environment
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(BASE_DIR), str(BASE_DIR / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402

django.setup()

from datetime import timedelta  # noqa: E402

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from accounts.models import User  # noqa: E402
from capabilities.domain.tickets import issue_ticket  # noqa: E402
from democity.loading.passports import demo_documents  # noqa: E402
from outbox.domain.running import run_due_jobs  # noqa: E402
from servicefinder.cases.domain.settling import settle_database  # noqa: E402
from servicefinder.catalogue.models import Department, Membership  # noqa: E402
from servicefinder.passports.domain.handing_out import HandOut, hand_out  # noqa: E402
from servicefinder.passports.domain.journal import Actor  # noqa: E402
from servicefinder.passports.domain.records import find  # noqa: E402
from servicefinder.passports.domain.taking_over import agree, apply  # noqa: E402
from servicefinder.passports.enums import RunState  # noqa: E402
from servicefinder.passports.forms.asking import PassportForm  # noqa: E402
from servicefinder.passports.imports.receiving import receive  # noqa: E402
from servicefinder.passports.models import DocumentRecord, ImportRun, PassportSettings  # noqa: E402
from tests.factories.passports import HEADER, csv_file, line  # noqa: E402
from tests.prepared_databases import NoMigrations  # noqa: E402

FACT = "1980-03-12"
SERIALS = [f"T2200{number:04}" for number in range(1000, 3000)]


def prepare() -> None:
    settings.MIGRATION_MODULES = NoMigrations()
    call_command("migrate", skip_checks=True, run_syncdb=True, verbosity=0)
    call_command("collectstatic", interactive=False, skip_checks=True, verbosity=0)
    office = PassportSettings.load()
    office.department = Department.objects.create(name="Bürgeramt")
    office.save()


def ready_list() -> None:
    """A list of two thousand lines, received; prints its key."""
    run = receive(csv_file(*(line(serial, FACT) for serial in SERIALS)))
    run_due_jobs()
    agree(run.pk)
    sys.stdout.write(f"{run.pk}\n")


def take(run_id: str) -> None:
    apply(run_id, {})


def kills(rounds: str) -> None:
    """The list is taken over by a process that is killed again and again, then to the end."""
    ready_list()
    run_id, chance = str(ImportRun.objects.get().pk), random.Random()
    connections.close_all()
    for _ in range(int(rounds)):
        pid = os.fork()
        if not pid:
            apply(run_id, {})
            os._exit(0)
        time.sleep(chance.uniform(0.005, 0.15))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    connections.close_all()
    apply(run_id, {})


def own_list(first: str) -> None:
    """Receive and take over a list of its own, in an order of its own."""
    lines = [line(serial, FACT, status=first) for serial in SERIALS]
    random.Random(first).shuffle(lines)
    run = receive(csv_file(*lines), automatic=True)
    apply(str(run.pk), {})


def ask_while(seconds: str) -> None:
    """Ask as fast as it goes; prints how many answers were neither unknown nor ready."""
    until, wrong, asked = time.monotonic() + float(seconds), 0, 0
    while time.monotonic() < until:
        found = find(random.choice(SERIALS), FACT)
        wrong += found is not None and found.state != 2
        asked += 1
    sys.stdout.write(json.dumps({"asked": asked, "wrong": wrong}) + "\n")


def fetch(serial: str) -> None:
    """Hand one document out; prints whether it was this process."""
    result, _ = hand_out(serial, FACT, Actor("Amt"))
    sys.stdout.write(f"{result == HandOut.DONE}\n")


def all_paths() -> None:
    """Everything that can be done with every number of the demo city; prints nothing of it."""
    settings.RATE_LIMITS = False
    settings.ALLOWED_HOSTS = ["testserver"]
    PassportForm.min_age = timedelta(0)
    documents = list(demo_documents(timezone.localdate()))
    rows = [
        line(each.serial, each.fact, status="bereit" if index % 2 else "herstellung", days=-2)
        for index, each in enumerate(documents)
    ]
    office = PassportSettings.load()
    user = User.objects.create_superuser("amt", "amt@stadt.example", "geheim-genug-12")
    Membership.objects.create(user=user, department=office.department)
    staff, citizen = Client(), Client(raise_request_exception=False)
    staff.force_login(user)
    file = csv_file(*rows, *(f"kaputt;{each.serial};{each.fact};x" for each in documents[:50]), header=HEADER)
    file.name = "lieferung.csv"
    staff.post("/redaktion/ausweise/lieferlisten/", {"file": file})
    run_due_jobs()
    run = ImportRun.objects.get()
    assert run.state == RunState.CHECKED, run.state
    staff.post(f"/redaktion/ausweise/lieferlisten/{run.pk}/uebernehmen/")
    origin = {"HTTP_ORIGIN": "http://testserver"}
    for each in documents[:60]:
        data = {"serial": each.serial, "fact": each.fact, "ticket": issue_ticket("passports.ask")}
        citizen.post("/ausweisstatus/", data, **origin)
        citizen.post("/ausweisstatus/", {**data, "serial": each.serial + "0"}, **origin)
        citizen.post("/ausweisstatus/", data)
    from servicefinder.passports.domain.ready_mails import ask_for_mail

    for each in documents[:10]:
        ask_for_mail(each.serial, each.fact, "zwetschge@quitte.example", "de")
    run_due_jobs()
    for each in documents[60:120]:
        staff.post("/redaktion/ausweise/", {"serial": each.serial, "fact": each.fact})
    staff.get("/redaktion/ausweise/zahlen/")
    staff.get("/redaktion/ausweise/journal/")
    assert DocumentRecord.objects.filter(state=3).count() >= 50
    settle_database()
    if connection.vendor == "postgresql":
        connection.cursor().execute("CHECKPOINT")
    connections.close_all()


def numbers() -> None:
    """Every serial number of the demo city."""
    sys.stdout.write("\n".join(each.serial for each in demo_documents(timezone.localdate())) + "\n")


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
