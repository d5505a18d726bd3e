"""Releasing a query by typing it."""

from typing import Any

from wagtail.admin.views import generic

from ..domain.releasing import searches_for


class ReleasedCreateView(generic.CreateView):
    def save_instance(self) -> Any:
        query = self.form.instance
        query.released_by = self.request.user
        query.searches = searches_for(query.text, query.language)
        return super().save_instance()
