"""English."""

from home.enums import MessageKind

from .texts import FormTexts, PrivacyTexts, Texts

FEEDBACK = FormTexts(
    title="What is missing?",
    lead="You looked for something and did not find it, or something is wrong?"
    " Tell us, so that we can improve the description.",
    label="What is missing, wrong or unclear?",
    hint="Please give no names, addresses or file numbers. We cannot answer this way.",
    missing="Please write what you noticed.",
    purpose="To improve the description of the service. We do not ask who you are.",
    sent_title="Thank you for telling us",
    sent_next=(
        "The office that looks after this description reads what you wrote.",
        "We change on the page what is right to change.",
        "You will get no answer, because we do not know who you are.",
    ),
)
CONTACT = FormTexts(
    title="Contact",
    lead="Write to us. We pass your message on to the office that can help you.",
    label="Your message",
    hint="Please give no health or bank details.",
    missing="Please write what it is about.",
    purpose="To deal with your message and to answer you."
    " Name, e-mail and telephone are optional; without them we cannot answer.",
    sent_title="We have your message",
    sent_next=(
        "The responsible office receives your message now.",
        "If you gave an e-mail address, we confirm by e-mail that it has arrived.",
        "We answer by e-mail or telephone, whichever you gave us.",
    ),
)
BARRIER = FormTexts(
    title="Report a barrier",
    lead="Is there something on this website that you cannot read, use or understand? Tell us.",
    label="What does not work?",
    hint="If you like: which device, browser and aids do you use?",
    missing="Please write what does not work.",
    purpose="To remove the barrier and to answer you."
    " Your e-mail address is optional; without it we cannot answer.",
    sent_title="Thank you, we have your report",
    sent_next=(
        "We look into it and remove the barrier or offer you another way.",
        "If you gave an e-mail address, we confirm that your report has arrived and answer you.",
        "If our answer does not help, you can turn to the enforcement body."
        " It is named in the accessibility statement.",
    ),
)
PRIVACY = PrivacyTexts(
    heading="What happens to your data",
    controller=("Who is responsible?", "{authority}. {contact}"),
    officer=("Who watches over data protection?", "The city's data protection officer: {officer}"),
    officer_unknown="Contact details are in our privacy statement.",
    purpose="What do we need the data for?",
    basis=("On which legal basis?", "{basis} (performing a task in the public interest)."),
    recipients=("Who gets them?", "The responsible office of the city and nobody else."),
    retention=(
        "When do we delete them?",
        "Six months after the matter is closed, twelve months after arrival at the latest.",
    ),
    abuse=(
        "What do we store against abuse?",
        "We count how many messages come from a network. For this the IP address is shortened and made"
        " unrecognisable; it is deleted after a few hours. We set no cookies.",
    ),
    rights=(
        "What are your rights?",
        "You can ask for access, rectification, erasure and restriction, and object."
        " You can complain to the Hessian Commissioner for Data Protection and Freedom of Information.",
    ),
    page="Privacy statement",
)
ENGLISH = Texts(
    forms={
        MessageKind.FEEDBACK: FEEDBACK,
        MessageKind.CONTACT: CONTACT,
        MessageKind.BARRIER: BARRIER,
    },
    privacy=PRIVACY,
    home="Home",
    topic="What is it about?",
    topic_missing="Please choose a topic, so that your message reaches the right office.",
    name="Your name",
    email="Your e-mail address",
    email_hint="So that we can answer. Without it and without a telephone number you get no answer.",
    email_invalid="This is not a complete e-mail address. It looks like name@example.com.",
    no_answer="You gave neither an e-mail address nor a telephone number. So we cannot answer you.",
    telephone="Your telephone number",
    page="On which page?",
    page_hint="Address or heading of the page.",
    send="Send message",
    too_long="Please shorten it to {limit} characters at most.",
    next="What happens next",
    back_to="Back to",
    statement="Accessibility statement",
    confirmation_subject="Your message has arrived",
    confirmation=(
        "Hello,\n\n"
        "your message has arrived. The responsible office has received it and will answer you.\n\n"
        "For reasons of data protection your text is not part of this e-mail.\n"
        "You did not write to us? Then somebody gave your address by mistake,"
        " and you need not do anything.\n\n"
        "Kind regards\n{authority}\n"
    ),
)
