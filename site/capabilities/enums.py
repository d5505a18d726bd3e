"""Why a secret or a ticket is refused, with the sentence the citizen reads."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SecretProblem(models.TextChoices):
    UNKNOWN = "unknown", "Diesen Link gibt es nicht. Bitte prüfen Sie, ob er vollständig ist."
    EXPIRED = "expired", "Dieser Link ist abgelaufen."
    REVOKED = "revoked", "Dieser Link gilt nicht mehr."


class TicketProblem(models.TextChoices):
    INVALID = (
        "invalid",
        _("Das Formular ist unvollständig angekommen. Bitte senden Sie es noch einmal ab."),
    )
    TOO_FAST = (
        "too_fast",
        _("Das ging sehr schnell. Bitte senden Sie das Formular noch einmal ab."),
    )
    EXPIRED = "expired", _("Das Formular war lange offen. Bitte senden Sie es noch einmal ab.")
    USED = (
        "used",
        _("Diese Eingaben haben wir schon erhalten. Sie müssen nichts weiter tun."),
    )
