"""At start: `DATA_KEYS` must open what is stored."""

from typing import Any

from django.conf import settings
from django.core import checks
from django.db import DatabaseError

from ..models import DataKey
from .keys import HOUSE_KEYS, KeyProblem, unwrap

HINT = (
    "Put the missing key back into DATA_KEYS, newest first, as it was (from a backup, or the file "
    "data-key in DATA_DIR of a demo). Do not start without it: this data would be lost."
)


def check_data_keys(**_: Any) -> list[checks.CheckMessage]:
    """Opens the keys of the house and one per wrapping key. A database that is not there yet has nothing
    to open.
    """
    try:
        names = list(DataKey.objects.order_by().values_list("wrapped_by", flat=True).distinct())
        samples = list(DataKey.objects.filter(subject__in=HOUSE_KEYS))
        for name in names:
            samples += DataKey.objects.filter(wrapped_by=name).order_by("pk")[:1]
    except DatabaseError:
        return []
    problems: dict[str, checks.CheckMessage] = {}
    for sample in samples:
        try:
            unwrap(sample)
        except KeyProblem as problem:
            problems[sample.wrapped_by] = checks.Critical(f"{problem}.", hint=HINT, id="cases.E001")
    if not settings.DATA_KEYS:
        problems[""] = checks.Critical("DATA_KEYS is empty.", hint=HINT, id="cases.E002")
    return list(problems.values())
