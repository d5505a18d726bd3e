"""Finding a case by its reference or by a name. Names are compared as keyed hashes."""

from django.db.models import QuerySet

from ..models import Case
from .names import name_digests
from .references import normalised

FOUND_PER_PAGE = 50


def case_called(cases: QuerySet[Case], typed: str) -> Case | None:
    """The one of `cases` with the typed reference, however it was typed."""
    reference = normalised(typed)
    return cases.filter(reference=reference).first() if reference else None


def cases_of_name(cases: QuerySet[Case], name: str) -> QuerySet[Case]:
    """Those of `cases` whose person's name has all the parts that were typed; none for an empty name."""
    digests = name_digests(name)
    if not digests:
        return cases.none()
    for digest in digests:
        cases = cases.filter(names__digest=digest)
    return cases
