"""Deliveries that are stuck, why, and another try."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages

from outbox.models import Job

from ...domain.deliveries import DELIVERY_KIND
from ...domain.delivering import try_again
from ...domain.visibility import departments_of
from ...enums import DeliveryState
from ...models import Delivery

SHOWN = 100


@never_cache
@require_GET
def stuck_deliveries(request: HttpRequest) -> HttpResponse:
    found = Delivery.objects.filter(case__department__in=_departments(request), state=DeliveryState.STUCK)
    rows = list(found.select_related("case")[:SHOWN])
    keys = [str(each.pk) for each in rows]
    reasons = {job.key: job.reason for job in Job.objects.filter(kind=DELIVERY_KIND, key__in=keys)}
    shown = [(each, reasons.get(str(each.pk), "")) for each in rows]
    return render(request, "cases/admin/deliveries.html", {"rows": shown, "title": "Hängende Übergaben"})


@require_POST
def retry_delivery(request: HttpRequest, pk: UUID) -> HttpResponse:
    delivery = get_object_or_404(Delivery, pk=pk, case__department__in=_departments(request))
    if try_again(delivery):
        messages.success(request, "Die Übergabe wird gleich noch einmal versucht.")
    else:
        messages.warning(request, "Die Übergabe hängt nicht mehr.")
    return redirect("cases_deliveries")


def _departments(request: HttpRequest) -> set[UUID]:
    departments = departments_of(request.user)
    if not departments:
        raise PermissionDenied
    return departments
