"""Who works with documents, and where they are fetched."""

from typing import Any

from servicefinder.cases.domain.visibility import departments_of

from ..models import PassportSettings, PickupPlace


def works_with_documents(user: Any) -> bool:
    """Members of the department in charge, today; nobody by rank alone."""
    department = PassportSettings.load().department_id
    return department is not None and department in departments_of(user)


def second_fact() -> str:
    return str(PassportSettings.load().second_fact)


def place_codes() -> list[str]:
    """The first one also holds for lines that name none."""
    return list(PickupPlace.objects.order_by("sort_order").values_list("code", flat=True))
