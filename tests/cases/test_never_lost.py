"""An acknowledged submission is never lost, and exists once, whenever the process is killed."""

import json

import pytest

from tests.cases.real_databases import case_processes

__all__ = ["case_processes"]

ROUNDS = 30


@pytest.mark.slow
def test_thirty_rounds_of_kills_lose_and_double_nothing(case_processes):
    said = json.loads(case_processes.run("rounds", ROUNDS).splitlines()[-1])
    acknowledged = said["acknowledged"]
    cases = dict(case_processes.query("SELECT submission_key, id FROM cases_case"))
    received = case_processes.query("SELECT case_id FROM cases_journalentry WHERE kind = 'received'")
    mails = case_processes.query("SELECT id, key FROM outbox_outgoingmail")
    keys = case_processes.query("SELECT subject FROM cases_datakey WHERE subject LIKE 'case:%'")
    jobs = case_processes.query("SELECT key FROM outbox_job WHERE kind = 'outbox.mail'")
    counted = case_processes.query("SELECT SUM(last) FROM cases_referencecounter")

    assert len(acknowledged) > ROUNDS
    assert set(acknowledged) <= set(cases)
    everyone = sorted(map(_plain, cases.values()))
    assert sorted(_plain(row[0]) for row in received) == everyone
    assert sorted(_plain(row[1].split(":")[1]) for row in mails) == everyone
    assert sorted(_plain(row[0].split(":")[1]) for row in keys) == everyone
    assert sorted(row[0] for row in jobs) == sorted(str(row[0]) for row in mails)
    assert counted[0][0] == len(cases)


def _plain(value: object) -> str:
    """SQLite keeps UUIDs without hyphens."""
    return str(value).replace("-", "")
