"""Fills in any form as a plausible person would: what a sample says, and sensible answers for the rest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from servicefinder.forms.domain.definitions import FieldDef, FormDef
from servicefinder.forms.domain.walking import AskedStep, Walk
from servicefinder.forms.registries import field_kinds

Answers = dict[str, Any]

ATTEMPTS = 30
OPTIONAL_LEFT_OUT = 0.4
# Nothing optional is made up for these.
TYPED = ("text", "longtext")
IBANS = ("DE89370400440532013000", "DE02120300000000202051", "AT611904300234573201")


class CannotBeFilled(ValueError):
    """No answer leads on: the form stops whoever fills it in."""


@dataclass(frozen=True)
class Applicant:
    """An invented person. `address` is a stored answer of the kind `address`."""

    family_name: str
    given_names: str
    birth_date: date
    address: Mapping[str, str]
    email: str
    phone: str


def filled(form: FormDef, who: Applicant, on: date, chance: Random, sample: Mapping[str, Any]) -> Answers:
    """Stored answers to everything that the form asks, as given on the day `on`. Raises CannotBeFilled."""
    answers: Answers = {}
    while (found := _next(form, answers)) is not None:
        step, field = found
        answers[field.name] = _answer(form, step, field, answers, _Source(who, on, chance, sample))
    return {name: value for name, value in answers.items() if value is not None}


def _next(form: FormDef, answers: Answers) -> tuple[AskedStep, FieldDef] | None:
    """The first question without an answer."""
    for step in Walk(form, answers).steps:
        for field in step.fields:
            kind = field_kinds.get(field.kind)
            if kind is not None and kind.is_asked and field.name not in answers:
                return step, field
    return None


@dataclass(frozen=True)
class _Source:
    who: Applicant
    on: date
    chance: Random
    sample: Mapping[str, Any]


def _answer(form: FormDef, step: AskedStep, field: FieldDef, answers: Answers, source: _Source) -> Any:
    """The first candidate that does not end the form."""
    for candidate in _candidates(field, source):
        walk = Walk(form, {**answers, field.name: candidate})
        if not any(walk.stop(each) for each in walk.steps):
            return candidate
    raise CannotBeFilled(f"{step.step.name}.{field.name}")


def _candidates(field: FieldDef, source: _Source) -> Iterator[Any]:
    if field.name in source.sample and field.kind != "group":
        yield _of_the_applicant(source.sample[field.name], source.who)
    if not field.required and (field.kind in TYPED or source.chance.random() < OPTIONAL_LEFT_OUT):
        yield None
    for _ in range(ATTEMPTS):
        yield _made_up(field, source)


def _of_the_applicant(answer: Any, who: Applicant) -> Any:
    """Samples say `{person}` and `{birth_date}` where somebody applies for themselves."""
    if answer == "{person}":
        return {"family_name": who.family_name, "given_names": who.given_names}
    return who.birth_date.isoformat() if answer == "{birth_date}" else answer


def _made_up(field: FieldDef, source: _Source) -> Any:
    maker = MAKERS.get(field.kind)
    return maker(field, source) if maker else None


def _text(field: FieldDef, source: _Source) -> str:
    if field.name == "kontoinhaber":
        return f"{source.who.given_names} {source.who.family_name}"
    return field.example or "siehe Anlage"


def _number(field: FieldDef, source: _Source) -> str:
    return str(max(1, int(field.options.get("min") or 0)))


def _day(field: FieldDef, source: _Source) -> str:
    if field.options.get("birthday"):
        return source.who.birth_date.isoformat()
    if "geburtstag" in field.name:
        years = source.chance.randint(1, 5) if "kind" in field.name else source.chance.randint(20, 70)
        return (source.on - timedelta(days=365 * years + source.chance.randrange(365))).isoformat()
    limit = str(field.options.get("latest") or "")
    back = source.chance.randint(0, 14)
    return (source.on + timedelta(days=-back if limit or field.name in PAST else back + 20)).isoformat()


# Days that lie behind, although the form does not ask for it.
PAST = ("am", "seit", "letzter_tag")


def _address(field: FieldDef, source: _Source) -> dict[str, str]:
    address = dict(source.who.address)
    if field.options.get("foreign") is False:
        address.pop("country", None)
    return address


def _person(field: FieldDef, source: _Source) -> dict[str, str]:
    if field.options.get("own", True):
        return {"family_name": source.who.family_name, "given_names": source.who.given_names}
    return {
        "family_name": source.who.family_name,
        "given_names": source.chance.choice(("Mila", "Jonas", "Elif", "Noah", "Ida", "Matteo", "Zoé")),
    }


def _choice(field: FieldDef, source: _Source) -> str:
    return str(source.chance.choice(field.options["choices"])["value"])


def _choices(field: FieldDef, source: _Source) -> list[str]:
    return [_choice(field, source)]


def _files(field: FieldDef, source: _Source) -> list[dict[str, Any]]:
    """Named after what was asked for; whoever stores the case adds files of these names."""
    picture = "foto" in field.name.lower() or source.chance.random() < 0.4
    return [{"id": "", "name": f"{file_stem(field.label)}.{'png' if picture else 'pdf'}", "size": 0}]


def file_stem(label: str) -> str:
    """`Kopie Ihres Ausweises` → `kopie-ihres-ausweises`."""
    kept = "".join(each if each.isalnum() else "-" for each in label.lower())
    return "-".join(part for part in kept.split("-") if part)[:40].rstrip("-")


def _group(field: FieldDef, source: _Source) -> list[Answers]:
    entries = source.sample.get(field.name) or [{}]
    return [dict(_entry(field, source, entry)) for entry in entries]


def _entry(field: FieldDef, source: _Source, entry: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for each in field.options["fields"]:
        question = FieldDef(**each)
        answer = entry.get(question.name)
        if answer is None and (question.required or source.chance.random() < 0.3):
            answer = _made_up_in_group(question, source)
        if answer is not None:
            yield question.name, answer


def _made_up_in_group(question: FieldDef, source: _Source) -> Any:
    if question.kind == "date" and question.name == "geburtstag":
        return (source.on - timedelta(days=source.chance.randint(100, 1500))).isoformat()
    return _made_up(question, source)


MAKERS: dict[str, Any] = {
    "text": _text,
    "longtext": _text,
    "number": _number,
    "money": lambda field, source: f"{source.chance.randint(2, 30) * 10}.00",
    "date": _day,
    "time": lambda field, source: field.example or f"{source.chance.randint(8, 20):02}:30",
    "email": lambda field, source: source.who.email,
    "phone": lambda field, source: source.who.phone,
    "address": _address,
    "person": _person,
    "iban": lambda field, source: source.chance.choice(IBANS),
    "choice": _choice,
    "choices": _choices,
    "yesno": lambda field, source: source.chance.random() < 0.5,
    "consent": lambda field, source: True,
    "file": _files,
    "group": _group,
}
