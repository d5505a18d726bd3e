"""What mails about a case say, in German and English: never what the case is about."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MailWording:
    """`{reference}`, `{link}`, `{due}` and `{sender}` are filled in."""

    subject: str
    text: str


GERMAN_END = """

{link}

Wer diesen Link hat, sieht Ihren Vorgang. Bitte geben Sie ihn nicht weiter.

Mit freundlichen Grüßen
{sender}

Diese E-Mail wurde automatisch versandt. Zum Schutz Ihrer Daten steht in ihr nichts über den Inhalt."""
ENGLISH_END = """

{link}

Anybody who has this link can see your case. Please do not pass it on.

Kind regards
{sender}

This e-mail was sent automatically. To protect your data it says nothing about the content."""

GERMAN = {
    "question": MailWording(
        "Wir haben eine Frage zu Ihrem Vorgang {reference}",
        "Guten Tag,\n\nzu Ihrem Vorgang {reference} haben wir eine Frage. Bis zu Ihrer Antwort ruht die"
        " Bearbeitung. Bitte lesen und beantworten Sie die Frage hier:" + GERMAN_END,
    ),
    "reminder": MailWording(
        "Erinnerung: Ihre Antwort zum Vorgang {reference} fehlt noch",
        "Guten Tag,\n\nvor einer Woche haben wir Ihnen zu Ihrem Vorgang {reference} eine Frage gestellt."
        " Ohne Ihre Antwort können wir nicht weiterarbeiten. Bitte beantworten Sie sie hier:" + GERMAN_END,
    ),
    "decision": MailWording(
        "Über Ihren Vorgang {reference} ist entschieden",
        "Guten Tag,\n\nüber Ihren Vorgang {reference} haben wir entschieden. Den Bescheid rufen Sie hier ab:"
        + GERMAN_END,
    ),
    "closed": MailWording(
        "Ihr Vorgang {reference} ist abgeschlossen",
        "Guten Tag,\n\nwir haben Ihren Vorgang {reference} abgeschlossen. Sie können ihn hier noch ansehen:"
        + GERMAN_END,
    ),
    "withdrawn": MailWording(
        "Sie haben Ihren Vorgang {reference} zurückgezogen",
        "Guten Tag,\n\nIhr Vorgang {reference} wurde zurückgezogen. Waren Sie das nicht, melden Sie sich"
        " bitte"
        " bei uns. Ansehen können Sie ihn hier:" + GERMAN_END,
    ),
    "link": MailWording(
        "Ihr Link zum Vorgang {reference}",
        "Guten Tag,\n\nhier ist der Link zu Ihrem Vorgang {reference}, um den gerade gebeten wurde. Waren"
        " Sie das"
        " nicht, müssen Sie nichts tun." + GERMAN_END,
    ),
}
ENGLISH = {
    "question": MailWording(
        "We have a question about your case {reference}",
        "Hello,\n\nwe have a question about your case {reference}. Work on it rests until you have answered."
        " Please read and answer the question here:" + ENGLISH_END,
    ),
    "reminder": MailWording(
        "Reminder: we still need your answer about case {reference}",
        "Hello,\n\na week ago we asked you a question about your case {reference}. Without your answer we"
        " cannot"
        " go on. Please answer it here:" + ENGLISH_END,
    ),
    "decision": MailWording(
        "A decision has been made on your case {reference}",
        "Hello,\n\nwe have decided on your case {reference}. You can fetch the decision here:" + ENGLISH_END,
    ),
    "closed": MailWording(
        "Your case {reference} is closed",
        "Hello,\n\nwe have closed your case {reference}. You can still look at it here:" + ENGLISH_END,
    ),
    "withdrawn": MailWording(
        "You have withdrawn your case {reference}",
        "Hello,\n\nyour case {reference} was withdrawn. If that was not you, please tell us."
        " You can look at it here:" + ENGLISH_END,
    ),
    "link": MailWording(
        "Your link to case {reference}",
        "Hello,\n\nhere is the link to your case {reference}, which somebody has just asked for. If that"
        " was not"
        " you, you need not do anything." + ENGLISH_END,
    ),
}


def mail_in(language: str, occasion: str) -> MailWording:
    """German where the language has no wording of its own. Raises KeyError for an unknown occasion."""
    return (ENGLISH if language == "en" else GERMAN)[occasion]
