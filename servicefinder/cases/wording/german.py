"""German."""

from .texts import FormTexts, PageTexts, PdfTexts, StateTexts, Texts

STATES = {
    "received": StateTexts(
        "Eingegangen",
        "Alles, was Sie gesendet haben, ist bei uns angekommen. Wir haben noch nicht mit der Bearbeitung"
        " begonnen.",
        "Wir sehen uns Ihre Angaben an und fragen nach, wenn etwas fehlt. Spätestens am {due} hören"
        " Sie von uns.",
    ),
    "in_work": StateTexts(
        "In Bearbeitung",
        "Wir arbeiten an Ihrem Vorgang.",
        "Sie müssen im Moment nichts tun. Spätestens am {due} hören Sie von uns.",
    ),
    "waiting": StateTexts(
        "Wir warten auf Ihre Antwort",
        "Wir haben eine Frage an Sie. Bis zu Ihrer Antwort ruht die Bearbeitung.",
        "Bitte beantworten Sie die Frage auf dieser Seite. Danach arbeiten wir weiter.",
    ),
    "decided": StateTexts(
        "Entschieden",
        "Wir haben über Ihren Vorgang entschieden.",
        "Bitte lesen Sie den Bescheid. Darin steht auch, was Sie tun können, wenn Sie nicht einverstanden"
        " sind.",
    ),
    "closed": StateTexts(
        "Abgeschlossen",
        "Wir haben die Bearbeitung beendet.",
        "Sie müssen nichts weiter tun.",
    ),
    "withdrawn": StateTexts(
        "Zurückgezogen",
        "Sie haben Ihren Vorgang zurückgezogen. Wir bearbeiten ihn nicht weiter.",
        "Sie müssen nichts weiter tun. Wenn Sie es sich anders überlegen, stellen Sie bitte einen neuen"
        " Antrag.",
    ),
}
EVENTS = {
    "received": "Ihre Angaben sind eingegangen",
    "in_work": "Wir haben mit der Bearbeitung begonnen",
    "question": "Wir haben Ihnen eine Frage gestellt",
    "answer": "Sie haben geantwortet",
    "document_citizen": "Sie haben ein Dokument nachgereicht",
    "document_department": "Wir haben ein Dokument für Sie bereitgestellt",
    "decision": "Wir haben entschieden",
    "decision_opened": "Sie haben den Bescheid abgerufen",
    "handed_over": "Ein anderes Amt hat den Vorgang übernommen",
    "due": "Wir haben die Frist geändert",
    "withdrawn": "Sie haben den Vorgang zurückgezogen",
    "closed": "Wir haben den Vorgang abgeschlossen",
    "reopened": "Wir haben die Bearbeitung wieder aufgenommen",
    "paid": "Ihre Zahlung ist eingegangen",
}
PAGE = PageTexts(
    home="Startseite",
    cases="Mein Vorgang",
    enter_lead="Sehen Sie nach, wie weit Ihr Vorgang ist, beantworten Sie Fragen und reichen Sie Dokumente"
    " nach."
    " Ein Konto brauchen Sie dafür nicht.",
    open="Vorgang öffnen",
    no_code="Zugangscode verloren? Link noch einmal senden",
    link_title="Link noch einmal senden",
    link_lead="Wir senden Ihnen den Link zu Ihrem Vorgang an die E-Mail-Adresse, die Sie uns damals"
    " genannt haben.",
    link_send="Link senden",
    link_sent_title="Sehen Sie in Ihr Postfach",
    link_sent=(
        "Wenn es zu Aktenzeichen und E-Mail-Adresse einen Vorgang gibt, kommt in wenigen Minuten eine"
        " E-Mail mit dem Link.",
        "Sehen Sie bitte auch im Ordner für unerwünschte E-Mails nach.",
        "Kommt nichts an, rufen Sie uns bitte an oder kommen Sie mit Ihrem Ausweis vorbei.",
    ),
    case_title="Ihr Vorgang",
    reference="Aktenzeichen",
    received="Eingegangen am",
    due="Sie hören von uns bis",
    department="Zuständig",
    next="Wie es weitergeht",
    late="Wir haben länger gebraucht, als wir wollten. Das tut uns leid. Bitte fragen Sie bei uns nach:"
    " {department}.",
    question="Unsere Frage an Sie",
    question_of="Gestellt am",
    send_answer="Antwort senden",
    exchange="Fragen und Antworten",
    you="Sie",
    history="Was bisher geschah",
    documents="Dokumente",
    no_documents="Bisher gibt es keine Dokumente.",
    from_you="von Ihnen",
    from_us="von uns",
    decision="Ihr Bescheid",
    decision_lead="Beim Herunterladen halten wir fest, wann Sie den Bescheid zum ersten Mal abgerufen haben.",
    decision_fetch="Bescheid herunterladen",
    receipt="Empfangsbestätigung",
    receipt_lead="Alles, was Sie uns gesendet haben, mit Zeitpunkt und Aktenzeichen.",
    receipt_show="Empfangsbestätigung ansehen",
    add="Dokument nachreichen",
    add_lead="Haben Sie etwas vergessen? Hier können Sie es nachreichen.",
    hand_in="Dokument senden",
    payment="Bezahlung",
    payment_states={"due": "noch offen", "paid": "bezahlt"},
    payment_dropped="entfällt",
    payment_hints={
        "invoice": "Sie bekommen eine Rechnung. Bitte zahlen Sie erst, wenn sie da ist.",
        "pickup": "Sie zahlen bei der Abholung, mit Karte oder bar.",
    },
    withdraw="Vorgang zurückziehen",
    withdraw_lead="Sie brauchen das nicht mehr? Dann sagen Sie uns das bitte.",
    withdraw_title="Vorgang zurückziehen",
    withdraw_ask="Wollen Sie diesen Vorgang wirklich zurückziehen?",
    withdraw_consequences=(
        "Wir arbeiten nicht weiter daran.",
        "Das lässt sich nicht rückgängig machen. Sie können aber jederzeit einen neuen Antrag stellen.",
        "Ihre Daten löschen wir, sobald die Aufbewahrungsfrist endet.",
    ),
    withdraw_do="Ja, zurückziehen",
    withdraw_not="Nein, zurück zum Vorgang",
    withdraw_impossible="Dieser Vorgang kann nicht mehr zurückgezogen werden, weil wir ihn schon"
    " entschieden oder abgeschlossen haben.",
    done={
        "answer": "Danke, Ihre Antwort ist angekommen.",
        "document": "Danke, Ihr Dokument ist angekommen.",
        "withdrawn": "Ihr Vorgang ist zurückgezogen.",
    },
    no_mail="Wir haben keine E-Mail-Adresse von Ihnen. Neues steht nur auf dieser Seite: Bitte sehen Sie"
    " ab und zu nach.",
    bounced="Unsere E-Mail an Sie kam als unzustellbar zurück. Neues steht auf dieser Seite: Bitte sehen"
    " Sie ab und zu nach"
    " oder nennen Sie uns Ihre richtige E-Mail-Adresse.",
    keep_private="Wer diesen Link hat, sieht Ihren Vorgang. Bitte geben Sie ihn nicht weiter.",
    refused_title="Diesen Vorgang können wir nicht öffnen",
    refused={
        "unknown": "Dieser Link führt zu keinem Vorgang. Bitte prüfen Sie, ob er vollständig ist.",
        "expired": "Dieser Link ist abgelaufen.",
        "revoked": "Dieser Link gilt nicht mehr.",
    },
    refused_ways="So kommen Sie weiter",
    gone_title="Dieser Vorgang ist gelöscht",
    gone="Die Aufbewahrungsfrist ist vorbei, oder Sie haben um die Löschung gebeten. Ihre Daten sind nicht"
    " mehr bei uns gespeichert.",
    receipt_title="Empfangsbestätigung",
    sent="Das haben Sie gesendet",
    files="Dateien",
    as_pdf="Als PDF herunterladen",
    back="Zurück zum Vorgang",
    price="Kosten",
    total="Summe",
)
FORM = FormTexts(
    reference="Aktenzeichen",
    reference_hint="Steht auf Ihrer Bestätigung. Beispiel: 2026-000471-5",
    reference_missing="Bitte geben Sie das Aktenzeichen ein.",
    reference_wrong="Das ist kein vollständiges Aktenzeichen. Es hat elf Ziffern, zum Beispiel"
    " 2026-000471-5. Vielleicht ist eine Ziffer vertippt.",
    code="Zugangscode",
    code_hint="18 Buchstaben und Ziffern, beginnt mit K1. Groß oder klein, mit oder ohne Striche.",
    code_missing="Bitte geben Sie den Zugangscode ein.",
    code_wrong="Das ist kein vollständiger Zugangscode. Er hat 18 Zeichen und beginnt mit K1.",
    no_such_case="Aktenzeichen und Zugangscode passen nicht zusammen, oder den Vorgang gibt es nicht mehr."
    " Bitte prüfen Sie beide.",
    email="E-Mail-Adresse",
    email_hint="Die Adresse, die Sie uns damals genannt haben.",
    email_missing="Bitte geben Sie Ihre E-Mail-Adresse ein.",
    email_wrong="Das ist keine vollständige E-Mail-Adresse. Beispiel: name@beispiel.de",
    answer="Ihre Antwort",
    answer_hint="Wenn alles in Ihrer Datei steht, können Sie das Feld leer lassen.",
    answer_missing="Bitte schreiben Sie eine Antwort.",
    answer_too_long="Bitte kürzen Sie Ihre Antwort auf höchstens {limit} Zeichen, oder senden Sie sie als"
    " Dokument.",
    file="Dateien anhängen",
    file_hint="PDF, JPEG oder PNG, jede höchstens {limit} MB, bis zu {files} auf einmal.",
    file_missing="Bitte wählen Sie eine Datei aus.",
    too_many_files="Zu diesem Vorgang haben Sie schon so viele Dateien gesendet, wie wir annehmen können"
    " ({limit}). Bitte wenden Sie sich an uns.",
    too_many_bytes="Mit dieser Datei wäre es mehr, als wir zu einem Vorgang annehmen können ({limit} MB)."
    " Bitte verkleinern Sie sie.",
    file_again="Bitte wählen Sie Ihre Datei noch einmal aus.",
    no_longer="Der Vorgang wird nicht mehr bearbeitet. Wir konnten das nicht mehr annehmen.",
    changed="Gerade hat sich an Ihrem Vorgang etwas geändert. Bitte senden Sie noch einmal ab.",
)
PDF = PdfTexts(
    lang="de",
    date_format="j. F Y",
    moment_format="j. F Y, G:i \\U\\h\\r",
    reference="Aktenzeichen",
    subject="Worum es geht",
    date="Datum",
    received="Eingegangen",
    page="Seite",
    of="von",
    remedy="Rechtsbehelfsbelehrung",
    greeting="Mit freundlichen Grüßen",
    unsigned="Dieses Schreiben wurde elektronisch erstellt und ist ohne Unterschrift gültig.",
    receipt="Empfangsbestätigung",
    files="Dateien",
    price="Kosten",
)
GERMAN = Texts(states=STATES, events=EVENTS, page=PAGE, form=FORM, pdf=PDF)
