"""Fills a prepared demo city with cases of one department, by SQL: what is measured is reading them.

Run as a program: `DATA_DIR=… python tests/bench/case_filling.py 100000 /file/for/session`. For benchmarks
only. Each case is a copy of one that was opened the usual way, under a key, a reference and a name digest of
its own; three in ten are open. Signs somebody of that department in and writes the session's key to the file.
"""

import os
import sys
import uuid
from datetime import timedelta
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(BASE_DIR), str(BASE_DIR / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction
from django.utils import timezone

from outbox.domain.planner_statistics import refresh_statistics
from servicefinder.cases.domain.ciphers import KEY_BYTES, Box
from servicefinder.cases.domain.names import name_digests
from servicefinder.cases.domain.sealing import Seal, subject_of
from servicefinder.cases.enums import CaseState
from servicefinder.cases.models import Case, CaseShare, DataKey, NameDigest
from servicefinder.catalogue.models import Membership

SLICE = 1000
NAMES = ("Ahrens", "Bächle", "Çelik", "Dörr", "Engel", "Fuchs", "Groß", "Huber")
STATES = (CaseState.RECEIVED, CaseState.IN_WORK, CaseState.WAITING, *[CaseState.CLOSED] * 7)


def worker_of_most_cases() -> Membership:
    """Somebody of the department that the demo city gave a case."""
    department = Case.objects.order_by("department__name").values("department")[:1]
    return Membership.objects.filter(department__in=department, role="author").select_related("user").first()


@transaction.atomic
def fill(total: int, department_id: uuid.UUID) -> None:
    # Long lists of what is only shared are another matter.
    CaseShare.objects.filter(department=department_id).delete()
    original = Case.objects.filter(department=department_id).order_by("reference").first()
    fields = {f.attname: getattr(original, f.attname) for f in Case._meta.concrete_fields if not f.generated}
    now, (wrapped_by, wrapping) = timezone.now(), next(iter(settings.DATA_KEYS.items()))
    for start in range(0, total, SLICE):
        cases, names, keys = [], [], []
        for number in range(start, min(start + SLICE, total)):
            pk, state = uuid.uuid4(), STATES[number % len(STATES)]
            name = f"{NAMES[number % len(NAMES)]}, Kim {number}"
            key = os.urandom(KEY_BYTES)
            sealed_key = Box(b"", wrapping).close(subject_of(pk), key)
            keys.append(DataKey(subject=subject_of(pk), wrapped_by=wrapped_by, wrapped=sealed_key))
            seal = Seal(pk, key)
            own = {
                "id": pk,
                "reference": f"B{number}",
                "submission_key": str(pk),
                "state": state,
                "received_at": now - timedelta(minutes=number),
                "due_on": (now + timedelta(days=number % 60 - 20)).date(),
                "closed_at": now if state == CaseState.CLOSED else None,
                "sealed_name": seal.close_text("name", name),
                "journal_count": 0,
                "journal_head": "",
                "duplicate_of_id": None,
            }
            cases.append(Case(**{**fields, **own}))
            names += [NameDigest(case_id=pk, digest=digest) for digest in name_digests(name)]
        DataKey.objects.bulk_create(keys)
        Case.objects.bulk_create(cases)
        NameDigest.objects.bulk_create(names)


def signed_in(user: object) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)  # type: ignore[attr-defined]
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()  # type: ignore[attr-defined]
    session.save()
    return str(session.session_key)


if __name__ == "__main__":
    membership = worker_of_most_cases()
    fill(int(sys.argv[1]), membership.department_id)
    refresh_statistics()
    Path(sys.argv[2]).write_text(signed_in(membership.user))
