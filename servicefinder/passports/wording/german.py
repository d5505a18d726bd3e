"""In German."""

from .texts import Texts

GERMAN = Texts(
    home="Startseite",
    day_format="j. F Y",
    title="Ist mein Ausweis fertig?",
    lead="Für Personalausweis, Reisepass, Kinderdokumente, vorläufige Dokumente und Aufenthaltstitel, die"
    " Sie bei uns"
    " beantragt haben. Ohne Anmeldung; Ihren Namen brauchen wir nicht.",
    serial="Seriennummer",
    serial_hint="9 Zeichen von Ihrer Quittung, zum Beispiel T22000129. Groß oder klein ist gleich; ein O"
    " lesen wir als"
    " Null.",
    serial_missing="Bitte geben Sie die Seriennummer ein.",
    serial_wrong="Das ist keine vollständige Seriennummer. Sie hat 9 Zeichen, mit Prüfziffer 10: Ziffern"
    " und die"
    " Buchstaben C F G H J K L M N P R T V W X Y Z.",
    check_digit_wrong="Die Prüfziffer am Ende passt nicht dazu. Ein Zeichen ist wohl vertippt.",
    facts={"birthday": "Geburtsdatum", "pin": "PIN von der Quittung"},
    fact_hints={
        "birthday": "der Person, für die das Dokument ist, zum Beispiel 12.3.1980",
        "pin": "Die 5 bis 8 Ziffern stehen auf der Quittung unter der Seriennummer.",
    },
    fact_missing={"birthday": "Bitte geben Sie das Geburtsdatum ein.", "pin": "Bitte geben Sie die PIN ein."},
    fact_wrong={
        "birthday": "Das ist kein Datum. Bitte so: 12.3.1980.",
        "pin": "Die PIN hat 5 bis 8 Ziffern.",
    },
    ask="Nachsehen",
    where_number="Wo steht die Seriennummer?",
    where_number_text="Oben rechts auf der Quittung, die Sie beim Antrag bekommen haben.",
    receipt_picture="Quittung mit der Seriennummer oben rechts, darunter die zweite Angabe",
    privacy="Was Sie eingeben, speichern wir nicht. Es steht in keiner Adresse und in keinem Protokoll.",
    again="Nach einem anderen Dokument fragen",
    pair_gone="Ihre Anfrage ist zu lange her. Bitte geben Sie die Nummer noch einmal ein.",
    answers={
        "production": "Ihr Dokument wird noch hergestellt",
        "ready": "Ihr Dokument ist abholbereit",
        "handed_out": "Das Dokument wurde ausgehändigt",
        "unknown": "Dazu können wir Ihnen nichts sagen",
    },
    production="Sobald es bei uns liegt, sehen Sie es hier.",
    production_since="Bestellt am {date}.",
    usual="Üblich sind {median} Tage; neun von zehn sind nach {most} Tagen da (gemessen an {count}"
    " Dokumenten).",
    ready="Sie können es abholen.",
    ready_since="Es liegt seit {date} bereit.",
    where="Wo",
    hours="Öffnungszeiten",
    bring_title="Was bringen Sie mit?",
    bring=("Ihren bisherigen Ausweis oder Pass", "die Quittung, wenn Sie sie noch haben"),
    pin_letter="Ab 16 Jahren gehört ein PIN-Brief dazu. Haben Sie ihn nicht schon beim Antrag bekommen,"
    " kommt er mit"
    " der Post: Bitte warten Sie auf ihn, bevor Sie abholen.",
    proxy="Kommt jemand anderes? Dann braucht die Person ihren Ausweis und Ihre Vollmacht.",
    proxy_form="Vollmacht zum Ausdrucken (PDF)",
    appointment="Zum Abholen brauchen Sie einen Termin: Termin buchen",
    no_appointment="Einen Termin brauchen Sie zum Abholen nicht.",
    handed_out="Es ist also nicht mehr bei uns.",
    handed_out_on="Ausgehändigt am {date}.",
    not_you="Hatten Sie das nicht abgeholt und niemanden geschickt? Bitte rufen Sie uns an.",
    unknown_lead="Das kann drei Gründe haben, und wir unterscheiden sie mit Absicht nicht:",
    unknown=(
        "Das Dokument ist noch nicht erfasst. Das dauert nach dem Antrag einige Werktage: Bitte fragen Sie"
        " später"
        " noch einmal.",
        "Die Nummer oder die zweite Angabe stimmt nicht. Bitte vergleichen Sie beides mit der Quittung.",
        "Sie haben das Dokument woanders beantragt, oder es ist schon länger abgeholt.",
    ),
    phone="Hilft das nicht, rufen Sie uns an:",
    mail_title="Sagen Sie mir, wenn es so weit ist",
    mail_lead="Wir schreiben Ihnen einmal und löschen dann Ihre Adresse. Bis dahin kann sie niemand lesen,"
    " auch wir"
    " nicht. Die E-Mail nennt weder Nummer noch Dokument.",
    email="E-Mail-Adresse",
    email_missing="Bitte geben Sie Ihre E-Mail-Adresse ein.",
    email_wrong="Das ist keine E-Mail-Adresse. Bitte so: name@beispiel.de.",
    mail_ask="Benachrichtigung bestellen",
    mail_asked_title="Bitte bestätigen Sie Ihre E-Mail-Adresse",
    mail_asked=(
        "Wir haben Ihnen eine E-Mail geschickt. Öffnen Sie den Link darin und bestätigen Sie, innerhalb"
        " von zwei"
        " Tagen.",
        "Ist nach zehn Minuten nichts da, sehen Sie bitte im Spam-Ordner nach.",
    ),
    confirm_title="Nachricht, sobald Ihr Dokument abholbereit ist",
    confirm_lead="Drücken Sie auf den Knopf, damit wir Ihnen schreiben dürfen.",
    confirm="Ja, bitte schreiben Sie mir",
    confirmed_title="Wir schreiben Ihnen",
    confirmed="Sobald das Dokument abholbereit ist, bekommen Sie eine E-Mail. Danach löschen wir Ihre"
    " Adresse,"
    " spätestens nach sechs Monaten.",
    cancel="Abbestellen und Adresse löschen",
    cancelled_title="Abbestellt",
    cancelled="Ihre Adresse ist gelöscht. Wir schreiben Ihnen nicht.",
    link_gone_title="Diesen Link gibt es nicht mehr",
    link_gone="Vielleicht haben wir Ihnen schon geschrieben, oder die zwei Tage zum Bestätigen sind"
    " vorbei. Sie können"
    " jederzeit neu nachfragen.",
    wait_title="Einen Moment bitte",
    wait_lead="Gerade wird sehr oft nachgefragt. Damit niemand Nummern durchprobiert, bremsen wir. Ihre"
    " Eingaben sind"
    " nicht verloren.",
    wait_script="Ihr Gerät löst eine kleine Rechenaufgabe; dann geht es von selbst weiter.",
    wait_working="Rechenaufgabe läuft …",
    wait_noscript="Läuft auf Ihrem Gerät kein JavaScript, holen Sie sich einen Warteplatz.",
    wait_turn="Warteplatz holen",
    wait_from="Ihr Warteplatz gilt ab {time} Uhr. Drücken Sie dann auf „Weiter“.",
    wait_full="Alle Warteplätze sind vergeben. Ab {time} Uhr wird wieder einer frei.",
    go_on="Weiter",
    broken_title="Gerade können wir nicht nachsehen",
    broken="Bitte versuchen Sie es in einer Minute noch einmal. Ihre Eingaben stehen noch da.",
    try_number="Zum Ausprobieren in der Demo-Stadt: Seriennummer {serial}, {fact} {value}.",
    ticket_problems={},
)
