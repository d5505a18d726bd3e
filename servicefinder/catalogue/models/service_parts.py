"""The lists of a service description, each ordered, each a part that can be shown, searched and compared."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from wagtail.documents import get_document_model_string

from ..enums import DocumentForm, FeeKind, OnlineServiceKind, OnlineStatus, TimeUnit, TrustLevel
from .fields import CentsField, formatted_text, link, short_text
from .service_references import service_page
from .translated import TextPart
from .validators import check_order

PRICED_KINDS = (FeeKind.AMOUNT, FeeKind.RANGE, FeeKind.SURCHARGE)


class ServiceDocument(TextPart):
    """A document that citizens bring or upload."""

    text_fields = ("name", "needed_when", "note")

    page = service_page("documents")
    name = models.CharField("Unterlage", max_length=255)
    form = models.CharField(
        "Form", max_length=20, choices=DocumentForm.choices, default=DocumentForm.ORIGINAL, blank=True
    )
    needed_when = short_text("wann nötig", default="immer", help_text="„immer“ oder die Bedingung.")
    note = short_text("Hinweis")
    template_url = link("Link zur Vorlage")
    template_document = models.ForeignKey(
        get_document_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Vorlage als Datei",
    )

    class Meta(TextPart.Meta):
        verbose_name = "Unterlage"
        verbose_name_plural = "Unterlagen"

    def __str__(self) -> str:
        return self.name


class ServiceFee(TextPart):
    """A fee, valid from and until a day (both inclusive, both optional). Amounts are in cents."""

    text_fields = ("label", "per", "condition")

    page = service_page("fees")
    label = models.CharField("Wofür", max_length=255)
    kind = models.CharField("Art", max_length=10, choices=FeeKind.choices, default=FeeKind.AMOUNT)
    cents = CentsField("Betrag in Euro", help_text="Zum Beispiel 37 oder 37,50.")
    max_cents = CentsField("Höchstbetrag in Euro", help_text="Nur bei „von … bis“.")
    per = short_text("je", 100, help_text="Zum Beispiel „je Hund und Jahr“.")
    condition = short_text(
        "Bedingung", 500, help_text="Wann oder wonach sie gilt: „ab 24 Jahren“, „je nach Aufwand“."
    )
    legal_source = short_text("Rechtsgrundlage")
    valid_from = models.DateField("gilt ab", null=True, blank=True)
    valid_until = models.DateField("gilt bis einschließlich", null=True, blank=True)

    class Meta(TextPart.Meta):
        verbose_name = "Gebühr"
        verbose_name_plural = "Gebühren"
        constraints = [
            models.CheckConstraint(
                name="service_fee_has_cents", condition=~Q(kind__in=PRICED_KINDS) | Q(cents__isnull=False)
            ),
            models.CheckConstraint(
                name="service_fee_range",
                condition=~Q(kind=FeeKind.RANGE) | Q(max_cents__gte=F("cents")),
            ),
            models.CheckConstraint(
                name="service_fee_period",
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        super().clean()
        if self.kind in PRICED_KINDS and self.cents is None:
            raise ValidationError({"cents": "Bitte den Betrag in Euro angeben, zum Beispiel 37,00."})
        if self.kind == FeeKind.RANGE and self.max_cents is None:
            raise ValidationError({"max_cents": "Bitte auch den Höchstbetrag angeben."})
        if self.kind == FeeKind.RANGE:
            check_order(
                self.cents, self.max_cents, "max_cents", "Der Höchstbetrag ist kleiner als der Betrag."
            )
        if self.kind == FeeKind.TEXT and not self.condition:
            raise ValidationError({"condition": "Bitte sagen, wonach sich der Betrag richtet."})
        check_order(self.valid_from, self.valid_until, "valid_until", "Das Ende liegt vor dem Anfang.")


class ServiceDeadline(TextPart):
    """A Frist: a length with its unit, a date, or a sentence."""

    text_fields = ("label", "text")

    page = service_page("deadlines")
    label = models.CharField("Wofür", max_length=255)
    length = models.PositiveIntegerField("Dauer", null=True, blank=True)
    unit = models.CharField("Einheit", max_length=12, choices=TimeUnit.choices, blank=True)
    date = models.DateField("oder Stichtag", null=True, blank=True)
    text = models.TextField("in Worten", blank=True)

    class Meta(TextPart.Meta):
        verbose_name = "Frist"
        verbose_name_plural = "Fristen"
        constraints = [
            models.CheckConstraint(
                name="service_deadline_unit", condition=Q(length__isnull=True) | ~Q(unit="")
            )
        ]

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        super().clean()
        if self.length is not None and not self.unit:
            raise ValidationError({"unit": "Bitte die Einheit der Dauer wählen."})
        if self.length is None and self.date is None and not self.text:
            raise ValidationError({"text": "Bitte eine Dauer, einen Stichtag oder einen Satz angeben."})


class ServiceStep(TextPart):
    text_fields = ("title", "text")

    page = service_page("steps")
    title = models.CharField("Schritt", max_length=255)
    text = formatted_text("Erklärung")

    class Meta(TextPart.Meta):
        verbose_name = "Schritt"
        verbose_name_plural = "Ablauf"

    def __str__(self) -> str:
        return self.title


class ServiceLegalBasis(TextPart):
    text_fields = ("title",)

    page = service_page("legal_bases")
    title = models.CharField("Gesetz oder Satzung", max_length=500)
    paragraph = short_text("Paragraf")
    url = link("Link zum Text")

    class Meta(TextPart.Meta):
        verbose_name = "Rechtsgrundlage"
        verbose_name_plural = "Rechtsgrundlagen"

    def __str__(self) -> str:
        return self.title


class ServiceOnlineService(TextPart):
    """How to do it online, or an honest word that it cannot be done online yet. The first is the main one."""

    text_fields = ("label", "text")

    page = service_page("online_services")
    label = models.CharField("Aufschrift", max_length=255, help_text="Mit Verb: „Termin buchen“.")
    kind = models.CharField(
        "Art", max_length=10, choices=OnlineServiceKind.choices, default=OnlineServiceKind.EXTERNAL
    )
    key = short_text(
        "Schlüssel des eigenen Dienstes",
        40,
        help_text="Nur bei einem eigenen Online-Dienst: das Kürzel, das die Technik dafür vergeben hat.",
    )
    url = link("Adresse")
    trust_level = models.CharField(
        "Anmeldung", max_length=12, choices=TrustLevel.choices, default=TrustLevel.NONE
    )
    status = models.CharField(
        "Stand", max_length=10, choices=OnlineStatus.choices, default=OnlineStatus.ONLINE
    )
    text = models.TextField("Hinweis", blank=True)

    class Meta(TextPart.Meta):
        verbose_name = "Online-Dienst"
        verbose_name_plural = "Online-Dienste"

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        super().clean()
        if self.kind == OnlineServiceKind.EXTERNAL and not self.url:
            raise ValidationError({"url": "Bitte die Adresse des anderen Portals angeben."})
        if self.kind == OnlineServiceKind.INTERNAL and not self.key:
            raise ValidationError({"key": "Bitte den eigenen Online-Dienst wählen."})
