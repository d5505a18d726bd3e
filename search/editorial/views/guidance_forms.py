"""Forms of synonyms and best bets with a button that shows what they would change."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from wagtail.admin.views import generic

from ..domain.trying_out import try_out
from .shares import ShareEditView

TRY_OUT = "ausprobieren"
FIND = "treffer-suchen"
PREFILLED = ("terms", "queries")


class TryOutMixin:
    """`ausprobieren` shows the comparison, `treffer-suchen` the choices; neither saves anything."""

    request: HttpRequest

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not {TRY_OUT, FIND} & request.POST.keys():
            return super().post(request, *args, **kwargs)  # type: ignore[misc]
        view: Any = self
        form = view.form = view.get_form()
        trial = None
        if TRY_OUT in request.POST and form.is_valid():
            trial = try_out(form.save(commit=False))
        elif FIND in request.POST:
            form._errors = {}  # Somebody who is still choosing has made no mistake.
        response: HttpResponse = view.render_to_response(view.get_context_data(form=form, trial=trial))
        return response


class GuidanceCreateView(TryOutMixin, generic.CreateView):
    def get_initial_form_instance(self) -> Any:
        """With the words that a gap or a statistic hands over in the address."""
        instance = self.model()
        for name in PREFILLED:
            if hasattr(instance, name):
                setattr(instance, name, self.request.GET.get(name, "")[:200])
        language = self.request.GET.get("language", "")
        if language in dict(settings.LANGUAGES):
            instance.language = language
        return instance

    def save_instance(self) -> Any:
        self.form.instance.author = self.request.user
        return super().save_instance()


class GuidanceEditView(TryOutMixin, ShareEditView):
    pass
