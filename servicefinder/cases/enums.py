"""States and kinds of the case file. Values are stored and handed over; labels are what people read."""

from django.db import models


class CaseState(models.TextChoices):
    RECEIVED = "received", "eingegangen"
    IN_WORK = "in_work", "in Bearbeitung"
    WAITING = "waiting", "Rückfrage offen"
    DECIDED = "decided", "entschieden"
    CLOSED = "closed", "abgeschlossen"
    WITHDRAWN = "withdrawn", "zurückgezogen"


# From a state to those that may follow; whoever moves a case asks the database for the first.
TRANSITIONS: dict[CaseState, frozenset[CaseState]] = {
    CaseState.RECEIVED: frozenset({CaseState.IN_WORK, CaseState.WITHDRAWN}),
    CaseState.IN_WORK: frozenset({CaseState.WAITING, CaseState.DECIDED, CaseState.WITHDRAWN}),
    CaseState.WAITING: frozenset({CaseState.IN_WORK, CaseState.WITHDRAWN}),
    CaseState.DECIDED: frozenset({CaseState.CLOSED, CaseState.IN_WORK}),
    CaseState.CLOSED: frozenset(),
    CaseState.WITHDRAWN: frozenset({CaseState.CLOSED}),
}
OPEN_STATES = (CaseState.RECEIVED, CaseState.IN_WORK, CaseState.WAITING)
UNFINISHED_STATES = (*OPEN_STATES, CaseState.DECIDED, CaseState.WITHDRAWN)


class Origin(models.TextChoices):
    """How a case came to the city."""

    ONLINE = "online", "online"
    PAPER = "paper", "auf Papier"
    PHONE = "phone", "am Telefon"
    COUNTER = "counter", "am Schalter"
    EMAIL = "email", "per E-Mail"


class EntryKind(models.TextChoices):
    """What an entry of the journal says happened."""

    RECEIVED = "received", "eingegangen"
    STATE = "state", "Zustand geändert"
    ASSIGNED = "assigned", "zugewiesen"
    HANDED_OVER = "handed_over", "an anderes Amt abgegeben"
    SHARED = "shared", "für anderes Amt freigegeben"
    UNSHARED = "unshared", "Freigabe beendet"
    DUE = "due", "Frist geändert"
    OPENED = "opened", "Vorgang geöffnet"
    CITIZEN_OPENED = "citizen_opened", "von der antragstellenden Person geöffnet"
    DOCUMENT_ADDED = "document_added", "Dokument hinzugefügt"
    DOCUMENT_OPENED = "document_opened", "Dokument geöffnet"
    QUESTION = "question", "Rückfrage gestellt"
    ANSWER = "answer", "Rückfrage beantwortet"
    NOTE = "note", "Notiz"
    DECISION = "decision", "Entscheidung erteilt"
    DECISION_OPENED = "decision_opened", "Entscheidung abgerufen"
    LINK_SENT = "link_sent", "Zugangslink gesendet"
    MAIL_BOUNCED = "mail_bounced", "E-Mail nicht zustellbar"
    DELIVERED = "delivered", "übergeben"
    EXPORTED = "exported", "exportiert"
    FOUND_BY_NAME = "found_by_name", "bei einer Suche nach Namen gefunden"
    HELD = "held", "von der Löschung zurückgestellt"
    RELEASED = "released", "Zurückstellung beendet"
    LINKED = "linked", "mit einem anderen Vorgang verknüpft"
    PAID = "paid", "bezahlt"
    UNPAID = "unpaid", "doch nicht bezahlt"
    CONTACT = "contact", "E-Mail-Adresse geändert"
    LETTER_SENT = "letter_sent", "Bescheid als Brief versandt"
    ERASURE_REQUESTED = "erasure_requested", "Löschung beantragt"


class DocumentSource(models.TextChoices):
    CITIZEN = "citizen", "eingereicht"
    DEPARTMENT = "department", "vom Amt"
    DECISION = "decision", "Bescheid"
    RECEIPT = "receipt", "Empfangsbestätigung"


class MessageKind(models.TextChoices):
    QUESTION = "question", "Rückfrage"
    ANSWER = "answer", "Antwort"
    NOTE = "note", "interne Notiz"


class DeliveryState(models.TextChoices):
    WAITING = "waiting", "wartet"
    DONE = "done", "übergeben"
    STUCK = "stuck", "hängt"


class TransferState(models.TextChoices):
    """Of an Abgabe to another authority."""

    WAITING = "waiting", "wird vorbereitet"
    DONE = "done", "bereit"
    FAILED = "failed", "fehlgeschlagen"
    EXPIRED = "expired", "abgelaufen"


class PaymentState(models.TextChoices):
    FREE = "free", "kostenlos"
    DUE = "due", "offen"
    PAID = "paid", "bezahlt"


class ErasureReason(models.TextChoices):
    """Why a case may be deleted; written into the proof."""

    RETENTION = "retention", "Aufbewahrung abgelaufen"
    WITHDRAWN_CONSENT = "consent", "Einwilligung widerrufen (Art. 17 Abs. 1 b)"
    NOT_NEEDED = "not_needed", "nicht mehr erforderlich (Art. 17 Abs. 1 a)"
    OBJECTED = "objected", "Widerspruch (Art. 17 Abs. 1 c)"
    UNLAWFUL = "unlawful", "unrechtmäßig verarbeitet (Art. 17 Abs. 1 d)"
    OBLIGATION = "obligation", "rechtliche Pflicht zur Löschung (Art. 17 Abs. 1 e)"
