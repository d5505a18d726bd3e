"""What keeps a form from working, said with the place to the people who build it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter
from typing import Any

from django.utils.html import strip_tags

from servicefinder.cases.domain.types import NoSuchType, version_in_force
from servicefinder.cases.registries import delivery_targets, payment_providers

from ..editing.compiling import FormulaProblem
from ..models import FormPage
from ..registries import field_kinds
from .definitions import FieldDef, FormDef, StepDef
from .expressions import ExpressionProblem, check, fields_of
from .impossible_conditions import never_holds
from .versions import definition_of

NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
# Addresses of the pages of a draft that are no steps (`urls`).
RESERVED = ("zusammenfassung", "fertig", "unterbrechen")
MAIL_WORDS = {"reference", "link", "due"}
PRIVACY = {
    "purpose": "Zweck",
    "legal_basis": "Rechtsgrundlage",
    "recipients": "Empfänger",
    "retention": "Speicherdauer",
}


class NotReady(Exception):
    """A form was to be published that cannot work."""

    def __init__(self, page: FormPage, problems: list["Problem"]) -> None:
        super().__init__(" ".join(str(problem) for problem in problems))
        self.page, self.problems = page, problems


@dataclass(frozen=True)
class Problem:
    """`place` in the words of the editor: a tab, a step, a field."""

    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


def problems_of_page(page: FormPage) -> list[Problem]:
    """Everything that has to be mended before the form can be published; a translation has only texts."""
    if page.is_translation:
        return []
    found = [*_privacy(page), *_case_type(page), *_afterwards(page), *_deliveries(page)]
    try:
        form = definition_of(page)
    except FormulaProblem as problem:
        return [*found, Problem(problem.place, str(problem))]
    if form.prices and page.payment not in payment_providers.names():
        found.append(Problem("Gebühren", "Bitte sagen, wie die Gebühr bezahlt wird."))
    return [*found, *problems_of_form(form)]


def problems_of_form(form: FormDef) -> list[Problem]:
    """The same for a definition by itself, wherever it comes from."""
    if not form.steps:
        return [Problem("Schritte", "Das Formular hat noch keinen Schritt.")]
    return [*_names(form), *_steps(form), *_prices(form)]


def _privacy(page: FormPage) -> Iterator[Problem]:
    for name, label in PRIVACY.items():
        if not getattr(page, name).strip():
            yield Problem("Datenschutz", f"„{label}“ fehlt.")


def _case_type(page: FormPage) -> Iterator[Problem]:
    if page.case_type is None:
        yield Problem("Übergabe", "Es ist keine Vorgangsart gewählt.")
        return
    try:
        version_in_force(page.case_type.key)
    except NoSuchType:
        yield Problem(
            "Übergabe", f"Von der Vorgangsart „{page.case_type}“ ist noch keine Fassung freigegeben."
        )
    if not page.case_type.active:
        yield Problem("Übergabe", f"Die Vorgangsart „{page.case_type}“ wird nicht mehr benutzt.")


def _afterwards(page: FormPage) -> Iterator[Problem]:
    if not strip_tags(page.next_steps).strip():
        yield Problem("Nach dem Absenden", "„So geht es weiter“ fehlt.")
    if not page.mail_subject.strip():
        yield Problem("Nach dem Absenden", "Der Betreff der E-Mail fehlt.")
    if not page.mail_text.strip():
        yield Problem("Nach dem Absenden", "Der Text der E-Mail fehlt.")
        return
    if not _has_only_known_words(page.mail_text):
        yield Problem(
            "Nach dem Absenden", "In der E-Mail gibt es nur die Platzhalter {reference}, {link} und {due}."
        )
        return
    if "{link}" not in page.mail_text:
        yield Problem("Nach dem Absenden", "In der E-Mail fehlt {link}: der Weg zum Vorgang.")


def _has_only_known_words(text: str) -> bool:
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return False
    return all(word is None or (word in MAIL_WORDS and not form and not how) for _, word, form, how in parts)


def _deliveries(page: FormPage) -> Iterator[Problem]:
    targets = page.deliver_to
    if not isinstance(targets, list):
        yield Problem("Übergabe", "„Übergabe an“ muss eine Liste sein.")
        return
    for each in targets:
        name = each[0] if isinstance(each, list) and each else each
        if not isinstance(name, str) or name not in delivery_targets.names():
            yield Problem("Übergabe", f"Das Ziel „{name}“ gibt es nicht.")


def _names(form: FormDef) -> Iterator[Problem]:
    steps = [step.name for step in form.steps]
    fields = [field.name for field in form.fields()]
    for what, names in (("Schritt", steps), ("Feld", fields)):
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield Problem("Schritte", f"Den Namen „{name}“ haben zwei ({what}).")
        if what == "Schritt":
            for name in sorted(set(names) & set(RESERVED)):
                yield Problem(
                    "Schritte", f"Ein Schritt kann nicht „{name}“ heißen: So heißt schon eine Seite."
                )
        for name in sorted({name for name in names if not NAME.fullmatch(name)}):
            yield Problem(
                "Schritte", f"„{name}“ geht nicht als Name ({what}): kleine Buchstaben, Ziffern und _."
            )


def _steps(form: FormDef) -> Iterator[Problem]:
    everything = {field.name: field for field in form.fields()}
    before: dict[str, FieldDef] = {}
    for step in form.steps:
        place = f"Schritt „{step.title}“"
        yield from _condition(step.condition, place, before, everything)
        if not step.title.strip():
            yield Problem(place, "Der Schritt hat keinen Titel.")
        if not step.fields:
            yield Problem(place, "Der Schritt hat kein Feld.")
        for field in step.fields:
            yield from _field(field, f"{place}, Feld „{field.label}“", before, everything)
            before[field.name] = field
        yield from _stops(step, place, before, everything)
    if not any(_is_asked(field) for field in everything.values()):
        yield Problem("Schritte", "Das Formular fragt nach nichts.")


def _is_asked(field: FieldDef) -> bool:
    kind = field_kinds.get(field.kind)
    return kind is not None and kind.is_asked


def _field(
    field: FieldDef, place: str, before: dict[str, FieldDef], everything: dict[str, FieldDef]
) -> Iterator[Problem]:
    kind = field_kinds.get(field.kind)
    if kind is None:
        yield Problem(place, f"Die Art „{field.kind}“ gibt es nicht.")
        return
    if not field.label.strip():
        yield Problem(place, "Die Beschriftung fehlt.")
    for name in sorted(set(field.options) - set(kind.options)):
        yield Problem(place, f"Die Art „{kind.label}“ kennt die Angabe „{name}“ nicht.")
    for text in kind.problems(field):
        yield Problem(place, text)
    yield from _condition(field.condition, place, before, everything)
    expression = field.options.get("expression")
    if isinstance(expression, dict):
        yield from _references(expression, place, before, everything)


def _stops(
    step: StepDef, place: str, before: dict[str, FieldDef], everything: dict[str, FieldDef]
) -> Iterator[Problem]:
    for stop in step.stops:
        here = f"{place}, „Hier geht es nicht weiter“"
        yield from _condition(stop.condition, here, before, everything)
        if not stop.text.strip():
            yield Problem(here, "Der Text fehlt.")
        if bool(stop.link_url) != bool(stop.link_label):
            yield Problem(here, "Zu einem Link gehören Aufschrift und Adresse.")
        if stop.link_url and not re.match(r"(https?://|/|mailto:|tel:)", stop.link_url):
            yield Problem(here, "Die Adresse beginnt mit https://, mit / oder mit mailto:.")


def _prices(form: FormDef) -> Iterator[Problem]:
    everything = {field.name: field for field in form.fields()}
    for price in form.prices:
        place = f"Gebühr „{price.label}“"
        yield from _condition(price.condition, place, everything, everything)
        if price.times is not None:
            yield from _condition(price.times, place, everything, everything, truth=False)


def _condition(
    tree: Any, place: str, before: dict[str, FieldDef], everything: dict[str, FieldDef], truth: bool = True
) -> Iterator[Problem]:
    if tree is None:
        return
    try:
        check(tree)
    except ExpressionProblem as error:
        yield Problem(place, str(error))
        return
    unknown = list(_references(tree, place, before, everything))
    yield from unknown
    if not unknown and truth and never_holds(tree, before):
        yield Problem(place, "Die Bedingung kann nie gelten.")


def _references(
    tree: Any, place: str, before: dict[str, FieldDef], everything: dict[str, FieldDef]
) -> Iterator[Problem]:
    for name in dict.fromkeys(fields_of(tree)):
        kind = field_kinds.get(everything[name].kind) if name in everything else None
        if name not in everything:
            yield Problem(place, f"Die Bedingung nennt „{name}“, ein solches Feld gibt es nicht.")
        elif name not in before:
            yield Problem(
                place, f"Die Bedingung nennt „{everything[name].label}“, das erst später gefragt wird."
            )
        elif kind is not None and not kind.has_answer:
            yield Problem(place, f"„{everything[name].label}“ ist ein Hinweis und hat keine Antwort.")
