"""Passwords that several people share for one page or collection: guessing them is limited, too."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from capabilities.http import cookieless_post
from limits.domain.rates import allow

View = Callable[..., HttpResponse]
ATTEMPTS_PER_NETWORK = 30
PERIOD = timedelta(minutes=15)


def limited_password(view: View) -> View:
    """Wagtail's `view` for such a password. A visitor gets a cookie only with the right one."""

    @cookieless_post
    @wraps(view)
    def limited(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST":
            allow("shared password", request, limit=ATTEMPTS_PER_NETWORK, per=PERIOD)
        return view(request, *args, **kwargs)

    return limited
