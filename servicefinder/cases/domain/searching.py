"""Finding a case by its reference or by a name. Names are compared as keyed hashes."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from ..models import Case, NameDigest
from .names import name_digests
from .references import normalised

FOUND_PER_PAGE = 50
FOUND_LIMIT = 1_000
LOOKED_AT_LIMIT = 20_000


@dataclass(frozen=True)
class Found:
    """Keys in no order; none where there are too many to be shown."""

    keys: list[UUID]
    too_many: bool


def case_called(cases: QuerySet[Case], typed: str) -> Case | None:
    """The one of `cases` with the typed reference, however it was typed."""
    reference = normalised(typed)
    return cases.filter(reference=reference).first() if reference else None


def cases_of_name(cases: QuerySet[Case], name: str) -> Found:
    """Those of `cases` whose person's name has all the parts that were typed; none for an empty name.

    The rarest part leads, and only so many are looked at: a first name that thousands share takes no longer
    than a rare one, and is answered with the wish for another part.
    """
    digests = name_digests(name)
    if not digests:
        return Found([], too_many=False)
    borne = {digest: _borne_by(digest) for digest in digests}
    rarest, *others = sorted(digests, key=lambda digest: borne[digest])
    leading = NameDigest.objects.filter(digest=rarest).values("case")[:LOOKED_AT_LIMIT]
    found = cases.filter(pk__in=leading)
    for digest in others:
        found = found.filter(names__digest=digest)
    keys = list(found.order_by().values_list("pk", flat=True)[: FOUND_LIMIT + 1])
    too_many = len(keys) > FOUND_LIMIT or borne[rarest] == LOOKED_AT_LIMIT
    return Found([] if too_many else keys, too_many)


def _borne_by(digest: str) -> int:
    """Cases with this part, counted up to the limit."""
    return NameDigest.objects.filter(digest=digest)[:LOOKED_AT_LIMIT].count()
