"""What a query without an answer can become here: a word of a service, a service, or its best bet."""

from typing import Any

from django.urls import reverse

from search.domain.querying import search
from search.registries import GapOffer, GapTaker, RecordKeepers, gap_takers, record_keepers

from .domain.memberships import home_departments
from .enums import Role
from .models import Membership, Service, ServicePage

NEAREST_SERVICES = 3
PUBLISHING = (Role.APPROVER, Role.HEAD)


def register() -> None:
    gap_takers.register(GapTaker("catalogue.word", word_offers))
    gap_takers.register(GapTaker("catalogue.service", service_offers))
    record_keepers.register(RecordKeepers("service", kept_services))


def word_offers(query: str, language: str, user: Any) -> list[GapOffer]:
    """At the nearest services that the person may change; where none is near, in the own departments."""
    hits = search(query, language=language, types=["service"], size=NEAREST_SERVICES).hits
    found = [hit.record.removeprefix("service:") for hit in hits if hit.record.startswith("service:")]
    pages = ServicePage.objects.filter(service__in=found, locale__language_code=language)
    near = [page for page in pages if page.permissions_for_user(user).can_edit()]
    if near:
        return [_offer(f"Wort ergänzen bei „{page.title}“", "wagtailadmin_pages:edit", page) for page in near]
    own = home_departments(user)
    return [_offer(f"Wort ergänzen: {page.title}", "wagtailadmin_explore", page) for page in own]


def service_offers(query: str, language: str, user: Any) -> list[GapOffer]:
    """The page behind it asks for the department, and offers only those where the person may write."""
    return [GapOffer("Dienstleistung beschreiben", reverse("catalogue_new_service"))]


def kept_services(user: Any) -> set[str]:
    """Services of departments for which the person publishes: a best bet is in force at once."""
    publishing = Membership.objects.valid_today().filter(user=user.pk, role__in=PUBLISHING)
    services = Service.objects.filter(department__in=publishing.values("department"))
    return {str(pk) for pk in services.values_list("pk", flat=True)}


def _offer(label: str, view: str, page: Any) -> GapOffer:
    return GapOffer(label, reverse(view, args=[page.pk]))
