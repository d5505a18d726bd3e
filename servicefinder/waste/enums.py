"""Kinds of waste planning."""

from django.db import models


class RhythmKind(models.TextChoices):
    WEEKS = "weeks", "alle … Wochen"
    MONTHLY = "monthly", "jeden Monat am … Wochentag"
    LISTED = "listed", "an einzelnen Tagen"


class PlanState(models.TextChoices):
    DRAFT = "draft", "in Arbeit"
    APPROVED = "approved", "freigegeben"
    PUBLISHED = "published", "veröffentlicht"


class ShiftState(models.TextChoices):
    """A conflict is a proposal that no policy can settle: a person has to."""

    CONFLICT = "conflict", "Konflikt"
    PROPOSED = "proposed", "vorgeschlagen"
    APPROVED = "approved", "freigegeben"


class ShiftSource(models.TextChoices):
    HOLIDAY = "holiday", "Feiertag"
    HAND = "hand", "von Hand"
    FAILURE = "failure", "Ausfall am Tag"


class HolidayPolicy(models.TextChoices):
    LATER = "later", "nachholen, samstags auch"
    EARLIER = "earlier", "vorziehen"


class CollectionState(models.TextChoices):
    PLANNED = "planned", "wie geplant"
    SHIFTED = "shifted", "verschoben"
    CANCELLED = "cancelled", "entfällt"


class StepKind(models.TextChoices):
    CREATED = "created", "Anlegen"
    PROPOSAL = "proposal", "Vorschlag"
    SHIFTED = "shifted", "Verschiebung"
    TOUR = "tour", "Tour"
    HOUSES = "houses", "Straße"
    UNDONE = "undone", "Zurückgenommen"
    IMPORTED = "imported", "Einlesen"
    APPROVAL = "approval", "Freigabe"
    REOPENED = "reopened", "Wieder in Arbeit"
    SCHEDULED = "scheduled", "Zeitplan"
    REFUSED = "refused", "Nicht möglich"
    PUBLISHED = "published", "Veröffentlichung"
    RESTORED = "restored", "Früherer Stand"
    WITHDRAWN = "withdrawn", "Zurückgezogen"
    FAILURE = "failure", "Ausfall"


class ImportKind(models.TextChoices):
    TOURS = "tours", "Touren und Rhythmen"
    RANGES = "ranges", "Straßen und Hausnummern"


class ImportState(models.TextChoices):
    REFUSED = "refused", "abgelehnt"
    CHECKED = "checked", "geprüft"
    APPLIED = "applied", "übernommen"
    DISCARDED = "discarded", "verworfen"


class ReminderHour(models.TextChoices):
    """When a reminder is sent, by local time."""

    EVENING = "evening", "am Vorabend um 18 Uhr"
    MORNING = "morning", "am Tag um 6 Uhr"


class Disposal(models.TextChoices):
    """Where things go that no bin at home takes."""

    YARD = "yard", "Wertstoffhof"
    HAZARDOUS = "hazardous", "Schadstoffmobil oder Wertstoffhof"
    GLASS = "glass", "Altglascontainer"
    TEXTILES = "textiles", "Altkleidercontainer"
    BULKY = "bulky", "Sperrmüll"
    SHOP = "shop", "Zurück in den Laden"
    PHARMACY = "pharmacy", "Apotheke oder Restmüll"
    DEALER = "dealer", "Fachbetrieb"
