"""German."""

from home.enums import MessageKind

from .texts import FormTexts, PrivacyTexts, Texts

FEEDBACK = FormTexts(
    title="Was fehlt?",
    lead="Sie haben etwas gesucht und nicht gefunden, oder etwas stimmt nicht?"
    " Schreiben Sie es uns, damit wir die Beschreibung verbessern.",
    label="Was fehlt, was ist falsch oder unklar?",
    hint="Bitte keine Namen, Anschriften oder Aktenzeichen. Auf diesem Weg können wir nicht antworten.",
    missing="Bitte schreiben Sie, was Ihnen aufgefallen ist.",
    purpose="Um die Beschreibung der Dienstleistung zu verbessern. Wir fragen nicht, wer Sie sind.",
    sent_title="Danke für Ihren Hinweis",
    sent_next=(
        "Die Stelle, die für die Beschreibung zuständig ist, liest Ihren Hinweis.",
        "Was stimmt, ändern wir auf der Seite.",
        "Eine Antwort bekommen Sie nicht, weil wir nicht wissen, wer Sie sind.",
    ),
)
CONTACT = FormTexts(
    title="Kontakt",
    lead="Schreiben Sie uns. Wir geben Ihre Nachricht an die Stelle weiter, die Ihnen helfen kann.",
    label="Ihre Nachricht",
    hint="Bitte keine Gesundheitsdaten und keine Kontodaten.",
    missing="Bitte schreiben Sie, worum es geht.",
    purpose="Um Ihre Nachricht zu bearbeiten und Ihnen zu antworten."
    " Name, E-Mail-Adresse und Telefonnummer sind freiwillig; ohne sie können wir nicht antworten.",
    sent_title="Ihre Nachricht ist bei uns",
    sent_next=(
        "Die zuständige Stelle bekommt Ihre Nachricht jetzt.",
        "Wenn Sie eine E-Mail-Adresse angegeben haben, bestätigen wir den Eingang per E-Mail.",
        "Wir antworten per E-Mail oder Telefon, je nachdem, was Sie angegeben haben.",
    ),
)
BARRIER = FormTexts(
    title="Barriere melden",
    lead="Können Sie etwas auf dieser Website nicht lesen, nicht bedienen oder nicht verstehen?"
    " Sagen Sie es uns.",
    label="Was geht nicht?",
    hint="Wenn Sie mögen: Welches Gerät, welchen Browser und welche Hilfen nutzen Sie?",
    missing="Bitte schreiben Sie, was nicht geht.",
    purpose="Um die Barriere zu beseitigen und Ihnen zu antworten."
    " Ihre E-Mail-Adresse ist freiwillig; ohne sie können wir nicht antworten.",
    sent_title="Danke, Ihre Meldung ist bei uns",
    sent_next=(
        "Wir prüfen, was nicht geht, und beseitigen es oder bieten Ihnen einen anderen Weg an.",
        "Wenn Sie eine E-Mail-Adresse angegeben haben, bestätigen wir den Eingang und antworten Ihnen.",
        "Hilft unsere Antwort nicht, können Sie sich an die Durchsetzungsstelle wenden."
        " Sie steht in der Erklärung zur Barrierefreiheit.",
    ),
)
PRIVACY = PrivacyTexts(
    heading="Was mit Ihren Angaben geschieht",
    controller=("Wer ist verantwortlich?", "{authority}. {contact}"),
    officer=("Wer achtet auf den Datenschutz?", "Datenschutzbeauftragte der Stadt: {officer}"),
    officer_unknown="Die Kontaktdaten stehen in unserer Datenschutzerklärung.",
    purpose="Wofür brauchen wir die Angaben?",
    basis=("Auf welcher Rechtsgrundlage?", "{basis}: Wir erfüllen damit unsere Aufgaben."),
    recipients=("Wer bekommt sie?", "Die zuständige Stelle der Stadt und niemand sonst."),
    retention=(
        "Wann löschen wir sie?",
        "Sechs Monate, nachdem die Sache erledigt ist, spätestens zwölf Monate nach dem Eingang.",
    ),
    abuse=(
        "Was speichern wir gegen Missbrauch?",
        "Wir zählen, wie viele Nachrichten aus einem Netz kommen. Dafür wird die IP-Adresse gekürzt und"
        " unkenntlich gemacht; nach wenigen Stunden wird sie gelöscht. Cookies setzen wir nicht.",
    ),
    rights=(
        "Welche Rechte haben Sie?",
        "Sie können Auskunft, Berichtigung, Löschung und Einschränkung verlangen und widersprechen."
        " Beschweren können Sie sich beim Hessischen Beauftragten für Datenschutz und Informationsfreiheit.",
    ),
    page="Datenschutzerklärung",
)
GERMAN = Texts(
    forms={
        MessageKind.FEEDBACK: FEEDBACK,
        MessageKind.CONTACT: CONTACT,
        MessageKind.BARRIER: BARRIER,
    },
    privacy=PRIVACY,
    home="Startseite",
    topic="Worum geht es?",
    topic_missing="Bitte wählen Sie ein Thema, damit Ihre Nachricht richtig ankommt.",
    name="Ihr Name",
    email="Ihre E-Mail-Adresse",
    email_hint="Damit wir antworten können. Ohne sie und ohne Telefonnummer bekommen Sie keine Antwort.",
    email_invalid="Das ist keine vollständige E-Mail-Adresse. Sie sieht aus wie name@beispiel.de.",
    no_answer="Sie haben weder E-Mail-Adresse noch Telefonnummer angegeben."
    " Deshalb können wir Ihnen nicht antworten.",
    telephone="Ihre Telefonnummer",
    page="Auf welcher Seite?",
    page_hint="Adresse oder Überschrift der Seite.",
    send="Nachricht senden",
    too_long="Bitte kürzen Sie auf höchstens {limit} Zeichen.",
    next="So geht es weiter",
    back_to="Zurück zu",
    statement="Erklärung zur Barrierefreiheit",
    confirmation_subject="Ihre Nachricht ist angekommen",
    confirmation=(
        "Guten Tag,\n\n"
        "Ihre Nachricht ist angekommen. Die zuständige Stelle hat sie bekommen und antwortet Ihnen.\n\n"
        "Aus Gründen des Datenschutzes steht Ihr Text nicht in dieser E-Mail.\n"
        "Haben Sie uns gar nicht geschrieben? Dann hat jemand Ihre Adresse falsch angegeben,"
        " und Sie brauchen nichts zu tun.\n\n"
        "Mit freundlichen Grüßen\n{authority}\n"
    ),
)
