"""Facts exist once, on the German page; other languages hold only texts."""

from typing import Any, ClassVar, Self, cast
from uuid import UUID

from django.conf import settings
from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.models import Locale, Orderable, Page, TranslatableMixin

from home.models import BasePage


class Part(Orderable):
    """One row of an ordered list of a page, without text of its own."""

    class Meta(Orderable.Meta):
        abstract = True


class TextPart(TranslatableMixin, Orderable):
    """One row of an ordered list of a page; `text_fields` are what a translation may say differently."""

    text_fields: ClassVar[tuple[str, ...]] = ()

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True


class IdentifiedPage(BasePage):
    """A page that stands for an identity row, in one language.

    `identity_field` names the foreign key; the identity has the page's `translation_key` as its key, so
    that a copy becomes something new and a translation stays the same thing.
    """

    identity_field: ClassVar[str]
    text_fields: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    @property
    def identity(self) -> Any:
        return getattr(self, self.identity_field)

    @property
    def identity_id(self) -> UUID:
        key: UUID = self.translation_key
        return key

    @property
    def is_translation(self) -> bool:
        """True for every language but the one that holds the facts."""
        return self.locale_id is not None and self.locale.language_code != settings.LANGUAGE_CODE

    def facts_page(self) -> Self:
        """The page to read facts from: the German one, or this page where there is none."""
        if not self.is_translation:
            return self
        german = type(self)._default_manager.filter(
            translation_key=self.translation_key, locale=Locale.get_default()
        )
        return cast(Self, german.first() or self)

    def save(self, *args: Any, **kwargs: Any) -> Any:
        if kwargs.get("update_fields") is None:
            self.keep_identity()
        return super().save(*args, **kwargs)

    def keep_identity(self) -> None:
        """Make sure that the identity row exists before the page points to it."""
        model = type(self)._meta.get_field(self.identity_field).related_model
        identity, _ = model._default_manager.get_or_create(  # type: ignore[union-attr]
            pk=self.translation_key, defaults={"name": self.title}
        )
        setattr(self, self.identity_field, identity)


def child_relations(model: type[Page]) -> dict[str, type[models.Model]]:
    """Lists of a page type by the name they have on the page."""
    return {
        relation.get_accessor_name(): relation.related_model for relation in get_all_child_relations(model)
    }
