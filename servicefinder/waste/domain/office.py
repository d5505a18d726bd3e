"""Who plans the collection."""

from typing import Any

from servicefinder.cases.domain.visibility import departments_of

from ..models import WasteSettings


def works_with_waste(user: Any) -> bool:
    """Members of the department in charge, today; nobody by rank alone."""
    department = WasteSettings.load().department_id
    return department is not None and department in departments_of(user)
