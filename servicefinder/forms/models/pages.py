"""A form as its department edits it: a page below the department's."""

from collections.abc import Mapping
from copy import deepcopy
from http import HTTPMethod

from django.db import models
from wagtail.fields import StreamField

from servicefinder.cases.models import CaseType
from servicefinder.catalogue.editing.copying import FlatCopyForm
from servicefinder.catalogue.enums import AddressKind
from servicefinder.catalogue.models import FlatAddressPage
from servicefinder.catalogue.models.fields import formatted_text, short_text

from ..editing.blocks import prices_block, steps_block
from ..editing.calling import call_by_name
from ..editing.naming import with_names
from ..editing.spelling import plain_lines
from ..editing.tabs import form_tabs
from ..enums import BuiltInForm, PaymentWay
from .versions import OnlineForm

# Plain texts of several lines.
PARAGRAPHS = ("needed", "purpose", "recipients", "retention", "receipt_text", "mail_text")


def speaks(title: str, english_texts: Mapping[str, str]) -> tuple[str, ...]:
    """Languages besides German; what has no English text yet is shown in German."""
    return ("en",) if english_texts.get(title) else ()


class FormPage(FlatAddressPage):
    """Published, it becomes a `FormVersion`; what is filled in belongs to that."""

    identity_field = "form"
    address_kind = AddressKind.FORM
    text_fields = ("introduction", "next_steps", "receipt_text", "mail_subject", "mail_text")
    parent_page_types = ["catalogue.DepartmentPage"]
    subpage_types: list[str] = []
    allowed_http_methods = [*FlatAddressPage.allowed_http_methods, HTTPMethod.POST]
    exclude_fields_in_copy = ["form", "replaces"]

    form = models.ForeignKey(
        OnlineForm, models.PROTECT, null=True, blank=True, editable=False, related_name="pages"
    )
    case_type = models.ForeignKey(
        CaseType, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Vorgangsart"
    )
    introduction = formatted_text("Einleitung")
    needed = models.TextField("Das brauchen Sie", blank=True, help_text="Eine Zeile je Unterlage.")
    minutes = models.PositiveSmallIntegerField("Dauer in Minuten", default=5)
    steps = StreamField(steps_block(), blank=True, verbose_name="Schritte")
    prices = StreamField(prices_block(), blank=True, verbose_name="Gebühren")
    payment = models.CharField(
        "Zahlung", max_length=10, choices=PaymentWay.choices, default=PaymentWay.NONE, blank=True
    )
    replaces = models.CharField(
        "Ersetzt das einfache Formular",
        max_length=10,
        choices=BuiltInForm.choices,
        default=BuiltInForm.NONE,
        blank=True,
        help_text="Dessen Adresse führt hierher, solange dieses Formular veröffentlicht ist.",
    )
    english_texts = models.JSONField("Englische Texte", default=dict, blank=True)

    purpose = models.TextField("Zweck", blank=True)
    legal_basis = short_text("Rechtsgrundlage", 500)
    recipients = models.TextField("Empfänger", blank=True)
    retention = models.TextField("Speicherdauer", blank=True)

    next_steps = formatted_text("So geht es weiter")
    receipt_text = models.TextField("Text der Empfangsbestätigung", blank=True)
    mail_subject = short_text("Betreff der E-Mail", 150)
    mail_text = models.TextField(
        "Text der E-Mail", blank=True, help_text="{reference}, {link} und {due} werden ersetzt."
    )
    deliver_to = models.JSONField("Übergabe an", default=list, blank=True)

    edit_handler = form_tabs()
    copy_form_class = FlatCopyForm

    class Meta:
        verbose_name = "Online-Formular"
        verbose_name_plural = "Online-Formulare"

    @property
    def languages(self) -> tuple[str, ...]:
        """In which this page can be read: with an English title it speaks English as well."""
        return (
            (self.language, *speaks(self.title, self.english_texts))
            if not self.is_translation
            else (self.language,)
        )

    def clean(self) -> None:
        """Names that were left empty are made now, so that a new wording later does not change them."""
        super().clean()
        for name in PARAGRAPHS:
            setattr(self, name, plain_lines(getattr(self, name)))
        steps, prices = self.steps.get_prep_value(), self.prices.get_prep_value()
        named, priced = with_names(plain_lines(deepcopy(steps))), deepcopy(prices)
        call_by_name(named, priced)
        if named != steps:
            self.steps = named
        if priced != prices:
            self.prices = priced
