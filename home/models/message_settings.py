"""To whom citizens' messages go, and what the law wants to be said about them."""

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from home.blocks.links import validate_web_address

DEFAULT_LEGAL_BASIS = "Art. 6 Abs. 1 Buchst. e DSGVO in Verbindung mit § 3 Abs. 1 HDSIG"


def validate_contact(contact: str) -> None:
    """Accept an e-mail address, or a web address that is encrypted (RFC 9116, section 2.5.3)."""
    if not contact.startswith("https://"):
        EmailValidator(message="Geben Sie eine E-Mail-Adresse oder eine Adresse mit https:// an.")(contact)
        return
    validate_web_address(contact)


def validate_encrypted(address: str) -> None:
    if not address.startswith("https://"):
        raise ValidationError("Die Adresse beginnt mit „https://“.")


@register_setting(icon="mail", order=20)
class MessageSettings(BaseSiteSetting):
    """Recipients by kind of message; an empty one falls back to the city's own address."""

    contact_email = models.EmailField("Anliegen gehen an", blank=True)
    feedback_email = models.EmailField(
        "Rückmeldungen gehen an", blank=True, help_text="Wenn das zuständige Amt keine E-Mail-Adresse hat."
    )
    barrier_email = models.EmailField("Gemeldete Barrieren gehen an", blank=True)
    legal_basis = models.CharField(
        "Rechtsgrundlage",
        max_length=200,
        default=DEFAULT_LEGAL_BASIS,
        help_text="Steht im Datenschutz-Hinweis der Formulare.",
    )
    privacy_officer = models.CharField(
        "Datenschutzbeauftragte oder Datenschutzbeauftragter",
        max_length=250,
        blank=True,
        help_text="Name oder Stelle und E-Mail-Adresse. Steht im Datenschutz-Hinweis der Formulare.",
    )
    security_contact = models.CharField(
        "Sicherheitslücken melden an",
        max_length=250,
        blank=True,
        validators=[validate_contact],
        help_text="E-Mail-Adresse oder Adresse einer Seite, für /.well-known/security.txt.",
    )
    security_policy = models.URLField(
        "Regeln für das Melden von Sicherheitslücken", blank=True, validators=[validate_encrypted]
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("contact_email"), FieldPanel("feedback_email"), FieldPanel("barrier_email")],
            heading="Empfänger",
        ),
        MultiFieldPanel([FieldPanel("legal_basis"), FieldPanel("privacy_officer")], heading="Datenschutz"),
        MultiFieldPanel(
            [FieldPanel("security_contact"), FieldPanel("security_policy")], heading="Sicherheit"
        ),
    ]

    class Meta:
        verbose_name = "Bürgerpost und Sicherheit"
        verbose_name_plural = "Bürgerpost und Sicherheit"
