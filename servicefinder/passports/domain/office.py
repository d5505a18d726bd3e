"""Who works with documents, and where they are fetched."""

from typing import Any

from home.prepared_queries import PreparedQuery
from servicefinder.cases.domain.visibility import belongs_to

from ..enums import SecondFact
from ..models import PassportSettings, PickupPlace

SECOND_FACTS = PreparedQuery(lambda: PassportSettings.objects.order_by("pk").values_list("second_fact")[:1])


def works_with_documents(user: Any) -> bool:
    """Members of the department in charge."""
    return belongs_to(user, PassportSettings.load().department_id)


def second_fact() -> str:
    found = SECOND_FACTS.rows()
    return str(found[0][0]) if found else SecondFact.BIRTHDAY.value


def place_codes() -> list[str]:
    """The first one also holds for lines that name none."""
    return list(PickupPlace.objects.order_by("sort_order").values_list("code", flat=True))
