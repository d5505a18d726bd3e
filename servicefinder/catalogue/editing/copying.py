"""Copying a page whose address must be new in the whole city, not only below its parent."""

from typing import Any

from wagtail.admin.forms.pages import CopyForm


class FlatCopyForm(CopyForm):
    """One page at a time: copies of what lies below would have taken addresses."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("copy_subpages", None)
        # An alias shows another page's text at a second address; ours have one.
        self.fields.pop("alias", None)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        slug = cleaned.get("new_slug")
        if slug and not self.page.specific.slug_is_free(slug):
            self.add_error("new_slug", "Diese Adresse ist schon vergeben. Bitte eine andere wählen.")
        return cleaned
