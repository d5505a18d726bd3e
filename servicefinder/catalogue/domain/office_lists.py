"""What can be done at an office."""

from ..models import PublishedService
from .department_lists import LONGEST_LIST, ServiceList
from .public_rows import public_rows
from .service_rows import service_rows


def services_at(language: str, office: str) -> ServiceList:
    """Services that name the office, the most wanted first, at most `LONGEST_LIST`.

    Offices are facts and so stand on the German page of a service.
    """
    found = public_rows(PublishedService, language, service__pages__offices__office=office).distinct()
    rows = service_rows(found.order_by("-demand", "sort_key")[:LONGEST_LIST])
    return ServiceList(list(rows), found.count())
