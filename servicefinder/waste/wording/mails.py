"""Mails about reminders."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MailTexts:
    confirm_subject: str
    confirm: str
    subject: str
    text: str
    today: str
    tomorrow: str
    changed_subject: str
    changed: str
    comes: str
    moved: str
    off: str


GERMAN = MailTexts(
    confirm_subject="Bitte bestätigen: Erinnerungen an die Abfuhr",
    confirm=(
        "Guten Tag,\n\njemand möchte unter dieser E-Mail-Adresse an die Abfuhr erinnert werden. Wenn "
        "Sie das waren, "
        "bestätigen Sie es bitte innerhalb von zwei Tagen:\n\n{link}\n\nSonst müssen Sie nichts tun: "
        "Wir senden "
        "nichts und löschen die Angaben.\n"
    ),
    subject="{when}: {bins}",
    text=(
        "{when}, {day}, wird geleert:\n\n{bins}\n\nAdresse: {address}\nTonnen bitte bis 6 Uhr an die Straße "
        "stellen.\n\nAlle Termine: {page}\nErinnerungen beenden: {end}\n"
    ),
    today="Heute",
    tomorrow="Morgen",
    changed_subject="Geändert: {bins}",
    changed=(
        "Die Abfuhr am {day} hat sich geändert:\n\n{bins}\n\nAdresse: {address}\n\n"
        "Alle Termine: {page}\nErinnerungen beenden: {end}\n"
    ),
    comes="wird an diesem Tag geleert",
    moved="wird nun am {day} geleert",
    off="fällt aus",
)
ENGLISH = MailTexts(
    confirm_subject="Please confirm: reminders of waste collections",
    confirm=(
        "Hello,\n\nsomebody wants to be reminded of waste collections at this e-mail address. If that "
        "was you, please "
        "confirm within two days:\n\n{link}\n\nOtherwise there is nothing to do: we send nothing and "
        "delete what was "
        "entered.\n"
    ),
    subject="{when}: {bins}",
    text=(
        "{when}, {day}, these are collected:\n\n{bins}\n\nAddress: {address}\nPlease put bins at the "
        "roadside by "
        "6 am.\n\nAll dates: {page}\nEnd these reminders: {end}\n"
    ),
    today="Today",
    tomorrow="Tomorrow",
    changed_subject="Changed: {bins}",
    changed=(
        "The collection on {day} has changed:\n\n{bins}\n\nAddress: {address}\n\n"
        "All dates: {page}\nEnd these reminders: {end}\n"
    ),
    comes="is collected on this day",
    moved="is now collected on {day}",
    off="is cancelled",
)


def mail_texts_in(language: str) -> MailTexts:
    return ENGLISH if language == "en" else GERMAN
