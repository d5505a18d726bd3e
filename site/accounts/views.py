"""Sign-in to the back office and new passwords, both limited. There is no second way in."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.views.generic import RedirectView
from wagtail.admin.views.account import LoginView, PasswordResetView

from accounts.forms import QueuedPasswordResetForm
from limits.domain.client_networks import client_network
from limits.domain.rates import RateLimited, allow, allow_subject

ATTEMPTS_PER_NETWORK = 30
# On one account from one network: who guesses locks out only the own neighbours.
ATTEMPTS_PER_ACCOUNT = 8
# On one account from everywhere: much more, for reaching it locks its owner out, too.
ATTEMPTS_PER_ACCOUNT_FROM_EVERYWHERE = 100
PERIOD = timedelta(minutes=15)

RESETS_PER_NETWORK = 10
RESETS_PER_ADDRESS = 3
RESET_PERIOD = timedelta(hours=1)


class LimitedLoginView(LoginView):
    """Wagtail's own sign-in; RateLimited becomes the page that says when to try again."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        allow("sign-in", request, limit=ATTEMPTS_PER_NETWORK, per=PERIOD)
        name = request.POST.get("username", "").strip().lower()
        here = f"{name}\0{client_network(request)}"
        allow_subject("sign-in account here", here, limit=ATTEMPTS_PER_ACCOUNT, per=PERIOD)
        everywhere = ATTEMPTS_PER_ACCOUNT_FROM_EVERYWHERE
        allow_subject("sign-in account", name, limit=everywhere, per=PERIOD)
        answer: HttpResponseBase = super().post(request, *args, **kwargs)
        return answer


class ToSignIn(RedirectView):
    """In place of Wagtail's second sign-in for protected pages, which knows no limits."""

    pattern_name = "wagtailadmin_login"
    query_string = True


class LimitedPasswordResetView(PasswordResetView):
    """Says the same for any address: known, unknown, or asked for too often."""

    def get_form_class(self) -> type[QueuedPasswordResetForm]:
        return QueuedPasswordResetForm

    def form_valid(self, form: QueuedPasswordResetForm) -> HttpResponseBase:
        allow("password reset", self.request, limit=RESETS_PER_NETWORK, per=RESET_PERIOD)
        address = form.cleaned_data["email"].lower()
        try:
            allow_subject("password reset address", address, limit=RESETS_PER_ADDRESS, per=RESET_PERIOD)
        except RateLimited:
            return HttpResponseRedirect(str(self.get_success_url()))
        answer: HttpResponseBase = super().form_valid(form)
        return answer
