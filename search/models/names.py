"""What things are called, in the database: what the search still finds when no engine answers."""

from django.db import models


class NamedRecord(models.Model):
    """A record (`source:pk`) as it was when it was last read.

    It stays for a day after its names are gone, so that an older reading that arrives late does not
    bring them back.
    """

    record = models.CharField("Eintrag", max_length=255, unique=True)
    version = models.BigIntegerField("Stand", default=0, help_text="Nanoseconds since 1970, before reading.")
    digest = models.CharField("Prüfsumme", max_length=32, default="")

    class Meta:
        verbose_name = "benannter Eintrag"
        verbose_name_plural = "benannte Einträge"

    def __str__(self) -> str:
        return self.record


class FindableName(models.Model):
    """One public document with what a result shows of it, until it ends."""

    owner = models.ForeignKey(NamedRecord, on_delete=models.CASCADE, related_name="names")
    key = models.CharField("Schlüssel", max_length=256, help_text="As the engines keep it.")
    language = models.CharField("Sprache", max_length=12)
    type = models.CharField("Art", max_length=60)
    title_words = models.PositiveSmallIntegerField("Wörter des Titels", default=0)
    facets = models.JSONField("Facetten", default=list)
    prior = models.FloatField("Gewicht", default=1.0)
    visible_until = models.BigIntegerField("sichtbar bis", help_text="Seconds since 1970.")
    stored = models.JSONField("Angezeigtes", default=dict)

    class Meta:
        verbose_name = "auffindbarer Name"
        verbose_name_plural = "auffindbare Namen"

    def __str__(self) -> str:
        return self.key


class NameStem(models.Model):
    """A stem that a document is called by, with the weight of the best field it stands in."""

    name = models.ForeignKey(FindableName, on_delete=models.CASCADE, related_name="stems", db_index=False)
    language = models.CharField("Sprache", max_length=12)
    stem = models.CharField("Wortstamm", max_length=64)
    weight = models.FloatField("Gewicht")

    class Meta:
        verbose_name = "Wortstamm eines Namens"
        verbose_name_plural = "Wortstämme von Namen"
        constraints = [models.UniqueConstraint(fields=["name", "stem"], name="stem_once_per_name")]
        # Holds all that matching reads.
        indexes = [models.Index(fields=["language", "stem", "name", "weight"], name="names_by_stem")]

    def __str__(self) -> str:
        return self.stem
