"""The site, with a form and an interface that are limited."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.urls import path

from capabilities.http import cookieless_post
from config.urls import urlpatterns as site_patterns
from limits.domain.rates import allow


@cookieless_post
def limited(request: HttpRequest) -> HttpResponse:
    allow("test", request, limit=1, per=timedelta(hours=1))
    return HttpResponse("Danke")


urlpatterns = [path("nachricht/", limited), path("api/v1/nachricht/", limited), *site_patterns]
