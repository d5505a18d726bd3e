"""The form by which somebody else may collect a document: blank, for everybody."""

from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from pdf.rendering import render


def proxy_form(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(_made(settings.SITE_NAME), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="vollmacht-abholung.pdf"'
    response["Cache-Control"] = "public, max-age=3600"
    return response


@lru_cache(maxsize=1)
def _made(city: str) -> bytes:
    return render("passports.proxy", {"city": city})
