"""Life situations, and the services that belong to one."""

from django.db.models import Exists, OuterRef, QuerySet

from home.prepared_queries import PreparedQuery

from ..models import LifeSituation, PublishedService
from .department_lists import LONGEST_LIST, ServiceList
from .public_rows import not_expired
from .service_rows import service_rows


def services_in(situation: LifeSituation) -> ServiceList:
    """Services in the situation's language, the most wanted first, at most `LONGEST_LIST`."""
    found = PublishedService.objects.filter(not_expired(), life_situations=situation)
    rows = service_rows(found.order_by("-demand", "sort_key")[:LONGEST_LIST])
    return ServiceList(list(rows), found.count())


def situations_with_services(language: str) -> QuerySet[LifeSituation]:
    """Life situations that lead to something, in the city's order."""
    through = PublishedService.life_situations.through.objects.filter(lifesituation=OuterRef("pk"))
    situations = LifeSituation.objects.filter(locale__language_code=language)
    return situations.filter(Exists(through)).order_by("order", "title")


def shown_situations(language: str) -> list[LifeSituation]:
    """The same as objects, by a query that is prepared: every front page asks it."""
    return [LifeSituation.from_db(None, COLUMNS, row) for row in SITUATIONS.rows(language=language)]


def situation_titles(language: str) -> dict[str, str]:
    """Titles of the same by slug."""
    return dict(TITLES.rows(language=language))


def _situation_rows(language: str) -> QuerySet[LifeSituation]:
    return situations_with_services(language).values_list(*COLUMNS)  # type: ignore[return-value]


COLUMNS = [field.attname for field in LifeSituation._meta.concrete_fields]
SITUATIONS = PreparedQuery(_situation_rows, language=str)
TITLES = PreparedQuery(
    lambda language: situations_with_services(language).values_list("slug", "title"), language=str
)
