"""What cannot be a key of anything is not found, instead of an error in Python or the database.

Python reads no more than 4,300 digits, SQLite and PostgreSQL keep 64 bits; routes, Wagtail's and ours, take
any number of digits. Wagtail's choosers take any text. One rule for all of them, wherever the route leads;
a view that answers such a number in its own format does so.
"""

from collections.abc import Callable
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.views.chooser import ChosenMultipleView as ChosenPagesView
from wagtail.admin.views.generic.chooser import ChosenMultipleViewMixin, ChosenViewMixin
from wagtail.models import Page

LARGEST_KEY = 2**63 - 1
LARGEST_KEY_DIGITS = len(str(LARGEST_KEY))

View = Callable[..., HttpResponse]


class KeysInAddressesMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, args: Any, kwargs: dict[str, Any]) -> None:
        model = _chosen_model(view)
        if model is not None:
            keys = [kwargs["pk"]] if "pk" in kwargs else request.GET.getlist("id")
            if not all(_can_be_key(model, unquote(str(key))) for key in keys):
                raise Http404

    def process_exception(self, request: HttpRequest, error: Exception) -> None:
        match = request.resolver_match
        if match and any(map(_is_too_large, (*match.args, *match.kwargs.values()))):
            raise Http404 from error


def _is_too_large(value: Any) -> bool:
    """Routes that are regular expressions hand digits over as text."""
    if isinstance(value, str):
        return value.isdecimal() and len(value) > LARGEST_KEY_DIGITS
    return isinstance(value, int) and value > LARGEST_KEY


def _chosen_model(view: View) -> type[Model] | None:
    """What a chooser's view looks up by the keys that it is told; None for every other view."""
    view_class = getattr(view, "view_class", None)
    if view_class is None:
        return None
    if issubclass(view_class, ChosenPagesView):
        return Page
    if not issubclass(view_class, ChosenViewMixin | ChosenMultipleViewMixin):
        return None
    found: type[Model] = view_class(**view.view_initkwargs).model_class  # type: ignore[attr-defined]
    return found


def _can_be_key(model: type[Model], text: str) -> bool:
    try:
        return not _is_too_large(model._meta.pk.to_python(text))
    except ValidationError:
        return False
