"""One button to describe a service: the department is that of the person who presses it."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.models import User

from ..domain.memberships import home_departments


def new_service(request: HttpRequest) -> HttpResponse:
    """Straight to the form below one's own department; who belongs to several, or to none, chooses."""
    departments = home_departments(cast(User, request.user))
    if len(departments) == 1:
        return redirect("wagtailadmin_pages:add", "catalogue", "servicepage", departments[0].pk)
    return redirect("wagtailadmin_pages:choose_parent", "catalogue", "servicepage")
