"""Fixed choices of the editorial pages."""

from django.db import models


class PageRole(models.TextChoices):
    """Pages that the law or the footer needs to find again, whatever their address."""

    NONE = "", "Keine besondere Aufgabe"
    IMPRINT = "imprint", "Impressum"
    PRIVACY = "privacy", "Datenschutz"
    ACCESSIBILITY = "accessibility", "Barrierefreiheit"


class NoticeSeverity(models.TextChoices):
    """How urgent a notice is; decides colour, symbol and order."""

    DANGER = "danger", "Gefahr"
    WARNING = "warning", "Warnung"
    INFO = "info", "Hinweis"


class Repetition(models.TextChoices):
    """How often an event's date repeats."""

    NONE = "", "Nur einmal"
    WEEKLY = "weekly", "Jede Woche"
    FORTNIGHTLY = "fortnightly", "Alle zwei Wochen"
    MONTHLY_DATE = "monthly_date", "Jeden Monat am selben Tag (zum Beispiel am 15.)"
    MONTHLY_WEEKDAY = "monthly_weekday", "Jeden Monat am selben Wochentag (zum Beispiel am 2. Dienstag)"


class FacilityKind(models.TextChoices):
    """What a facility is; decides symbol and schema.org type."""

    LIBRARY = "library", "Bücherei"
    POOL = "pool", "Schwimmbad"
    SCHOOL = "school", "Schule"
    DAY_CARE = "daycare", "Kita"
    PLAYGROUND = "playground", "Spielplatz"
    TOILET = "toilet", "Öffentliche Toilette"
    SPORTS = "sports", "Sportstätte"
    CULTURE = "culture", "Museum, Theater, Kultur"
    YOUTH = "youth", "Jugendzentrum"
    PARK = "park", "Park"
    OTHER = "other", "Andere Einrichtung"


class StepFree(models.TextChoices):
    """Whether somebody in a wheelchair gets in and around."""

    UNKNOWN = "", "Nicht bekannt"
    YES = "yes", "Stufenlos zugänglich"
    PARTLY = "partly", "Teilweise stufenlos zugänglich"
    NO = "no", "Nicht stufenlos zugänglich"


class Weekday(models.IntegerChoices):
    """Days of the week as `date.weekday()` counts them."""

    MONDAY = 0, "Montag"
    TUESDAY = 1, "Dienstag"
    WEDNESDAY = 2, "Mittwoch"
    THURSDAY = 3, "Donnerstag"
    FRIDAY = 4, "Freitag"
    SATURDAY = 5, "Samstag"
    SUNDAY = 6, "Sonntag"


class MessageKind(models.TextChoices):
    """What a citizen's message is about; decides form, recipient and wording."""

    FEEDBACK = "feedback", "Rückmeldung zu einer Dienstleistung"
    CONTACT = "contact", "Anliegen"
    BARRIER = "barrier", "Gemeldete Barriere"


class MessageStatus(models.TextChoices):
    """How far a citizen's message is. `MESSAGE_STEPS` says what may follow what."""

    NEW = "new", "Neu"
    IN_PROGRESS = "in_progress", "In Bearbeitung"
    ANSWERED = "answered", "Beantwortet"
    CLOSED = "closed", "Abgeschlossen"


MESSAGE_STEPS: dict[str, set[str]] = {
    MessageStatus.NEW: {MessageStatus.IN_PROGRESS, MessageStatus.ANSWERED, MessageStatus.CLOSED},
    MessageStatus.IN_PROGRESS: {MessageStatus.ANSWERED, MessageStatus.CLOSED},
    MessageStatus.ANSWERED: {MessageStatus.IN_PROGRESS, MessageStatus.CLOSED},
    MessageStatus.CLOSED: {MessageStatus.IN_PROGRESS},
}


class OfficialNoticeKind(models.TextChoices):
    """What an official notice (Amtliche Bekanntmachung) makes known."""

    STATUTE = "statute", "Satzung"
    DEVELOPMENT_PLAN = "development_plan", "Bebauungsplan"
    ELECTION = "election", "Wahlen"
    TENDER = "tender", "Ausschreibung"
    AGENDA = "agenda", "Tagesordnung"
    GENERAL_RULING = "general_ruling", "Allgemeinverfügung"
    OTHER = "other", "Sonstige Bekanntmachung"
