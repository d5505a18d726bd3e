"""Pages about reminders: title, lead, button, by step."""

WORDS: dict[str, dict[str, tuple[str, str, str]]] = {
    "de": {
        "ask": (
            "Erinnerungen per E-Mail",
            (
                "Wir erinnern Sie vor jeder Abfuhr. Zuerst bekommen Sie eine E-Mail mit einem Link zum "
                "Bestätigen; abbestellen können Sie mit einem Klick in jeder Erinnerung."
            ),
            "Erinnerungen bestellen",
        ),
        "sent": (
            "Bitte bestätigen Sie",
            (
                "Wir haben Ihnen eine E-Mail gesendet. Erst wenn Sie den Link darin öffnen und bestätigen, "
                "erinnern wir Sie."
            ),
            "",
        ),
        "confirm": (
            "Erinnerungen bestätigen",
            "Möchten Sie per E-Mail an die Abfuhr erinnert werden?",
            "Ja, erinnern Sie mich",
        ),
        "confirmed": (
            "Erinnerungen sind bestellt",
            (
                "Die nächste E-Mail kommt vor der nächsten Abfuhr. Jede enthält einen Link, der die "
                "Erinnerungen beendet."
            ),
            "",
        ),
        "end": (
            "Erinnerungen beenden",
            "Möchten Sie keine Erinnerungen mehr? Ihre E-Mail-Adresse wird gelöscht.",
            "Beenden und löschen",
        ),
        "ended": ("Erinnerungen sind beendet", "Ihre E-Mail-Adresse ist gelöscht.", ""),
        "unknown": (
            "Dieser Link gilt nicht",
            "Er ist abgelaufen oder unvollständig, oder die Erinnerungen sind schon beendet.",
            "",
        ),
    },
    "en": {
        "ask": (
            "Reminders by e-mail",
            (
                "We remind you before each collection. First you get an e-mail with a link to confirm; one "
                "click in any reminder ends them."
            ),
            "Ask for reminders",
        ),
        "sent": (
            "Please confirm",
            (
                "We have sent you an e-mail. We only remind you once you have opened the link in it and "
                "confirmed."
            ),
            "",
        ),
        "confirm": (
            "Confirm reminders",
            "Do you want to be reminded of collections by e-mail?",
            "Yes, remind me",
        ),
        "confirmed": (
            "Reminders are set up",
            "The next e-mail comes before the next collection. Each has a link that ends the reminders.",
            "",
        ),
        "end": ("End reminders", "No more reminders? Your e-mail address will be deleted.", "End and delete"),
        "ended": ("Reminders have ended", "Your e-mail address has been deleted.", ""),
        "unknown": (
            "This link is not valid",
            "It has expired or is incomplete, or the reminders have already ended.",
            "",
        ),
    },
}


def reminder_words(language: str) -> dict[str, tuple[str, str, str]]:
    return WORDS.get(language, WORDS["de"])
