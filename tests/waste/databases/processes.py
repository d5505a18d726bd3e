"""What a citizen does with the calendar, in a process of its own; not a test itself.

python processes.py SCENARIO     with DATABASE_URL and DATA_DIR in the environment
"""

import json
import os
import sys
from datetime import timedelta
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(BASE_DIR), str(BASE_DIR / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client, RequestFactory  # noqa: E402
from django.utils import timezone  # noqa: E402

from capabilities.domain.tickets import issue_ticket  # noqa: E402
from config.serving.revalidation import Revalidation  # noqa: E402
from outbox.domain.running import run_due_jobs  # noqa: E402
from servicefinder.addresses.domain.street_keys import write_keys  # noqa: E402
from servicefinder.addresses.models import Address, Street  # noqa: E402
from servicefinder.waste.domain.reminders import end_token  # noqa: E402
from servicefinder.waste.forms.reminders import ReminderForm  # noqa: E402
from servicefinder.waste.models import Reminder  # noqa: E402
from tests.factories import waste as made  # noqa: E402
from tests.prepared_databases import NoMigrations  # noqa: E402

TYPED = ("ostanlage 5", "ostanl 5", "Ost-Anlage 5", "ostanlge 5", "ostanlage 7a", "ostanlage", "nirgends 1")
SAME_ORIGIN = {"sec-fetch-site": "same-origin"}


def browser() -> Client:
    return Client(headers={"host": "127.0.0.1"})


def say(found: object) -> None:
    sys.stdout.write(f"{json.dumps(found)}\n")


def prepare() -> None:
    settings.MIGRATION_MODULES = NoMigrations()
    call_command("migrate", skip_checks=True, run_syncdb=True, verbosity=0)
    call_command("collectstatic", interactive=False, skip_checks=True, verbosity=0)
    made.address()
    made.address("Ostanlage", 7, "a")
    write_keys(list(Street.objects.all()))
    day = timezone.localdate() + timedelta(days=1)
    made.collection(made.tour(year=day.year), day)


def find() -> None:
    """Prints where what people type leads to."""
    client = browser()
    found = {}
    for text in TYPED:
        answer = client.get("/abfuhrkalender/", {"q": text})
        found[text] = answer.headers.get("Location", answer.status_code)
    proposed = client.get("/api/v1/addresses", {"q": "ostanl 7"}).json()["results"]
    ids = {f"/abfuhrkalender/{each.pk}/": str(each) for each in Address.objects.select_related("street")}
    say([{text: ids.get(to, to) for text, to in found.items()}, len(proposed)])


def read_dates() -> None:
    """Prints the status of each way to read them, and of asking again."""
    client, house = browser(), Address.objects.get(number=5)
    page = client.get(f"/abfuhrkalender/{house.pk}/")
    everything = client.get(f"/meine-adresse/{house.pk}/")
    dates = client.get("/api/v1/waste/dates", {"street": "ostanlage", "number": "5"}).json()
    path = "/abfuhrkalender/abo/" + dates["ics"].partition("/abfuhrkalender/abo/")[2]
    first, second = client.get(path), client.get(path)
    said: list[str] = []
    environ = RequestFactory().get(path, headers={"if-none-match": first["ETag"]}).environ
    Revalidation(lambda *arguments: ())(environ, lambda status, headers: said.append(status))
    shown = [b"Restm" in answer.content for answer in (page, everything, first)]
    say([shown, len(dates["dates"]), first.content == second.content, said])


def be_reminded() -> None:
    """Signs up, confirms and ends; prints what is left after each step."""
    ReminderForm.min_age = timedelta(0)
    client, house = browser(), Address.objects.get(number=5)
    form = {"email": "anna@example.org", "hour": "evening", "ticket": issue_ticket("waste.reminder")}
    steps = [client.post(f"/abfuhrkalender/{house.pk}/erinnerung/", form, headers=SAME_ORIGIN).status_code]
    run_due_jobs()
    (mail,) = (Path(settings.DATA_DIR) / "mail").glob("*")
    link = next(line for line in mail.read_text().splitlines() if "/abfuhrkalender/erinnerung/" in line)
    confirm = "/" + link.split("/", 3)[3]
    steps.append(client.post(confirm, headers=SAME_ORIGIN).status_code)
    reminder = Reminder.objects.get()
    steps.append(reminder.confirmed_at is not None)
    end = f"/abfuhrkalender/erinnerung/{end_token(reminder.pk)}/abmelden/"
    steps += [client.post(end, {"List-Unsubscribe": "One-Click"}).status_code, Reminder.objects.count()]
    say(steps)


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
