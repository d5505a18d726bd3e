"""The case file: the list of 100,000 cases of one department, its pages and its search by name."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

from tests.bench.measuring import Row, copied, measured, run, say, served_city
from tests.bench.serving import Served

HEADING = "Cases (100,000 of one department)"
CASES = 100_000
LIST = "/redaktion/vorgaenge/"
LIMITS = {
    "list": 3.0,
    "list, page 500": 3.0,
    "list, late ones": 3.0,
    "found by name": 3.0,
    # Bounded, not fast: 20,000 bearers are looked at.
    "a first name that all share": 20.0,
}


def measure(prepared: Path, floor: Served) -> list[Row]:
    folder = copied(prepared, "cases")
    session_file = folder / "session"
    say(f"filling up to {CASES} cases …")
    run(["tests/bench/case_filling.py", str(CASES), str(session_file)], folder)
    with served_city(folder, RATE_LIMITS="off") as served:
        desk = Desk(served, session_file.read_text())
        ask = {
            "list": desk.get(LIST),
            "list, page 500": desk.get(f"{LIST}?seite=500"),
            "list, late ones": desk.get(f"{LIST}?frist=late"),
            "found by name": desk.search("Kim 4711"),
            "a first name that all share": desk.search("Kim"),
        }
        return measured(floor, LIMITS, ask)


class Desk:
    """Somebody who is signed in."""

    def __init__(self, served: Served, session: str) -> None:
        self.served = served
        self.cookies = f"sessionid={session}; csrftoken={'c' * 32}"

    def get(self, path: str) -> Callable[[int], float]:
        return lambda times: self.served.cpu_milliseconds(lambda: self._ask("GET", path), times)

    def search(self, name: str) -> Callable[[int], float]:
        body = urlencode({"suche": name, "csrfmiddlewaretoken": "c" * 32})
        return lambda times: self.served.cpu_milliseconds(
            lambda: self._ask("POST", f"{LIST}suche/", body), times
        )

    def _ask(self, method: str, path: str, body: str | None = None) -> None:
        headers = {"Cookie": self.cookies, "Content-Type": "application/x-www-form-urlencoded"}
        answer, text = self.served.ask(method, path, body, headers)
        if answer.status != 200 or b"Aktenzeichen" not in text:
            raise RuntimeError(f"{path} answered {answer.status}")
