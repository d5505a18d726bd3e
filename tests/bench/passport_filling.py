"""Fills a prepared demo city up to a number of documents of nobody, fast; SQLite only.

Run as a program: `DATA_DIR=… python tests/bench/passport_filling.py 2000000`. Prints, as JSON, a question of
the demo city for each answer. Rows come in the order of their digests, spread over all there can be: the
index grows at its end and is as large and as deep as if they had come by chance.
"""

import json
import os
import sys
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(BASE_DIR), str(BASE_DIR / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.db import connection
from django.utils import timezone

from democity.loading.passports import demo_documents
from outbox.domain.planner_statistics import refresh_statistics
from servicefinder.passports.domain.digests import newest

FILL = """
    WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :total)
    INSERT INTO passports_documentrecord (digest, pepper, kind, state, place, ordered_on, ready_on)
    SELECT spread(n), :pepper, 'personalausweis', 2, 'mitte', :day, :day FROM numbers
"""


def fill(total: int) -> None:
    step = 2**64 // (total + 1)
    connection.ensure_connection()
    database = connection.connection
    database.create_function("spread", 1, lambda n: (n * step).to_bytes(8, "big") + os.urandom(24))
    values = {"total": total, "pepper": newest(), "day": timezone.localdate().isoformat()}
    database.execute("PRAGMA synchronous=OFF")
    database.execute(FILL, values)
    database.commit()
    refresh_statistics()
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def questions() -> dict[str, dict[str, str]]:
    """One for each answer."""
    found: dict[str, dict[str, str]] = {}
    for each in demo_documents(timezone.localdate()):
        state = "handed out" if each.handed_out_on else "ready" if each.ready_on else "production"
        found.setdefault(state, {"serial": each.serial, "fact": each.fact})
    known = found["ready"]
    return found | {
        "unknown": {"serial": "T2200000C", "fact": known["fact"]},
        "wrong second fact": known | {"fact": "1901-01-01"},
    }


if __name__ == "__main__":
    if (total := int(sys.argv[1])) > 0:
        fill(total)
    print(json.dumps(questions()))
