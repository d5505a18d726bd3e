"""At start: `DATA_KEYS` must open what is stored."""

from typing import Any

from django.conf import settings
from django.core import checks
from django.db import DatabaseError

from ..models import DataKey
from .keys import KeyProblem, unwrap

HINT = "Put the missing key back into DATA_KEYS (newest first). Without it this data is lost."


def check_data_keys(**_: Any) -> list[checks.CheckMessage]:
    """Opens one key per wrapping key. A database that is not there yet has nothing to open."""
    try:
        names = list(DataKey.objects.order_by().values_list("wrapped_by", flat=True).distinct())
        samples = [DataKey.objects.filter(wrapped_by=name).order_by("pk").first() for name in names]
    except DatabaseError:
        return []
    problems: list[checks.CheckMessage] = []
    for sample in samples:
        try:
            if sample:
                unwrap(sample)
        except KeyProblem as problem:
            problems.append(checks.Critical(f"{problem}.", hint=HINT, id="cases.E001"))
    if not settings.DATA_KEYS:
        problems.append(checks.Critical("DATA_KEYS is empty.", id="cases.E002"))
    return problems
