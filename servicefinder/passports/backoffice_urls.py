"""Addresses of the office below `/redaktion/ausweise/`, closed to everybody else."""

from typing import Any

from django.urls import URLPattern, path

from .views.backoffice import lists
from .views.backoffice.access import office_only
from .views.backoffice.figures import FiguresView, JournalView
from .views.backoffice.handing_out import HandOutView

app_name = "passports_work"


def work(route: str, view: Any, name: str) -> URLPattern:
    return path(route, office_only(view), name=name)


urlpatterns = [
    work("", HandOutView.as_view(), "hand_out"),
    work("lieferlisten/", lists.ListsView.as_view(), "lists"),
    work("lieferlisten/<int:run_id>/", lists.ListView.as_view(), "list"),
    work("lieferlisten/<int:run_id>/uebernehmen/", lists.take_over, "take_over"),
    work("lieferlisten/<int:run_id>/verwerfen/", lists.throw_away, "discard"),
    work("zahlen/", FiguresView.as_view(), "figures"),
    work("journal/", JournalView.as_view(), "journal"),
]
