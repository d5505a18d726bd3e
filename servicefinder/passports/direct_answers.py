"""„Ist mein Perso fertig?“, „Pass abholen“: who asks so wants to ask us, not read."""

from django.urls import reverse
from django.utils import translation

from search.answers import AnswerLine, AskedQuestion, DirectAnswer

from .wording import texts_in

DOCUMENTS = (
    *(
        "perso",
        "personalausweis",
        "ausweis",
        "pass",
        "reisepass",
        "kinderpass",
        "kinderreisepass",
        "passport",
    ),
    *("aufenthaltstitel", "identity", "id"),
)
WISHES = (
    *(
        "fertig",
        "abholen",
        "abholung",
        "abholbereit",
        "abgeholt",
        "status",
        "ausweisstatus",
        "da",
        "angekommen",
    ),
    *("ready", "collect", "pickup", "bereit"),
)
ALONE = frozenset({"ausweisstatus", "passstatus", "ausweisabholung", "passabholung"})


class StatusAnswers:
    name = "passports.status"

    def answer(self, asked: AskedQuestion) -> DirectAnswer | None:
        typed = set(asked.words)
        if not (typed & ALONE or (typed & set(DOCUMENTS) and typed & set(WISHES))):
            return None
        texts = texts_in(asked.language)
        with translation.override(asked.language):
            url = reverse("passport_status")
        return DirectAnswer(
            title=texts.title,
            answer=AnswerLine(texts.serial_hint.partition(".")[0] + "."),
            url=url,
            link=texts.ask,
        )
