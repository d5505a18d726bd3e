"""States and kinds of the catalogue. Values are stored and exchanged; labels are what people read."""

from django.db import models


class LiveStatus(models.TextChoices):
    """How a service can be used at the moment."""

    NORMAL = "normal", "normal"
    RESTRICTED = "restricted", "eingeschränkt"
    CLOSED = "closed", "zurzeit nicht möglich"


class TimeUnit(models.TextChoices):
    """Unit of a processing time or a deadline."""

    MINUTE = "minute", "Minuten"
    HOUR = "hour", "Stunden"
    DAY = "day", "Tage"
    WORKING_DAY = "working_day", "Werktage"
    WEEK = "week", "Wochen"
    MONTH = "month", "Monate"
    YEAR = "year", "Jahre"


class DocumentForm(models.TextChoices):
    """In which form a document has to be handed in."""

    ORIGINAL = "original", "Original"
    COPY = "copy", "Kopie"
    ORIGINAL_OR_COPY = "original_or_copy", "Original oder Kopie"
    CERTIFIED_COPY = "certified_copy", "beglaubigte Kopie"
    DIGITAL = "digital", "digital"
    FORM = "form", "Formular"


class FeeKind(models.TextChoices):
    """How a fee is given: only `AMOUNT`, `RANGE` and `SURCHARGE` carry cents."""

    AMOUNT = "amount", "fester Betrag"
    RANGE = "range", "von … bis"
    FREE = "free", "kostenlos"
    SURCHARGE = "surcharge", "Zuschlag"
    TEXT = "text", "siehe Bedingung"


class OnlineServiceKind(models.TextChoices):
    """Where a service is done: our own online service, somebody else's, not yet, or on paper."""

    INTERNAL = "internal", "eigener Online-Dienst"
    EXTERNAL = "external", "anderes Portal"
    PLANNED = "planned", "geplant"
    PAPER = "paper", "auf Papier"


class TrustLevel(models.TextChoices):
    """Vertrauensniveau: how surely the city must know who is applying."""

    NONE = "none", "ohne Anmeldung"
    BASIC = "basic", "mit Nutzerkonto"
    SUBSTANTIAL = "substantial", "mit ELSTER-Zertifikat oder gleichwertig"
    HIGH = "high", "mit Online-Ausweis"


class OnlineStatus(models.TextChoices):
    ONLINE = "online", "online"
    ANNOUNCED = "announced", "angekündigt"
    PAPER = "paper", "nur auf Papier"


class Weekday(models.IntegerChoices):
    """Numbered as in `date.weekday()`."""

    MONDAY = 0, "Montag"
    TUESDAY = 1, "Dienstag"
    WEDNESDAY = 2, "Mittwoch"
    THURSDAY = 3, "Donnerstag"
    FRIDAY = 4, "Freitag"
    SATURDAY = 5, "Samstag"
    SUNDAY = 6, "Sonntag"


class Role(models.TextChoices):
    """What a member of a department may do with what lies below it."""

    AUTHOR = "author", "Autorin/Autor"
    APPROVER = "approver", "Freigabe"
    HEAD = "head", "Leitung"


class AddressKind(models.TextChoices):
    """What a flat public address leads to."""

    SERVICE = "service", "Dienstleistung"
    DEPARTMENT = "department", "Amt"
    OFFICE = "office", "Standort"
    LIFE_SITUATION = "life_situation", "Lebenslage"
    FORM = "form", "Online-Formular"


class SourceKind(models.TextChoices):
    SERVICE = "service", "Dienstleistung"
    OFFICE = "office", "Standort"


class Decision(models.TextChoices):
    """What became of a value that an import brought and a department had changed."""

    OPEN = "open", "offen"
    ACCEPTED = "accepted", "übernommen"
    REFUSED = "refused", "abgelehnt"
