"""The site, with two cookieless forms."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from capabilities.forms import CookielessForm
from capabilities.http import cookieless_post
from config.urls import urlpatterns as site_patterns

PAGE = engines["django"].from_string(
    '<form method="post">{% include "capabilities/guards.html" with form=form only %}{{ form.text }}'
    "{{ form.non_field_errors }}</form>"
)


class MessageForm(CookielessForm):
    purpose = "message"
    text = forms.CharField(label="Nachricht")


class OnceForm(MessageForm):
    single_use = True


def form_view(form_class: type[CookielessForm]):
    @cookieless_post
    def view(request: HttpRequest) -> HttpResponse:
        form = form_class(request.POST if request.method == "POST" else None)
        if form.is_valid():
            return HttpResponse(f"Danke: {form.cleaned_data['text']}")
        return HttpResponse(PAGE.render({"form": form}))

    return view


urlpatterns = [
    path("nachricht/", form_view(MessageForm)),
    path("einmal/", form_view(OnceForm)),
    *site_patterns,
]
