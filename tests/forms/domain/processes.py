"""Real processes that submit the same draft; not a test itself.

    python processes.py SCENARIO     with DATABASE_URL and DATA_DIR in the environment

Prints one line of JSON with what is in the database afterwards.
"""

import json
import multiprocessing
import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import Any

BASE_DIR = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(BASE_DIR), str(BASE_DIR / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402
from django.utils import timezone  # noqa: E402

from outbox.models import OutgoingMail  # noqa: E402
from servicefinder.cases.domain.contents import IncomingFile  # noqa: E402
from servicefinder.cases.models import Case, CaseDocument, CaseType, CaseTypeVersion, JournalEntry  # noqa: E402
from servicefinder.catalogue.models import Department  # noqa: E402
from servicefinder.forms.domain.draft_files import add_files  # noqa: E402
from servicefinder.forms.domain.drafts import open_draft, save_step, start  # noqa: E402
from servicefinder.forms.domain.submitting import submit  # noqa: E402
from servicefinder.forms.models import Draft, FormVersion, OnlineForm  # noqa: E402

FILE = IncomingFile("laterne.pdf", "application/pdf", b"%PDF-1.7 Laterne")
DEFINITION = {
    "format": 1,
    "steps": [
        {
            "name": "was",
            "title": "Worum geht es?",
            "fields": [
                {"name": "text", "kind": "text", "label": "Worum geht es?"},
                {"name": "email", "kind": "email", "label": "E-Mail"},
                {"name": "bild", "kind": "file", "label": "Bild"},
            ],
        }
    ],
}
AT_ONCE = 8
ROUNDS = 12
LONGEST_SUBMISSION_SECONDS = 0.4


class WithoutMigrations:
    """Tables straight from the models: this is not about how they came to be."""

    def __contains__(self, app: str) -> bool:
        return True

    def __getitem__(self, app: str) -> None:
        return None


def prepare() -> FormVersion:
    settings.MIGRATION_MODULES = WithoutMigrations()
    call_command("migrate", run_syncdb=True, skip_checks=True, verbosity=0, interactive=False)
    kind = CaseType.objects.create(key="meldung", department=Department.objects.create(name="Bauamt"))
    CaseTypeVersion.objects.create(case_type=kind, number=1, name="Meldung", approved_at=timezone.now())
    return FormVersion.objects.create(
        form=OnlineForm.objects.create(name="Meldung"),
        number=1,
        title="Meldung",
        definition=DEFINITION,
        settings={"case_type": "meldung"},
        digest="0" * 64,
        published_at=timezone.now(),
    )


def draft_of(version: FormVersion) -> str:
    _, token = start(version, "de")
    draft = add_files(open_draft(token), "bild", [FILE])
    save_step(draft, draft.form.steps[0], {"text": "Es ist dunkel", "email": "a@example.org"}, done=True)
    return token


def in_a_process(work: Any, *args: Any) -> multiprocessing.Process:
    process = multiprocessing.get_context("fork").Process(target=work, args=args)
    process.start()
    return process


def submit_one(token: str, said: Any) -> None:
    confirmation = submit(open_draft(token))
    said.put((confirmation.reference, confirmation.secret))


def eight_at_once(version: FormVersion) -> dict[str, Any]:
    token = draft_of(version)
    connections.close_all()
    said = multiprocessing.get_context("fork").Queue()
    processes = [in_a_process(submit_one, token, said) for _ in range(AT_ONCE)]
    confirmations = {said.get(timeout=60) for _ in processes}
    for process in processes:
        process.join(60)
    return {"confirmations": len(confirmations), **counts()}


def killed_at_random(version: FormVersion) -> dict[str, Any]:
    """Each draft is submitted by a process that is killed somewhere, then once more."""
    tokens = [draft_of(version) for _ in range(ROUNDS)]
    said = multiprocessing.get_context("fork").Queue()
    wrong = 0
    for token in tokens:
        connections.close_all()
        process = in_a_process(submit_one, token, said)
        time.sleep(random.uniform(0, LONGEST_SUBMISSION_SECONDS))  # noqa: S311
        os.kill(process.pid or 0, signal.SIGKILL)
        process.join(60)
        left = Draft.objects.filter(submitted_at__isnull=False).count()
        wrong += left != Case.objects.count()  # Either nothing or everything.
        submit(open_draft(token))
    return {"wrong": wrong, **counts()}


def counts() -> dict[str, int]:
    return {
        "cases": Case.objects.count(),
        "mails": OutgoingMail.objects.count(),
        "received": JournalEntry.objects.filter(kind="received").count(),
        "documents": CaseDocument.objects.count(),
    }


SCENARIOS = {"eight_at_once": eight_at_once, "killed_at_random": killed_at_random}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(SCENARIOS[sys.argv[1]](prepare())))
