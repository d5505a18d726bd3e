"""Reading a file of addresses in the back office: first the report, then the taking over."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from accounts.models import User
from uploads.domain.tables import NotATable

from ..forms.imports import AddressFileForm
from ..imports.uploads import ask_to_take_over, check_upload
from ..models import AddressUpload

SHOWN = 10


def may_import(user: Any) -> bool:
    return bool(user.has_perms(["addresses.add_address", "addresses.change_address"]))


class ImportersOnly(WagtailAdminTemplateMixin):
    page_title = "Adressen einlesen"
    header_icon = "upload"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_import(request.user):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response


class ImportView(ImportersOnly, FormView):  # type: ignore[misc]
    form_class = AddressFileForm
    template_name = "addresses/admin/import.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        uploads = AddressUpload.objects.defer("content", "report")[:SHOWN]
        return super().get_context_data(action_url=self.request.path, uploads=uploads, **kwargs)

    def form_valid(self, form: AddressFileForm) -> HttpResponse:
        values, user = form.cleaned_data, cast(User, self.request.user)
        name, content = values["file"].name, values["file"].read()
        try:
            upload = check_upload(
                name, content, values["format_name"], user, refuse_gaps=values["refuse_gaps"]
            )
        except NotATable as problem:
            form.add_error("file", str(problem))
            return self.form_invalid(form)
        return redirect("addresses_upload", upload.pk)


class UploadView(ImportersOnly, DetailView):  # type: ignore[misc,type-arg]
    queryset = AddressUpload.objects.defer("content")
    context_object_name = "upload"
    template_name = "addresses/admin/upload.html"

    def get_page_subtitle(self) -> str:
        return str(self.object)


@require_POST
def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    if not may_import(request.user):
        raise PermissionDenied
    upload = get_object_or_404(AddressUpload.objects.defer("content"), pk=pk)
    if ask_to_take_over(upload):
        messages.success(request, "Die Adressen werden gleich übernommen.")
    else:
        messages.error(request, "Diese Datei kann nicht (noch einmal) übernommen werden.")
    return redirect(reverse("addresses_upload", args=[pk]))
