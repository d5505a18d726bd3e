"""Who plans the collection."""

from typing import Any

from django.db.models import Q, QuerySet

from accounts.models import User
from servicefinder.cases.domain.assigning import people_of
from servicefinder.cases.domain.visibility import belongs_to

from ..models import WasteSettings


def works_with_waste(user: Any) -> bool:
    """Members of the department in charge."""
    return belongs_to(user, WasteSettings.load().department_id)


def planners() -> QuerySet[User]:
    """The members of the department in charge themselves, without those who stand in for somebody."""
    return people_of(Q(department=WasteSettings.load().department_id))
