"""Life situations, and the services that belong to one."""

from django.db.models import Exists, OuterRef, QuerySet

from ..models import LifeSituation, PublishedService
from .department_lists import LONGEST_LIST, ServiceList
from .public_rows import public_rows
from .service_rows import service_rows


def services_in(language: str, situation: LifeSituation) -> ServiceList:
    """The most wanted first, at most `LONGEST_LIST`."""
    found = public_rows(PublishedService, language, life_situations=situation)
    rows = service_rows(found.order_by("-demand", "sort_key")[:LONGEST_LIST])
    return ServiceList(list(rows), found.count())


def situations_with_services(language: str) -> QuerySet[LifeSituation]:
    """Life situations that lead to something, in the city's order."""
    through = PublishedService.life_situations.through.objects.filter(lifesituation=OuterRef("pk"))
    situations = LifeSituation.objects.filter(locale__language_code=language)
    return situations.filter(Exists(through)).order_by("order", "title")
