"""Keys that data is encrypted with, themselves wrapped by one of `DATA_KEYS`."""

from django.db import models


class DataKey(models.Model):
    """`subject` is `case:<uuid>`, or the name of a key of the whole house: `journal`, `names`.

    Deleting a row makes whatever it opened unreadable, in backups too.
    """

    subject = models.CharField("wofür", max_length=60, unique=True)
    wrapped_by = models.CharField("umschlossen von", max_length=40, db_index=True)
    wrapped = models.BinaryField("umschlossener Schlüssel")

    class Meta:
        verbose_name = "Datenschlüssel"
        verbose_name_plural = "Datenschlüssel"

    def __str__(self) -> str:
        return self.subject
