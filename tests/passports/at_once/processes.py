"""Real processes that take lists over, hand out and ask; not a test itself.

python processes.py SCENARIO [ARGUMENT…]     with DATABASE_URL and DATA_DIR in the environment
"""

import json
import os
import random
import re
import resource
import shutil
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
from django.core.cache import cache  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from accounts.models import User  # noqa: E402
from capabilities.domain.tickets import issue_ticket  # noqa: E402
from democity.loading.passports import DemoDocument, demo_documents  # noqa: E402
from outbox.domain.jobs import RetryLater  # noqa: E402
from outbox.domain.running import run_due_jobs  # noqa: E402
from servicefinder.cases.domain.settling import settle  # noqa: E402
from servicefinder.catalogue.models import Department, Membership  # noqa: E402
from servicefinder.passports.domain.handing_out import HandOut, hand_out  # noqa: E402
from servicefinder.passports.domain.journal import Actor  # noqa: E402
from servicefinder.passports.domain.ready_mails import cancel, confirm  # noqa: E402
from servicefinder.passports.domain.records import find  # noqa: E402
from servicefinder.passports.domain.serial_numbers import ALPHABET  # noqa: E402
from servicefinder.passports.domain.taking_over import agree, apply  # noqa: E402
from servicefinder.passports.enums import RunState  # noqa: E402
from servicefinder.passports.forms.asking import PassportForm  # noqa: E402
from servicefinder.passports.imports.folder import take_from_folder  # noqa: E402
from servicefinder.passports.imports.receiving import receive  # noqa: E402
from servicefinder.passports.models import DocumentRecord, ImportRun, PassportSettings, ReadyMail  # noqa: E402
from servicefinder.passports.views import pages  # noqa: E402
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


def long_list(lines: str) -> None:
    """A long list through the watched folder; prints by how many kilobytes the process has grown."""
    settings.PASSPORT_FOLDER = Path(os.environ["DATA_DIR"]) / "lieferung"
    settings.PASSPORT_FOLDER.mkdir()
    _into_folder(1000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    _into_folder(int(lines))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    sys.stdout.write(json.dumps({"grown_kilobytes": grown}) + "\n")


def _into_folder(lines: int) -> None:
    file = settings.PASSPORT_FOLDER / "lieferung.csv"
    with file.open("w") as content:
        content.write(f"{HEADER}\n")
        content.writelines(f"{line(_serial(number), FACT)}\n" for number in range(lines))
    os.utime(file, (0, 0))
    take_from_folder()
    run_due_jobs()
    assert not file.exists()


def _serial(number: int) -> str:
    found = ""
    for _ in range(5):
        number, rest = divmod(number, 27)
        found += sorted(ALPHABET)[rest]
    return f"T220{found}"


def ask_once() -> None:
    """One question as the browser sends it, to a database that may be locked; prints what came back."""
    settings.ALLOWED_HOSTS = ["testserver"]
    PassportForm.min_age = timedelta(0)
    connection.settings_dict["OPTIONS"] |= {"timeout": 1} if connection.vendor == "sqlite" else {}
    pages.LONGEST_WAIT_SECONDS = 1
    said = _ask(SERIALS[0])
    is_kept = SERIALS[0] in said.text and FACT in said.text
    sys.stdout.write(json.dumps({"status": said.status_code, "kept": is_kept}) + "\n")


def _ask(serial: str, fact: str = FACT, path: str = "/ausweisstatus/", **data: str) -> HttpResponse:
    data = {"serial": serial, "fact": fact, "ticket": issue_ticket("passports.ask"), **data}
    return Client(raise_request_exception=False).post(path, data, HTTP_ORIGIN="http://testserver")


def _follow(page: HttpResponse, path: str, **data: str) -> HttpResponse:
    """Send the form of a page on, with its sealed pair."""
    pair = re.search(r'name="pair" value="([^"]*)"', page.text)
    data |= {"pair": pair[1] if pair else "", "ticket": issue_ticket("passports.pair")}
    return Client(raise_request_exception=False).post(path, data, HTTP_ORIGIN="http://testserver")


def all_paths() -> None:
    """Every path that a number can take; all come in with the lists. Prints nothing of them."""
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.PASSPORT_FOLDER = Path(os.environ["DATA_DIR"]) / "lieferung"
    PassportForm.min_age = timedelta(0)
    documents = list(demo_documents(timezone.localdate()))
    _lists(documents)
    settings.RATE_LIMITS = False
    for each in documents[::20]:
        assert _ask(each.serial, each.fact).status_code == 200
    for each in documents[:15]:
        _ask(each.serial, each.fact, "/en/ausweisstatus/")
        _ask(f"{each.serial}0", each.fact)
        _ask(each.serial, "31.2.1980")
        _ask(each.serial, each.fact, website="https://spam.example")
        Client().post("/ausweisstatus/", {"serial": each.serial, "fact": each.fact})
    settings.RATE_LIMITS = True
    for each in documents[:15]:  # Past the allowance.
        place = _follow(_ask(each.serial, each.fact), "/ausweisstatus/weiter/", wait="1")
        _follow(place, "/ausweisstatus/weiter/", proof="nothing")
    settings.RATE_LIMITS = False
    _mails(documents[:20])
    _hand_outs(documents[60:80])
    _keep_a_copy("before-settling")
    _settle()
    if connection.vendor == "postgresql":
        connection.cursor().execute("CHECKPOINT")
    connections.close_all()


def _settle() -> None:
    """As the worker does, again while somebody on the server holds old rows back."""
    while True:
        try:
            return settle("database", {})
        except RetryLater:
            continue


def _clerk() -> Client:
    department = PassportSettings.load().department
    user, _ = User.objects.get_or_create(username="amt", defaults={"is_superuser": True})
    Membership.objects.get_or_create(user=user, department=department)
    client = Client()
    client.force_login(user)
    return client


def _lists(documents: list[DemoDocument]) -> None:
    """One by hand, one through the folder; both with lines that are not understood."""
    rows = [
        line(each.serial, each.fact, status="bereit" if index % 2 else "herstellung", days=-2)
        for index, each in enumerate(documents)
    ]
    bad = [f"kaputt;{each.serial};{each.fact};x" for each in documents[:50]]
    file = csv_file(*rows, *bad, header=HEADER)
    file.name = "lieferung.csv"
    clerk = _clerk()
    clerk.post("/redaktion/ausweise/lieferlisten/", {"file": file})
    run_due_jobs()
    run = ImportRun.objects.get()
    assert run.state == RunState.CHECKED, run.state
    _keep_a_copy("checked")
    clerk.post(f"/redaktion/ausweise/lieferlisten/{run.pk}/uebernehmen/")
    folder = settings.PASSPORT_FOLDER
    folder.mkdir()
    (folder / "nacht.csv").write_bytes(file.getvalue())
    os.utime(folder / "nacht.csv", (0, 0))
    take_from_folder()
    run_due_jobs()
    assert DocumentRecord.objects.count() == len(documents)
    clerk.get("/redaktion/ausweise/lieferlisten/")
    clerk.get(f"/redaktion/ausweise/lieferlisten/{run.pk}/")


def _mails(documents: list[DemoDocument]) -> None:
    """Ordered; some confirmed, some cancelled, some left."""
    for index, each in enumerate(documents):
        answer = _ask(each.serial, each.fact)
        _follow(answer, "/ausweisstatus/benachrichtigung/", email=f"zwetschge{index}@quitte.example")
    _keep_a_copy("mails-waiting")
    run_due_jobs()
    for index, row in enumerate(ReadyMail.objects.all()):
        confirm(str(row.pk)) if index % 3 else cancel(str(row.pk))
    run = receive(csv_file(*(line(each.serial, each.fact) for each in documents)), automatic=True)
    apply(str(run.pk), {})
    run_due_jobs()


def _hand_outs(documents: list[DemoDocument]) -> None:
    clerk = _clerk()
    for each in documents:
        clerk.post("/redaktion/ausweise/", {"serial": each.serial, "fact": each.fact})
        clerk.post("/redaktion/ausweise/", {"serial": each.serial, "fact": "1.1.1901"}, follow=True)
        clerk.post("/redaktion/ausweise/", {"serial": each.serial, "fact": "unsinn"})
    clerk.get("/redaktion/ausweise/zahlen/")
    clerk.get("/redaktion/ausweise/journal/")
    assert DocumentRecord.objects.filter(state=3).count() == len(documents)


def _keep_a_copy(name: str) -> None:
    """Of the database as it lies there now, write-ahead log and all, and of what the cache holds."""
    folder = Path(os.environ["DATA_DIR"])
    (folder / name).mkdir()
    for file in folder.glob("*.sqlite3*"):
        shutil.copy(file, folder / name)
    kept = {key: cache.get(key.split(":", 2)[-1]) for key in list(getattr(cache, "_cache", {}))}
    (folder / name / "cache").write_text(repr(kept))


def numbers() -> None:
    """Every serial number of the demo city."""
    sys.stdout.write("\n".join(each.serial for each in demo_documents(timezone.localdate())) + "\n")


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
