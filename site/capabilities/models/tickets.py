"""Form tickets that may be used once."""

from django.db import models


class UsedTicket(models.Model):
    """The number of a ticket that was used; kept as long as the ticket would be accepted."""

    number = models.CharField("Nummer", max_length=32, unique=True)
    expires_at = models.DateTimeField("vergessen ab", db_index=True)

    class Meta:
        verbose_name = "Verbrauchtes Formularticket"
        verbose_name_plural = "Verbrauchte Formulartickets"

    def __str__(self) -> str:
        return self.number
