"""What mails say, in German and English: neither a number nor which document it is."""

from servicefinder.cases.mail_wording import MailWording

GERMAN = {
    "confirm": MailWording(
        "Bitte bestätigen: Nachricht, sobald Ihr Dokument abholbereit ist",
        "Guten Tag,\n\njemand hat uns gebeten, an diese Adresse zu schreiben, sobald ein bestimmtes Dokument"
        " abholbereit ist. Waren Sie das? Dann bestätigen Sie es bitte innerhalb von zwei Tagen"
        " hier:\n\n{link}\n\n"
        "Unter diesem Link können Sie später auch abbestellen. Waren Sie es nicht, müssen Sie nichts tun:"
        " Ihre Adresse wird gelöscht. Bestätigen Sie, löschen wir sie, sobald wir Ihnen geschrieben haben,"
        " spätestens nach sechs Monaten.\n\nMit freundlichen Grüßen\n{sender}\n",
    ),
    "ready": MailWording(
        "Ihr Dokument ist abholbereit",
        "Guten Tag,\n\ndas Dokument, nach dem Sie gefragt haben, ist abholbereit. Wo und wann Sie es"
        " abholen und was"
        " Sie mitbringen, sagen wir Ihnen hier:\n\n{link}\n\nIhre E-Mail-Adresse haben wir jetzt"
        " gelöscht.\n\n"
        "Mit freundlichen Grüßen\n{sender}\n",
    ),
}
ENGLISH = {
    "confirm": MailWording(
        "Please confirm: a message when your document is ready",
        "Hello,\n\nsomebody has asked us to write to this address when a certain document is ready to be"
        " collected."
        " Was it you? Then please confirm within two days here:\n\n{link}\n\nThe same link lets you cancel"
        " later."
        " If it was not you, you need not do anything: your address will be deleted. If you confirm, we"
        " delete it as"
        " soon as we have written to you, after six months at the latest.\n\nKind regards\n{sender}\n",
    ),
    "ready": MailWording(
        "Your document is ready to be collected",
        "Hello,\n\nthe document you asked about is ready to be collected. Where, when and what to bring is"
        " explained"
        " here:\n\n{link}\n\nWe have now deleted your e-mail address.\n\nKind regards\n{sender}\n",
    ),
}


def mail_in(language: str, occasion: str) -> MailWording:
    """German where the language has no wording of its own. Raises KeyError for an unknown occasion."""
    return (ENGLISH if language == "en" else GERMAN)[occasion]
