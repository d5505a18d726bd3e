"""A translation is edited without the facts: they are read from the German page."""

from typing import Any

from django.conf import settings
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.panels import InlinePanel, Panel, get_form_for_model

# Of every page, whatever its language.
COMMON_FIELDS = frozenset(
    {
        "title",
        "slug",
        "teaser",
        "seo_title",
        "search_description",
        "social_image",
        "go_live_at",
        "expire_at",
        "comment_notifications",
    }
)


def is_translation(instance: Any) -> bool:
    return instance.locale_id is not None and instance.locale.language_code != settings.LANGUAGE_CODE


class FactsOnceForm(WagtailAdminPageForm):
    """Leaves fields and lists without text out of the form of a translation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_translation(self.instance):
            return
        wanted = COMMON_FIELDS | set(self.instance.text_fields)
        for name in [name for name in self.fields if name not in wanted]:
            del self.fields[name]
        for name, formset in list(self.formsets.items()):
            if not getattr(formset.model, "text_fields", ()) and name != "comments":
                del self.formsets[name]


class FactsOncePartForm(WagtailAdminModelForm):
    """The same for one row of a list."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_translation(self.instance):
            return
        for name in [name for name in self.fields if name not in self.instance.text_fields]:
            del self.fields[name]


class PartsPanel(InlinePanel):
    """A list of which a translation shows only the texts."""

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        rows = self.child_edit_handler.get_form_options()
        options["formsets"][self.relation_name]["form"] = get_form_for_model(
            self.db_field.related_model,
            form_class=FactsOncePartForm,
            defer_required_on_fields=rows.get("defer_required_on_fields", []),
        )
        return options


class FactPanel(InlinePanel):
    """A list that only the German page has; in a translation it is not shown."""

    class BoundPanel(InlinePanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            form = kwargs["form"]
            self.left_out = form is not None and kwargs["panel"].relation_name not in form.formsets
            if self.left_out:
                Panel.BoundPanel.__init__(self, **kwargs)
            else:
                super().__init__(**kwargs)

        def is_shown(self) -> bool:
            return not self.left_out and bool(super().is_shown())
