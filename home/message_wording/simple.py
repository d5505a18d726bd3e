"""Leichte Sprache: short sentences, one thought each, known words."""

from home.enums import MessageKind

from .texts import FormTexts, PrivacyTexts, Texts

FEEDBACK = FormTexts(
    title="Was fehlt?",
    lead="Fehlt etwas auf der Seite? Oder ist etwas falsch? Dann schreiben Sie uns."
    " Wir machen die Seite besser.",
    label="Was fehlt? Was ist falsch? Was verstehen Sie nicht?",
    hint="Schreiben Sie keinen Namen und keine Adresse. Wir können Ihnen hier nicht antworten.",
    missing="Hier steht noch nichts. Bitte schreiben Sie etwas.",
    purpose="Wir wollen die Seite besser machen. Wir fragen nicht nach Ihrem Namen.",
    sent_title="Danke!",
    sent_next=(
        "Wir lesen Ihren Text.",
        "Wir ändern die Seite, wenn etwas falsch ist.",
        "Sie bekommen keine Antwort. Denn wir wissen nicht, wer Sie sind.",
    ),
)
CONTACT = FormTexts(
    title="Schreiben Sie uns",
    lead="Haben Sie eine Frage? Schreiben Sie uns. Wir suchen die richtige Person für Ihre Frage.",
    label="Ihr Text",
    hint="Schreiben Sie nichts über Krankheiten. Schreiben Sie keine Konto-Nummer.",
    missing="Hier steht noch nichts. Bitte schreiben Sie etwas.",
    purpose="Wir wollen Ihre Frage beantworten. Sie müssen Ihren Namen nicht sagen."
    " Aber wir brauchen Ihre E-Mail oder Ihr Telefon für die Antwort.",
    sent_title="Ihr Text ist da",
    sent_next=(
        "Die richtige Stelle bekommt jetzt Ihren Text.",
        "Haben Sie eine E-Mail-Adresse geschrieben? Dann bekommen Sie gleich eine E-Mail von uns.",
        "Später antworten wir Ihnen.",
    ),
)
BARRIER = FormTexts(
    title="Das geht nicht gut",
    lead="Können Sie etwas auf der Seite nicht lesen? Können Sie etwas nicht benutzen?"
    " Verstehen Sie etwas nicht? Dann schreiben Sie uns.",
    label="Was geht nicht?",
    hint="Sie können auch schreiben: Benutzen Sie ein Handy oder einen Computer?",
    missing="Hier steht noch nichts. Bitte schreiben Sie etwas.",
    purpose="Wir wollen die Seite besser machen und Ihnen antworten."
    " Für die Antwort brauchen wir Ihre E-Mail-Adresse.",
    sent_title="Danke! Ihr Text ist da",
    sent_next=(
        "Wir prüfen: Was geht nicht?",
        "Wir machen es besser. Oder wir helfen Ihnen auf einem anderen Weg.",
        "Haben Sie eine E-Mail-Adresse geschrieben? Dann antworten wir Ihnen.",
        "Hilft unsere Antwort nicht? Dann gibt es eine andere Stelle für Sie."
        " Die Stelle steht in der Erklärung zur Barriere-Freiheit.",
    ),
)
PRIVACY = PrivacyTexts(
    heading="Das machen wir mit Ihrem Text",
    controller=("Wer passt auf Ihre Daten auf?", "{authority}. {contact}"),
    officer=("Wer prüft das?", "Die Person für Daten-Schutz: {officer}"),
    officer_unknown="Das steht auf unserer Seite zum Daten-Schutz.",
    purpose="Wofür brauchen wir Ihren Text?",
    basis=("Dürfen wir das?", "Ja. Das steht im Gesetz: {basis}"),
    recipients=("Wer liest Ihren Text?", "Nur die Stelle, die Ihnen helfen kann."),
    retention=(
        "Wann löschen wir Ihren Text?",
        "Ein halbes Jahr, nachdem alles fertig ist. Nach 1 Jahr ist er auf jeden Fall gelöscht.",
    ),
    abuse=(
        "Was merken wir uns noch?",
        "Wir zählen: Wie viele Texte kommen aus einem Netz? Nach ein paar Stunden löschen wir das."
        " Wir legen nichts auf Ihrem Computer ab.",
    ),
    rights=(
        "Was können Sie verlangen?",
        "Sie können fragen: Was wissen Sie über mich? Sie können sagen: Löschen Sie das."
        " Sie können sich beschweren. Das geht beim Hessischen Beauftragten für Daten-Schutz.",
    ),
    page="Mehr zum Daten-Schutz",
)
SIMPLE = Texts(
    forms={
        MessageKind.FEEDBACK: FEEDBACK,
        MessageKind.CONTACT: CONTACT,
        MessageKind.BARRIER: BARRIER,
    },
    privacy=PRIVACY,
    home="Start-Seite",
    topic="Worum geht es?",
    topic_missing="Bitte wählen Sie etwas aus.",
    name="Ihr Name",
    email="Ihre E-Mail-Adresse",
    email_hint="Dann können wir Ihnen antworten. Ohne E-Mail und Telefon geht das nicht.",
    email_invalid="Die E-Mail-Adresse ist nicht richtig. So sieht sie aus: name@beispiel.de",
    no_answer="Sie haben keine E-Mail-Adresse und keine Telefon-Nummer geschrieben.\n"
    "Darum können wir Ihnen nicht antworten.",
    telephone="Ihre Telefon-Nummer",
    page="Auf welcher Seite?",
    page_hint="Schreiben Sie die Überschrift von der Seite.",
    send="Abschicken",
    too_long="Ihr Text ist zu lang. Er darf nur {limit} Zeichen haben.",
    next="So geht es weiter",
    back_to="Zurück zu",
    statement="Erklärung zur Barriere-Freiheit",
    confirmation_subject="Ihr Text ist da",
    confirmation=(
        "Guten Tag,\n\n"
        "Ihr Text ist bei uns. Die richtige Stelle liest ihn. Dann antworten wir Ihnen.\n\n"
        "Haben Sie uns nicht geschrieben? Dann müssen Sie nichts tun.\n\n"
        "Viele Grüße\n{authority}\n"
    ),
)
