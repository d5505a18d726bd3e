"""Choosers for services, offices and contact persons. They offer what is live, and one's own drafts."""

from typing import Any

from django.db.models import QuerySet
from django.views.generic import View
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import (
    BaseChooseView,
    ChooseResultsViewMixin,
    ChooseViewMixin,
    ChosenMultipleViewMixin,
    ChosenResponseMixin,
    ChosenViewMixin,
    CreationFormMixin,
)
from wagtail.admin.viewsets.chooser import ChooserViewSet

from ..domain.visibility import visible_identities
from ..models import ContactPerson, Office, Service


class VisibleMixin:
    """Every view of the chooser sees the same objects: the list, the search and what was chosen."""

    model_class: Any
    request: Any

    def get_object_list(self) -> QuerySet[Any]:
        return visible_identities(self.model_class, self.request.user).select_related("department")

    def get_object(self, pk: str) -> Any:
        return self.get_object_list().get(pk=pk)

    def get_objects(self, pks: list[str]) -> QuerySet[Any]:
        return self.get_object_list().filter(pk__in=pks)


class NameFilterForm(SearchFilterMixin, BaseFilterForm):
    """Search by a part of the name: the identities are few columns wide and in no search index."""

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        query = self.cleaned_data.get("q")
        if not query:
            return objects
        self.is_searching, self.search_query = True, query
        return objects.filter(name__icontains=query)


class ChooseBase(VisibleMixin, CreationFormMixin, BaseChooseView):
    ordering = ["name"]
    filter_form_class = NameFilterForm

    @property
    def columns(self) -> list[Column]:
        return [*super().columns, Column("department", label="Amt", accessor="department")]


class ChooseView(ChooseViewMixin, ChooseBase):
    """The dialogue."""


class ChooseResultsView(ChooseResultsViewMixin, ChooseBase):
    """Its list, after searching or paging."""


class ChosenView(VisibleMixin, ChosenViewMixin, ChosenResponseMixin, View):
    """What was chosen."""


class ChosenMultipleView(VisibleMixin, ChosenMultipleViewMixin, ChosenResponseMixin, View):
    """The same for several."""


class IdentityChooserViewSet(ChooserViewSet):
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    chosen_view_class = ChosenView
    chosen_multiple_view_class = ChosenMultipleView
    per_page = 20


service_chooser = IdentityChooserViewSet(
    "service_chooser",
    model=Service,
    icon="doc-full",
    choose_one_text="Dienstleistung wählen",
    choose_another_text="Andere Dienstleistung wählen",
)
office_chooser = IdentityChooserViewSet(
    "office_chooser",
    model=Office,
    icon="home",
    choose_one_text="Standort wählen",
    choose_another_text="Anderen Standort wählen",
)
contact_person_chooser = IdentityChooserViewSet(
    "contact_person_chooser",
    model=ContactPerson,
    icon="user",
    choose_one_text="Ansprechperson wählen",
    choose_another_text="Andere Ansprechperson wählen",
)
