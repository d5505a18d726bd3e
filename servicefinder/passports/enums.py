"""Kinds and states of documents. Numbers are stored, and only ever grow in the course of a document."""

from django.db import models


class DocumentKind(models.TextChoices):
    """As in the column `dokumentart` of a delivery list."""

    IDENTITY_CARD = "personalausweis", "Personalausweis"
    PASSPORT = "reisepass", "Reisepass"
    CHILD = "kinderdokument", "Dokument für ein Kind"
    TEMPORARY = "vorlaeufig", "Vorläufiges Dokument"
    RESIDENCE = "aufenthaltstitel", "Aufenthaltstitel"
    TRAVEL = "reiseausweis", "Reiseausweis"


class DocumentState(models.IntegerChoices):
    PRODUCTION = 1, "in Herstellung"
    READY = 2, "abholbereit"
    HANDED_OUT = 3, "ausgehändigt"


# As in the column `status` of a delivery list.
STATE_WORDS = {
    "herstellung": DocumentState.PRODUCTION,
    "bereit": DocumentState.READY,
    "ausgehaendigt": DocumentState.HANDED_OUT,
}


class SecondFact(models.TextChoices):
    """What is asked for beside the serial number."""

    BIRTHDAY = "birthday", "Geburtsdatum"
    PIN = "pin", "PIN auf der Quittung"


class Answer(models.TextChoices):
    """What a citizen is told. `UNKNOWN` says no number, wrong second fact and not yet registered alike."""

    PRODUCTION = "production", "in Herstellung"
    READY = "ready", "abholbereit"
    HANDED_OUT = "handed_out", "ausgehändigt"
    UNKNOWN = "unknown", "keine Auskunft"


class RunState(models.TextChoices):
    """Course of a delivery list: received in slices, counted, and taken over once somebody agrees."""

    RECEIVING = "receiving", "wird gelesen"
    CHECKING = "checking", "wird geprüft"
    CHECKED = "checked", "geprüft"
    APPLYING = "applying", "wird übernommen"
    DONE = "done", "übernommen"
    REFUSED = "refused", "nicht lesbar"


class LineProblem(models.TextChoices):
    """Why a line is left out; never what stands in it."""

    COLUMNS = "columns", "zu wenige oder zu viele Spalten"
    KIND = "kind", "unbekannte Dokumentart"
    SERIAL = "serial", "Seriennummer unvollständig oder mit unzulässigem Zeichen"
    CHECK_DIGIT = "check_digit", "Prüfziffer stimmt nicht"
    FACT = "fact", "zweite Angabe fehlt oder ist ungültig"
    STATE = "state", "unbekannter Status"
    DAY = "day", "Tag fehlt, ist ungültig oder liegt in der Zukunft"
    PLACE = "place", "unbekannter Abholort"
    ENCODING = "encoding", "Zeichen nicht lesbar"
    TOO_OLD = "too_old", "Aufbewahrung schon abgelaufen"


class EntryKind(models.TextChoices):
    """What the office or the system did; entries hold counts, never content."""

    RECEIVED = "received", "Lieferliste geprüft"
    APPLIED = "applied", "Lieferliste übernommen"
    DISCARDED = "discarded", "Lieferliste verworfen"
    HANDED_OUT = "handed_out", "Aushändigung erfasst"
    NOT_FOUND = "not_found", "Aushändigung: nichts gefunden"
    DELETED = "deleted", "nach Ablauf der Frist gelöscht"
    LOOKED = "looked", "Zahlen angesehen"
