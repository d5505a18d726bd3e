"""Citizens who press at the same moment, in real processes; not a test itself.

python processes.py press FILE PROCESSES TIMES LIMIT
"""

import multiprocessing
import sys
from datetime import timedelta
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(BASE_DIR), str(BASE_DIR / "site")]

import django  # noqa: E402

django.setup()

from django.db import connections  # noqa: E402

from limits.domain.rates import RateLimited, allow_subject  # noqa: E402


def press(file: str, times: int, limit: int) -> None:
    """One line per attempt: whether it was allowed."""
    for _ in range(times):
        try:
            allow_subject("test", "everybody", limit=limit, per=timedelta(days=1))
            outcome = "allowed"
        except RateLimited:
            outcome = "refused"
        with Path(file).open("a") as log:
            log.write(f"{outcome}\n")
    connections.close_all()


if __name__ == "__main__":
    _, _, file, processes, times, limit = sys.argv
    fork = multiprocessing.get_context("fork")
    pressing = [
        fork.Process(target=press, args=(file, int(times), int(limit))) for _ in range(int(processes))
    ]
    for process in pressing:
        process.start()
    for process in pressing:
        process.join()
    sys.exit(max(process.exitcode for process in pressing))
