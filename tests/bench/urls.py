from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from config.urls import *  # noqa: F403
from config.urls import urlpatterns as city_patterns


def nothing(request: HttpRequest) -> HttpResponse:
    """`base.html` with header, navigation, notices and footer, and an empty main part."""
    return render(request, "base.html", {"page_title": "Nichts"})


urlpatterns = [path("bench/base/", nothing), *city_patterns]
