"""Who wants to be told when a document is ready."""

from django.db import models


class ReadyMail(models.Model):
    """`handle` is another HMAC than that of the record: the table does not say which record is meant.

    `sealed_address` opens only with serial number, second fact and pepper, as the line of a delivery list
    brings them; once that line has come (`is_due`), with a key of the house until it is confirmed and sent.
    """

    handle = models.BinaryField("Kennwert", max_length=32, db_index=True)
    sealed_address = models.BinaryField("Adresse, verschlüsselt")
    pepper = models.CharField("Schlüsselname", max_length=40, db_index=True)
    language = models.CharField("Sprache", max_length=20)
    is_confirmed = models.BooleanField("bestätigt", default=False)
    is_due = models.BooleanField("abholbereit", default=False)
    expires_on = models.DateField("vergessen nach", db_index=True)

    class Meta:
        verbose_name = "Benachrichtigung"
        verbose_name_plural = "Benachrichtigungen"

    def __str__(self) -> str:
        return f"Benachrichtigung {self.pk}"
