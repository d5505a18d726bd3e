"""What editors know about words: synonyms and best bets, and a number that tells when they changed."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F

from search.analysis import analyse
from search.domain.query_words import WORDS_LIMIT

from ..enums import SynonymKind
from .statistics import RECORD_CHARACTERS

TERMS_LIMIT = 20
TERM_CHARACTERS = 100
ONE_PER_LINE = "Eine Angabe je Zeile, höchstens 20."
LAST_POSITION = 3


def lines_of(text: str) -> list[str]:
    """What stands on the lines of a text field, each once."""
    return list(dict.fromkeys(line for raw in text.splitlines() if (line := " ".join(raw.split()))))


def require_terms(text: str, language: str) -> None:
    """Raises ValidationError for too many lines, and for one that says nothing to the search."""
    lines = lines_of(text)
    if len(lines) > TERMS_LIMIT:
        raise ValidationError(f"Höchstens {TERMS_LIMIT} Zeilen.")
    for line in lines:
        stems = set(analyse(line, language)) if len(line) <= TERM_CHARACTERS else set()
        if not 0 < len(stems) <= WORDS_LIMIT:
            raise ValidationError(f"„{line[:TERM_CHARACTERS]}“ ist nichts, wonach sich suchen lässt.")


class Timed(models.Model):
    """In force from and until a day (both included), while switched on."""

    language = models.CharField(
        "Sprache", max_length=20, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    active = models.BooleanField("Eingeschaltet", default=True)
    valid_from = models.DateField("Gilt ab", null=True, blank=True)
    valid_until = models.DateField("Gilt bis einschließlich", null=True, blank=True)
    note = models.CharField("Notiz", max_length=300, blank=True, help_text="Warum? Nur für die Redaktion.")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="Angelegt von",
    )
    created_at = models.DateTimeField("Angelegt", auto_now_add=True)

    class Meta:
        abstract = True

    def is_in_force(self, day: date) -> bool:
        begun = self.valid_from is None or self.valid_from <= day
        return self.active and begun and (self.valid_until is None or day <= self.valid_until)

    def clean(self) -> None:
        super().clean()
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": "Das Ende liegt vor dem Anfang."})


class Synonym(Timed):
    """Words that mean the same to citizens."""

    kind = models.CharField("Art", max_length=10, choices=SynonymKind, default=SynonymKind.EQUAL)
    terms = models.TextField("Wörter", help_text=ONE_PER_LINE)
    targets = models.TextField(
        "Gefunden werden auch",
        blank=True,
        help_text="Nur bei „nur in eine Richtung“: was zu den Wörtern oben auch gefunden wird. "
        + ONE_PER_LINE,
    )

    class Meta:
        verbose_name = "Synonym"
        verbose_name_plural = "Synonyme"
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        sign = " → " if self.kind == SynonymKind.ONE_WAY else ""
        return ", ".join(self.term_list) + sign + ", ".join(self.target_list)

    @property
    def term_list(self) -> list[str]:
        return lines_of(self.terms)

    @property
    def target_list(self) -> list[str]:
        return lines_of(self.targets) if self.kind == SynonymKind.ONE_WAY else []

    def clean(self) -> None:
        super().clean()
        for name in ("terms", "targets"):
            try:
                require_terms(getattr(self, name), self.language)
            except ValidationError as error:
                raise ValidationError({name: error}) from None
        if self.kind == SynonymKind.EQUAL and len(self.term_list) < 2:
            raise ValidationError({"terms": "Zum Gleichsetzen braucht es mindestens zwei Zeilen."})
        if self.kind == SynonymKind.ONE_WAY and not self.target_list:
            raise ValidationError({"targets": "Was soll auch gefunden werden?"})


class BestBet(Timed):
    """A record that is shown at a fixed place to whoever asks for one of the queries."""

    queries = models.TextField("Suchanfragen", help_text=ONE_PER_LINE)
    record = models.CharField("Treffer", max_length=RECORD_CHARACTERS, db_index=True)
    title = models.CharField("Titel des Treffers", max_length=255, editable=False)
    position = models.PositiveSmallIntegerField(
        "Platz",
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(LAST_POSITION)],
        help_text="1 bis 3.",
    )

    class Meta:
        verbose_name = "Bester Treffer"
        verbose_name_plural = "Beste Treffer"
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{', '.join(self.query_list)} → {self.title}"

    @property
    def query_list(self) -> list[str]:
        return lines_of(self.queries)

    def clean(self) -> None:
        super().clean()
        try:
            require_terms(self.queries, self.language)
        except ValidationError as error:
            raise ValidationError({"queries": error}) from None


class GuidanceVersion(models.Model):
    """One row; its number grows with every change of a synonym or best bet, in the same transaction."""

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls) -> int:
        return cls.objects.filter(pk=1).values_list("number", flat=True).first() or 0

    @classmethod
    def raise_by_one(cls) -> None:
        GuidanceVersion.objects.bulk_create([GuidanceVersion(pk=1)], ignore_conflicts=True)
        cls.objects.filter(pk=1).update(number=F("number") + 1)
