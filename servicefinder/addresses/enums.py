"""Kinds that addresses are told apart by."""

from django.db import models


class Parity(models.TextChoices):
    """Which side of a street a range of house numbers means."""

    ALL = "all", "alle"
    ODD = "odd", "ungerade"
    EVEN = "even", "gerade"


class KeyKind(models.TextChoices):
    """What a street is found by: a name, how it sounds, its beginning with a letter lost."""

    NAME = "n", "Name"
    SOUND = "s", "Klang"
    NEAR = "d", "ähnlich"


class AreaKind(models.TextChoices):
    """What a part of the city is drawn for."""

    OFFICE = "office", "Zuständige Stelle"
    SCHOOL = "school", "Grundschule"
    POLLING = "polling", "Wahllokal"


class UploadState(models.TextChoices):
    """What became of a file of addresses."""

    CHECKED = "checked", "geprüft"
    WAITING = "waiting", "wird übernommen"
    DONE = "done", "übernommen"
    REFUSED = "refused", "nicht übernommen"
