"""Requests of persons about their own data: only heads, only for cases of their own department."""

from collections.abc import Iterable
from tempfile import TemporaryFile
from uuid import UUID

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from ...domain.erasure_requests import approve_erasure, refuse_erasure, request_erasure
from ...domain.journal import Actor
from ...domain.person_exports import NotIdentified, cases_of_person, departments_headed_by, write_disclosure
from ...domain.transitions import NotPossible
from ...enums import ErasureReason
from ...models import Case, ErasureRequest

REASONS = [choice for choice in ErasureReason.choices if choice[0] != ErasureReason.RETENTION]
TEMPLATE = "cases/admin/person_requests/index.html"


class PersonForm(forms.Form):
    name = forms.CharField(label="Vor- und Familienname", max_length=150)
    birth_date = forms.DateField(label="Geburtsdatum", required=False)
    email = forms.EmailField(label="E-Mail-Adresse", required=False)


@never_cache
def person_requests(request: HttpRequest) -> HttpResponse:
    """Sent by POST: no name stands in an address."""
    departments = _departments(request)
    form = PersonForm(request.POST or None)
    cases = _found(request, form, departments)
    waiting = ErasureRequest.objects.filter(case__department__in=departments)
    context = {
        "title": "Auskunft und Löschung",
        "form": form,
        "cases": cases,
        "reasons": REASONS,
        "waiting": waiting.select_related("case", "requested_by"),
    }
    return render(request, TEMPLATE, context)


@never_cache
@require_POST
def disclosure(request: HttpRequest) -> HttpResponse | FileResponse:
    form = PersonForm(request.POST)
    cases = _found(request, form, _departments(request))
    if not cases:
        messages.warning(request, "Zu dieser Person gibt es keine Vorgänge.")
        return redirect("cases_person_requests")
    file = TemporaryFile()  # noqa: SIM115 - closed by the response
    write_disclosure(file, list(cases), Actor.of(request.user))
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename="auskunft.zip", content_type="application/zip")


@require_POST
def ask_for_erasure(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = get_object_or_404(Case, pk=case_id, department__in=_departments(request))
    try:
        request_erasure(case, request.POST.get("reason", ""), request.user)
    except NotPossible as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, f"Die Löschung von {case.reference} muss eine zweite Person freigeben.")
    return redirect("cases_person_requests")


@require_POST
def decide_erasure(request: HttpRequest, pk: int) -> HttpResponse:
    waiting = ErasureRequest.objects.filter(case__department__in=_departments(request))
    found = get_object_or_404(waiting.select_related("case"), pk=pk)
    try:
        if request.POST.get("decision") == "approve":
            approve_erasure(found, request.user)
            messages.success(request, f"{found.case.reference} ist gelöscht.")
        else:
            refuse_erasure(found)
            messages.success(request, f"Der Löschantrag zu {found.case.reference} ist abgelehnt.")
    except NotPossible as problem:
        messages.error(request, str(problem))
    return redirect("cases_person_requests")


def _found(request: HttpRequest, form: PersonForm, departments: Iterable[UUID]) -> list[Case] | None:
    if not form.is_bound or not form.is_valid():
        return None
    data = form.cleaned_data
    birth_date = data["birth_date"].isoformat() if data["birth_date"] else ""
    try:
        return cases_of_person(
            departments, data["name"], Actor.of(request.user), birth_date=birth_date, email=data["email"]
        )
    except NotIdentified as problem:
        form.add_error("birth_date", str(problem))
        return None


def _departments(request: HttpRequest) -> set[UUID]:
    departments = departments_headed_by(request.user)
    if not departments:
        raise PermissionDenied
    return departments
