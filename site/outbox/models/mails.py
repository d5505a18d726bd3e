"""A mail on its way out."""

from django.db import models


class OutgoingMail(models.Model):
    """Written with the change that causes it, handed over by the worker.

    `message_id` is fixed here: should the worker die right after the server accepted the mail, the
    second hand-over is recognised as the same one. `key` makes "once only" a constraint.
    """

    to = models.JSONField("an", default=list)
    subject = models.CharField("Betreff", max_length=255)
    text = models.TextField("Text")
    headers = models.JSONField("weitere Kopfzeilen", default=dict, blank=True)
    reply_to = models.CharField("Antwort an", max_length=254, blank=True, default="")
    message_id = models.CharField("Message-ID", max_length=255, unique=True, editable=False)
    key = models.CharField("Schlüssel", max_length=255, unique=True, null=True, blank=True)
    created_at = models.DateTimeField("angelegt", auto_now_add=True)
    # Nobody shall read later to whom it went: the row goes with the hand-over.
    forget_when_sent = models.BooleanField("danach vergessen", default=False)
    sent_at = models.DateTimeField("übergeben", null=True, blank=True, db_index=True)

    class Meta:
        verbose_name = "E-Mail"
        verbose_name_plural = "E-Mails"

    def __str__(self) -> str:
        return self.subject
