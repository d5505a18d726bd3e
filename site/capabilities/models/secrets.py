"""A secret in a link, of which we know only the hash."""

from django.db import models


class Secret(models.Model):
    """Whoever has the token may do `purpose` with `subject`; a stolen database opens nothing."""

    purpose = models.CharField("Zweck", max_length=50)
    subject = models.CharField("Gegenstand", max_length=100)
    digest = models.CharField("Hash", max_length=64, unique=True)
    created_at = models.DateTimeField("angelegt", auto_now_add=True)
    expires_at = models.DateTimeField("gilt bis", db_index=True)
    revoked_at = models.DateTimeField("widerrufen", null=True, blank=True)

    class Meta:
        verbose_name = "Geheimer Link"
        verbose_name_plural = "Geheime Links"
        indexes = [models.Index(fields=["purpose", "subject"], name="secret_subject")]

    def __str__(self) -> str:
        return f"{self.purpose}: {self.subject}"
