"""Official notices (Amtliche Bekanntmachungen): dated, binding, unalterable once published."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.models.pages import PagePermissionTester
from wagtail.search import index

from home.blocks.official_text import OfficialTextBlock
from home.enums import OfficialNoticeKind
from home.official_seal import NoticeIsSealed, digest_of, file_digest, sealed_text

from .base import BasePage

BEFORE_PUBLISHING = (
    "<p><strong>Nach dem Veröffentlichen lässt sie sich nicht mehr ändern, verschieben oder löschen.</strong>"
    " Speichern Sie einen Entwurf, und lassen Sie ihn vorher eine zweite Person lesen.</p>"
)


class OfficialNoticeIndexPage(BasePage):
    """All official notices: the current ones, an archive by year and an Atom feed."""

    introduction = models.TextField("Einleitung", blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("introduction"), FieldPanel("teaser")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.OfficialNoticePage"]
    max_count_per_parent = 1
    template = "home/official_notice_index_page.html"

    class Meta:
        verbose_name = "Übersicht der Bekanntmachungen"
        verbose_name_plural = "Übersichten der Bekanntmachungen"


class NoticePermissions(PagePermissionTester):
    """A sealed notice cannot be hidden behind a password either."""

    def can_set_view_restrictions(self) -> bool:
        return not self.page.digest and super().can_set_view_restrictions()


class OfficialNoticePage(BasePage):
    """One notice. Publishing seals it: `save` then refuses every change (see `home.official_seal`).

    What follows from it, such as refusing deletion, is in `home.receivers.official_notices`.
    """

    kind = models.CharField(
        "Art", max_length=20, choices=OfficialNoticeKind.choices, default=OfficialNoticeKind.OTHER
    )
    issued_on = models.DateField("Datum der Bekanntmachung", default=timezone.localdate, db_index=True)
    archived_after = models.DateField(
        "Im Archiv nach dem",
        null=True,
        blank=True,
        help_text="Danach steht sie im Archiv, unter derselben Adresse. Leer: sie bleibt aktuell.",
    )
    department = models.CharField(
        "Herausgegeben von", max_length=200, help_text="Zum Beispiel „Magistrat, Stadtplanungsamt“."
    )
    body = StreamField(OfficialTextBlock(), verbose_name="Wortlaut")
    corrects = models.ForeignKey(
        "self",
        verbose_name="Berichtigt die Bekanntmachung",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="corrections",
        help_text="Nur wenn sie eine frühere berichtigt. Dort steht dann ein Verweis hierher.",
    )
    sealed_at = models.DateTimeField("Veröffentlicht am", null=True, editable=False)
    sealed_content = models.TextField("Versiegelter Inhalt", blank=True, editable=False)
    digest = models.CharField("Prüfsumme (SHA-256)", max_length=64, blank=True, editable=False)

    content_panels = [
        HelpPanel(content=BEFORE_PUBLISHING),
        *BasePage.content_panels,
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("issued_on"), FieldPanel("archived_after")]),
        FieldPanel("department"),
        FieldPanel("teaser"),
        FieldPanel("body"),
        InlinePanel("attachments", heading="Anlagen", label="Anlage"),
        PageChooserPanel("corrects", "home.OfficialNoticePage"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body"), index.FilterField("issued_on")]
    parent_page_types = ["home.OfficialNoticeIndexPage"]
    subpage_types: list[str] = []
    exclude_fields_in_copy = ["sealed_at", "sealed_content", "digest"]
    template = "home/official_notice_page.html"

    class Meta:
        verbose_name = "Amtliche Bekanntmachung"
        verbose_name_plural = "Amtliche Bekanntmachungen"

    @property
    def is_archived(self) -> bool:
        return self.archived_after is not None and self.archived_after < timezone.localdate()

    def permissions_for_user(self, user: Any) -> NoticePermissions:
        return NoticePermissions(user, self)

    def clean(self) -> None:
        super().clean()
        self._refuse_changes()
        errors = {}
        if self.expire_at:
            errors["expire_at"] = "Eine Bekanntmachung läuft nicht ab. Nutzen Sie „Im Archiv nach dem“."
        if self.archived_after and self.issued_on and self.archived_after < self.issued_on:
            errors["archived_after"] = "Das liegt vor dem Datum der Bekanntmachung."
        if self.corrects and not self.corrects.digest:
            errors["corrects"] = "Was noch nicht veröffentlicht ist, können Sie einfach ändern."
        if errors:
            raise ValidationError(errors)

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Seals the notice when it is saved live. Raises NoticeIsSealed where a sealed one would change."""
        update_fields = kwargs.get("update_fields")
        if not update_fields or SEALED_FIELDS.intersection(update_fields):
            self._refuse_changes()
        if self.live and not self.digest:
            self._seal()
        return super().save(*args, **kwargs)

    def _refuse_changes(self) -> None:
        sealed = OfficialNoticePage.objects.filter(pk=self.pk).exclude(digest="").defer("body").first()
        if sealed is None:
            return
        same = sealed_text(self) == sealed.sealed_content and self.slug == sealed.slug
        again = sealed.last_published_at and self.last_published_at != sealed.last_published_at
        if not same or not self.live or self.expire_at or again:
            raise NoticeIsSealed
        self.digest, self.sealed_at = sealed.digest, sealed.sealed_at
        self.sealed_content = sealed.sealed_content

    def _seal(self) -> None:
        for attachment in self.attachments.all():
            attachment.sha256 = file_digest(attachment.document)
        self.sealed_content = sealed_text(self)
        self.digest = digest_of(self.sealed_content)
        self.sealed_at = timezone.now()


SEALED_FIELDS = frozenset(
    {
        "title",
        "slug",
        "live",
        "expire_at",
        "kind",
        "issued_on",
        "archived_after",
        "department",
        "body",
        "corrects",
        "sealed_at",
        "sealed_content",
        "digest",
    }
)


class OfficialNoticeAttachment(Orderable):
    """A file that is part of a notice: a map, a table, the signed original."""

    page = ParentalKey(OfficialNoticePage, on_delete=models.CASCADE, related_name="attachments")
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL,
        verbose_name="Datei",
        on_delete=models.PROTECT,
        related_name="official_attachments",
    )
    title = models.CharField("Bezeichnung", max_length=200, help_text="Zum Beispiel „Anlage 1: Lageplan“.")
    sha256 = models.CharField("Prüfsumme (SHA-256)", max_length=64, blank=True, editable=False)

    panels = [FieldPanel("title"), FieldPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = "Anlage"
        verbose_name_plural = "Anlagen"

    def __str__(self) -> str:
        return self.title
