"""A whole submission against one of a `wagtail.contrib.forms` form with e-mail, in the same run.

Ours: validate everything, case with key, journal and receipt, the mail in the outbox, and the page that
follows. Theirs: validate, store, send the e-mail (into a file), and the page that thanks. Both draw the
city's frame. The `ratio` is that of the two, not that to the floor.
"""

import re
import statistics
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from tests.bench.measuring import ROUNDS, Row, copied, run, say, served_city
from tests.bench.serving import Served

HEADING = "Submissions (against wagtail.contrib.forms)"
LIMIT = 1.5
PER_ROUND, WARM_UP = 30, 15
SLUG, CONTACT = "anliegen-schreiben", "/bench-kontakt/"
COOKIE = "c" * 32


def measure(prepared: Path, floor: Served) -> list[Row]:
    folder = copied(prepared, "submissions")
    token_file = folder / "tokens"
    say("filling in drafts …")
    run(["tests/bench/submission_preparing.py", str(ROUNDS * PER_ROUND + WARM_UP), str(token_file)], folder)
    with served_city(folder, RATE_LIMITS="off") as served:
        tokens = iter(token_file.read_text().split())
        fields = _fields_of(served)
        _ours(served, tokens, WARM_UP)
        _theirs(served, fields, WARM_UP)
        ours, theirs = [], []
        for _ in range(ROUNDS):
            ours.append(_ours(served, tokens, PER_ROUND))
            theirs.append(_theirs(served, fields, PER_ROUND))
    ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
    return [
        Row("a submission of an online form", LIMIT, statistics.median(ours), ratio),
        Row("one of wagtail.contrib.forms", 1.0, statistics.median(theirs), 1.0),
    ]


def _ours(served: Served, tokens: Iterator[str], times: int) -> float:
    """The last button and the page that follows; the page with the button is fetched before."""
    sent = [_ready_to_send(served, next(tokens)) for _ in range(times)]
    waiting = iter(sent)
    return served.cpu_milliseconds(lambda: _send(served, *next(waiting)), times)


def _ready_to_send(served: Served, token: str) -> tuple[str, str]:
    path = f"/formular/{SLUG}/{token}/"
    status, page = served.get(f"{path}zusammenfassung/")
    found = re.search(rb'name="guard-ticket" value="([^"]+)"', page)
    if status != 200 or not found:
        raise RuntimeError(f"the summary answered {status}")
    return path, urlencode({"guard-ticket": found[1].decode(), "guard-website": ""})


def _send(served: Served, path: str, body: str) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
    answer, _ = served.ask("POST", f"{path}zusammenfassung/", body, headers)
    if answer.status not in (302, 303):
        raise RuntimeError(f"sending answered {answer.status}")
    status, page = served.get(str(answer.getheader("Location")))
    if status != 200 or b"Aktenzeichen" not in page:
        raise RuntimeError(f"the confirmation answered {status}")


def _fields_of(served: Served) -> str:
    _, page = served.get(CONTACT)
    names = re.findall(r'name="(feld_\d+)"', page.decode())
    values = dict.fromkeys(names, "kim@example.org")
    return urlencode({**values, "csrfmiddlewaretoken": COOKIE})


def _theirs(served: Served, body: str, times: int) -> float:
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": f"csrftoken={COOKIE}"}

    def send() -> None:
        answer, page = served.ask("POST", CONTACT, body, headers)
        if answer.status != 200 or b"Danke" not in page:
            raise RuntimeError(f"the form page answered {answer.status}")

    return served.cpu_milliseconds(send, times)
