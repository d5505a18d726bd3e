"""What a delivery list may say in each column, told to whom uploads one; never what stands in it."""

from ..domain.office import place_codes, second_fact
from ..enums import STATE_WORDS, DocumentKind, LineProblem, SecondFact

DAYS = "2026-12-24 oder 24.12.2026"
# As the settings call a pepper that they have made themselves.
GENERATED = "generated"
COLUMN_OF = {
    LineProblem.KIND: "dokumentart",
    LineProblem.FACT: "zweitangabe",
    LineProblem.STATE: "status",
    LineProblem.DAY: "tag",
    LineProblem.PLACE: "abholort",
}


def allowed_values() -> dict[str, str]:
    """By column. Two queries."""
    places = place_codes()
    by_birthday = second_fact() == SecondFact.BIRTHDAY
    return {
        "dokumentart": ", ".join(DocumentKind.values),
        "seriennummer": "9 Zeichen wie auf dem Dokument, mit oder ohne Prüfziffer",
        "zweitangabe": f"Geburtsdatum: {DAYS}" if by_birthday else "PIN auf der Quittung: 5 bis 8 Ziffern",
        "status": ", ".join(STATE_WORDS),
        "tag": f"{DAYS}, nicht in der Zukunft",
        "abholort": f"{', '.join(places)} oder leer" if places else "leer: Es ist kein Abholort eingerichtet",
        "bestellt": f"{DAYS} oder leer",
    }


def reason(problem: LineProblem, allowed: dict[str, str]) -> str:
    """Why a line was left out and, where that helps, what is allowed in the column."""
    column = COLUMN_OF.get(problem)
    return f"{problem.label}; erlaubt: {allowed[column]}" if column else str(problem.label)


def pepper_words(names: set[str]) -> list[str]:
    return ["selbst erzeugt" if name == GENERATED else name for name in sorted(names)]
