"""Questions to the citizen, answers, internal notes; and texts that departments use again and again."""

from django.conf import settings
from django.db import models

from servicefinder.catalogue.models import Department

from ..enums import MessageKind
from .cases import Case


class CaseMessage(models.Model):
    """`answers` points from an answer to its question."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="messages")
    kind = models.CharField("Art", max_length=10, choices=MessageKind.choices)
    sealed_text = models.BinaryField("Text, verschlüsselt")
    written_at = models.DateTimeField("geschrieben", auto_now_add=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answers = models.OneToOneField("self", models.CASCADE, null=True, blank=True, related_name="answer")

    class Meta:
        verbose_name = "Nachricht"
        verbose_name_plural = "Nachrichten"
        ordering = ["written_at", "pk"]

    def __str__(self) -> str:
        return self.get_kind_display()


class TextModule(models.Model):
    department = models.ForeignKey(
        Department, models.CASCADE, related_name="text_modules", verbose_name="Amt"
    )
    name = models.CharField("Name", max_length=100)
    text = models.TextField("Text")

    class Meta:
        verbose_name = "Textbaustein"
        verbose_name_plural = "Textbausteine"
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["department", "name"], name="text_module_name")]

    def __str__(self) -> str:
        return self.name
