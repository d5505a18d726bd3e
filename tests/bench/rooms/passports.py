"""What an answer about a document costs, whatever it says, and beside how many documents.

Limits count as ever. `BENCH_PASSPORTS` is how many documents are added; twenty million take some minutes.
"""

import json
import os
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from itertools import count
from pathlib import Path
from urllib.parse import urlencode

from tests.bench.measuring import Row, copied, measured, run, say, served_city
from tests.bench.serving import Served

HEADING = "Ausweisstatus: an answer"
PATH = "/ausweisstatus/"
LIMIT, MANY = 1.0, 2_000_000
ASKED_FREELY = 6  # `FREE_PER_NUMBER` of the room.
QUICKEST_SECONDS = 4  # Who sends a form sooner is asked to send it once more.
TICKET = re.compile(rb'name="ticket" value="([^"]+)"')
SAID = {
    "production": "wird noch hergestellt",
    "ready": "ist abholbereit",
    "handed out": "wurde ausgehändigt",
    "unknown": "nichts sagen",
    "wrong second fact": "nichts sagen",
}


def measure(prepared: Path, floor: Served) -> list[Row]:
    many = int(os.environ.get("BENCH_PASSPORTS", MANY))
    ask: dict[str, Callable[[int], float]] = {}
    with ExitStack() as stack:
        for added in (0, many):
            folder = copied(prepared, f"passports-{added}")
            say(f"{added} more documents …")
            questions = json.loads(run(["tests/bench/passport_filling.py", str(added)], folder))
            served = stack.enter_context(served_city(folder, RATE_LIMITS="on", TRUSTED_PROXIES="1"))
            beside = f", beside {added:,} more" if added else ""
            for kind, question in questions.items():
                ask[f"{kind}{beside}"] = _asking(served, folder, question, SAID[kind])
        time.sleep(QUICKEST_SECONDS)
        return measured(floor, dict.fromkeys(ask, LIMIT), ask)


def _asking(served: Served, folder: Path, question: dict[str, str], said: str) -> Callable[[int], float]:
    """CPU milliseconds per answer; each question comes from a network of its own."""
    _, form = served.get(PATH)
    ticket = TICKET.search(form)
    body = urlencode(question | {"ticket": ticket[1].decode() if ticket else ""})
    headers = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"}
    networks, asked = _networks(), count()

    def once() -> None:
        if next(asked) % ASKED_FREELY == 0:
            _forget_counts(folder)
        answer, page = served.ask("POST", PATH, body, headers | {"X-Forwarded-For": next(networks)})
        if answer.status != 200 or said not in page.decode():
            raise RuntimeError(f"answered {answer.status} without “{said}”")

    return lambda times: served.cpu_milliseconds(once, times)


def _forget_counts(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "city.sqlite3", timeout=30)) as database:
        database.execute("DELETE FROM limits_ratecount")
        database.commit()


def _networks() -> Iterator[str]:
    return (f"10.{number // 250 % 250}.{number % 250}.1" for number in count())
