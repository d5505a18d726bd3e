"""German."""

from workdays.domain.month_names import GERMAN_MONTHS

from .texts import Texts

GERMAN = Texts(
    lang="de",
    title="Abfuhrkalender",
    lead="Wann wird welche Tonne geleert? Geben Sie Ihre Adresse ein.",
    field="Straße und Hausnummer",
    hint="Zum Beispiel „Ostanlage 5“. Abkürzungen wie „Str.“ sind erlaubt.",
    find="Termine zeigen",
    my_address="Alles zu Ihrer Adresse: Amt, Schule, Wahllokal",
    suggestions="Adressen",
    suggestion_none="Keine passende Adresse",
    suggestion_one="1 Adresse",
    suggestion_many="# Adressen",
    several="Welche Adresse meinen Sie?",
    none="Diese Adresse kennen wir nicht. Bitte prüfen Sie Straße und Hausnummer.",
    no_number="Die Hausnummer {number} kennen wir dort nicht: {street}. Unten stehen die nächsten Häuser.",
    none_help="Bitte geben Sie Straße und Hausnummer ein.",
    notices="Hinweise für Ihren Stadtteil",
    household_title="Ihre Abfuhrtermine",
    other_address="Andere Adresse",
    next="Die nächsten Abfuhren",
    today="heute",
    tomorrow="morgen",
    in_days="in {days} Tagen",
    put_out_today="Heute Abend rausstellen",
    put_out_now="Steht heute an",
    instead_of="statt {day}",
    cancelled="entfällt",
    nothing_planned="Dafür steht zurzeit kein Termin im Kalender.",
    no_dates="Für diese Adresse ist noch nichts veröffentlicht.",
    all_dates="Alle Termine",
    as_list="Als Liste",
    as_calendar="Als Kalender",
    choose="Nur bestimmte Tonnen, mit Erinnerung",
    choose_fractions="Was soll im Kalender stehen?",
    choose_hint="Ohne Auswahl alles.",
    alarm="Erinnerung des Kalenders",
    alarms=(
        ("", "keine"),
        ("abend", "am Vorabend um 18 Uhr"),
        ("spaet", "am Vorabend um 20 Uhr"),
        ("morgen", "am Tag um 6 Uhr"),
    ),
    show="Auswahl übernehmen",
    take="In Ihren Kalender",
    take_lead="Ein abonnierter Kalender ändert sich von selbst, wenn eine Abfuhr verschoben wird.",
    apple="Auf iPhone, iPad und Mac abonnieren",
    apple_help="Öffnet die Kalender-App; dort nur noch bestätigen.",
    google="In Google Kalender abonnieren",
    google_help=(
        "Öffnet Google. Google fragt nur etwa einmal am Tag nach Änderungen und erfährt Ihre Kalenderadresse."
    ),
    outlook="In Outlook.com abonnieren",
    outlook_help=(
        "Öffnet Microsoft. Im Outlook-Programm: Kalender hinzufügen → Aus dem Internet, dann die "
        "Adresse unten."
    ),
    android_help=(
        "Android kann von sich aus keine Kalender abonnieren: über Google Kalender oder eine App wie "
        "ICSx⁵ mit der Adresse unten."
    ),
    address_of_calendar="Adresse Ihres Kalenders",
    download="Termine einmalig herunterladen (iCalendar)",
    remind="Per E-Mail erinnern lassen",
    sheet="Jahresübersicht {year} zum Ausdrucken (PDF)",
    changes="Verschiebungen als Atom-Feed",
    where_to="Wohin mit …? Abfall von A bis Z",
    note="Tonnen bitte bis 6 Uhr an die Straße stellen.",
    gone="Diese Adresse kennen wir nicht (mehr).",
    weekdays=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    short_weekdays=("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
    months=GERMAN_MONTHS,
    week="KW",
    home="Startseite",
    calendar_caption="Abfuhren im {month}",
)
