"""Sign-in to the back office, limited per network and per account. There is no second way in."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.views.generic import RedirectView
from wagtail.admin.views.account import LoginView

from limits.domain.rates import allow, allow_subject

ATTEMPTS_PER_NETWORK = 30
ATTEMPTS_PER_ACCOUNT = 8
PERIOD = timedelta(minutes=15)


class LimitedLoginView(LoginView):
    """Wagtail's own sign-in; RateLimited becomes the page that says when to try again."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        allow("sign-in", request, limit=ATTEMPTS_PER_NETWORK, per=PERIOD)
        name = request.POST.get("username", "").strip().lower()
        allow_subject("sign-in account", name, limit=ATTEMPTS_PER_ACCOUNT, per=PERIOD)
        answer: HttpResponseBase = super().post(request, *args, **kwargs)
        return answer


class ToSignIn(RedirectView):
    """In place of Wagtail's second sign-in for protected pages, which knows no limits."""

    pattern_name = "wagtailadmin_login"
    query_string = True
