"""Queues reminders to very many people, for benchmarks only.

Run as a program: `DATA_DIR=… python tests/bench/reminder_filling.py 100000`. Prints the mails that were
queued, CPU milliseconds for each, and by how many megabytes the peak of memory rose while they were.
"""

import json
import os
import resource
import sys
import time
import uuid
from datetime import datetime
from itertools import cycle, islice
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(BASE_DIR), str(BASE_DIR / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.db import transaction
from django.utils import timezone

from outbox.models import OutgoingMail
from servicefinder.addresses.models import Address
from servicefinder.waste.domain.reminder_seals import seal_email
from servicefinder.waste.domain.reminding import remind
from servicefinder.waste.models import Collection, Reminder, ServedRange
from servicefinder.waste.presentation.reminder_mails import reminder_mail

ROWS_AT_ONCE = 500


@transaction.atomic
def fill(total: int, collection: Collection) -> None:
    """Confirmed reminders of houses on the tour of `collection`."""
    streets = ServedRange.objects.filter(tour=collection.tour, last_number=None, parity="all").values(
        "street"
    )
    houses = cycle(Address.objects.filter(street__in=streets)[:ROWS_AT_ONCE])
    now = timezone.now()
    for _ in range(0, total, ROWS_AT_ONCE):
        ids = [uuid.uuid4() for _ in range(min(ROWS_AT_ONCE, total))]
        Reminder.objects.bulk_create(
            Reminder(id=pk, address=house, sealed_email=seal_email(pk, f"{pk}@example.org"), confirmed_at=now)
            for pk, house in zip(ids, islice(houses, len(ids)), strict=True)
        )


def peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    collection = Collection.objects.filter(day__gt=timezone.localdate(), state="planned").earliest("day")
    fill(int(sys.argv[1]), collection)
    moment = timezone.make_aware(datetime.combine(collection.day, datetime.min.time()).replace(hour=1))
    before, started = peak_megabytes(), time.process_time()
    written = remind(reminder_mail, moment)
    spent = (time.process_time() - started) * 1000
    assert written == OutgoingMail.objects.filter(sent_at=None).count() >= int(sys.argv[1])
    print(json.dumps({"mails": written, "milliseconds": spent / written, "more": peak_megabytes() - before}))
