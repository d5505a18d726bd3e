"""In English."""

from .texts import Texts

ENGLISH = Texts(
    home="Home",
    day_format="j F Y",
    title="Is my ID document ready?",
    lead="For identity cards, passports, children's and temporary documents and residence permits that you"
    " applied for"
    " with us. No account; we do not need your name.",
    serial="Serial number",
    serial_hint="9 characters from your receipt, for example T22000129. Capital or small letters are the"
    " same; we read"
    " an O as zero.",
    serial_missing="Please enter the serial number.",
    serial_wrong="This is not a complete serial number. It has 9 characters, 10 with the check digit:"
    " digits and the"
    " letters C F G H J K L M N P R T V W X Y Z.",
    check_digit_wrong="The check digit at the end does not match. One character is probably mistyped.",
    facts={"birthday": "Date of birth", "pin": "PIN from the receipt"},
    fact_hints={
        "birthday": "of the person the document is for, day first, for example 12.3.1980",
        "pin": "The 5 to 8 digits stand on the receipt below the serial number.",
    },
    fact_missing={"birthday": "Please enter the date of birth.", "pin": "Please enter the PIN."},
    fact_wrong={
        "birthday": "This is not a date. Please write it like this: 12.3.1980.",
        "pin": "The PIN has 5 to 8 digits.",
    },
    ask="Check",
    where_number="Where is the serial number?",
    where_number_text="At the top right of the receipt that you got when you applied.",
    receipt_picture="Receipt with the serial number at the top right and the second fact below it",
    privacy="We do not store what you enter. It appears in no address and in no log.",
    again="Ask about another document",
    pair_gone="Your question was too long ago. Please enter the number again.",
    answers={
        "production": "Your document is still being made",
        "ready": "Your document is ready to be collected",
        "handed_out": "The document has been handed out",
        "unknown": "We cannot tell you anything about this",
    },
    production="As soon as it has arrived, you will see it here.",
    production_since="Ordered on {date}.",
    usual="It usually takes {median} days; nine out of ten are here after {most} days (measured with"
    " {count} documents).",
    ready="You can collect it.",
    ready_since="It has been ready since {date}.",
    where="Where",
    hours="Opening hours",
    bring_title="What do you bring?",
    bring=("your previous identity card or passport", "the receipt, if you still have it"),
    pin_letter="From the age of 16 a PIN letter belongs to it. If you did not get it when you applied, it"
    " comes by"
    " post: please wait for it before you come.",
    proxy="Is somebody else coming? They need their own identity card and your written authority.",
    proxy_form="Authority to print (PDF, in German)",
    appointment="You need an appointment to collect it: book an appointment",
    no_appointment="You do not need an appointment to collect it.",
    handed_out="So it is no longer with us.",
    handed_out_on="Handed out on {date}.",
    not_you="You did not collect it and sent nobody? Please call us.",
    unknown_lead="There can be three reasons, and on purpose we do not say which:",
    unknown=(
        "The document is not registered yet. This takes some working days after you applied: please ask"
        " again later.",
        "The number or the second fact is not right. Please compare both with the receipt.",
        "You applied somewhere else, or the document was collected some time ago.",
    ),
    phone="If this does not help, call us:",
    mail_title="Tell me when it is ready",
    mail_lead="We write to you once and then delete your address. Until then nobody can read it, not even"
    " we. The"
    " e-mail names neither number nor document.",
    email="E-mail address",
    email_missing="Please enter your e-mail address.",
    email_wrong="This is not an e-mail address. Please write it like this: name@example.org.",
    mail_ask="Order the message",
    mail_asked_title="Please confirm your e-mail address",
    mail_asked=(
        "We have sent you an e-mail. Open the link in it and confirm within two days.",
        "If nothing has arrived after ten minutes, please look into your spam folder.",
    ),
    confirm_title="A message when your document is ready",
    confirm_lead="Press the button so that we may write to you.",
    confirm="Yes, please write to me",
    confirmed_title="We will write to you",
    confirmed="As soon as the document is ready you will get an e-mail. Then we delete your address, after"
    " six months"
    " at the latest.",
    cancel="Cancel and delete my address",
    cancelled_title="Cancelled",
    cancelled="Your address is deleted. We will not write to you.",
    link_gone_title="This link no longer exists",
    link_gone="We may have written to you already, or the two days to confirm are over. You can ask again"
    " at any time.",
    wait_title="One moment please",
    wait_lead="Very many questions are being asked right now. So that nobody tries out numbers, we slow"
    " down. Nothing"
    " you entered is lost.",
    wait_script="Your device solves a small task; then it goes on by itself.",
    wait_working="Working on the task …",
    wait_noscript="If your device runs no JavaScript, take a place in the queue.",
    wait_turn="Take a place",
    wait_from="Your place is good from {time}. Then press “Go on”.",
    wait_full="All places are taken. From {time} there will be one again.",
    go_on="Go on",
    broken_title="We cannot look right now",
    broken="Please try again in a minute. What you entered is still there.",
    try_number="To try it out in the demo city: serial number {serial}, {fact} {value}.",
    ticket_problems={
        "invalid": "The form arrived incomplete. Please send it again.",
        "too_fast": "That was very fast. Please send the form again.",
        "expired": "The form was open for a long time. Please send it again.",
        "used": "We have already received this. You need not do anything else.",
    },
)
