"""`manage.py take_bounce < message`: for the mail server's alias of the sender address."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from servicefinder.cases.domain.bounces import BOUNCE_LIMIT_BYTES, take_bounce


class Command(BaseCommand):
    help = "Liest eine Unzustellbarkeitsmeldung von der Standardeingabe und vermerkt sie am Vorgang."

    def handle(self, *args: Any, **options: Any) -> None:
        case = take_bounce(sys.stdin.buffer.read(BOUNCE_LIMIT_BYTES))
        said = f"Vorgang {case.reference}: E-Mail nicht zustellbar." if case else "Nichts zu vermerken."
        self.stdout.write(said)
