"""What keeps a form from working, said with the place to the people who build it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter
from typing import Any

from django.utils.html import strip_tags

from servicefinder.cases.domain.types import NoSuchType, version_in_force
from servicefinder.cases.registries import payment_providers

from ..editing import deliveries
from ..editing.compiling import as_problem, unreadable
from ..models import FormPage
from ..registries import field_kinds
from .definitions import FieldDef, FormDef, StepDef
from .expressions import ExpressionProblem, check, fields_of
from .impossible_conditions import never_holds
from .problems import Path, Problem
from .versions import definition_of, raw_of

NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
# Addresses of the pages of a draft that are no steps (`urls`).
RESERVED = ("zusammenfassung", "fertig", "unterbrechen")
# What a tree is called where it names a field that it cannot.
CONDITION, SUM = "Die Bedingung", "Die Rechnung"
MAIL_WORDS = {"reference", "link", "due"}
PRIVACY = {
    "purpose": "Zweck",
    "legal_basis": "Rechtsgrundlage",
    "recipients": "Empfänger",
    "retention": "Speicherdauer",
}


class NotReady(Exception):
    """A form was to be published that cannot work."""

    def __init__(self, page: FormPage, problems: list[Problem]) -> None:
        super().__init__(" ".join(str(problem) for problem in problems))
        self.page, self.problems = page, problems


def problems_of_page(page: FormPage) -> list[Problem]:
    """Everything that has to be mended before the form can be published; a translation has only texts."""
    if page.is_translation:
        return []
    found = [*_privacy(page), *_case_type(page), *_afterwards(page), *_deliveries(page)]
    if unread := [as_problem(each) for each in unreadable(*raw_of(page))]:
        return [*found, *unread]
    form = definition_of(page)
    if form.prices and page.payment not in payment_providers.names():
        found.append(Problem("Gebühren", "Bitte sagen, wie die Gebühr bezahlt wird.", ("payment",)))
    return [*found, *problems_of_form(form)]


def problems_of_form(form: FormDef) -> list[Problem]:
    """The same for a definition by itself, wherever it comes from."""
    if not form.steps:
        return [Problem("Schritte", "Das Formular hat noch keinen Schritt.")]
    return [*_names(form), *_steps(form), *_prices(form)]


def _privacy(page: FormPage) -> Iterator[Problem]:
    for name, label in PRIVACY.items():
        if not getattr(page, name).strip():
            yield Problem("Datenschutz", f"„{label}“ fehlt.", (name,))


def _case_type(page: FormPage) -> Iterator[Problem]:
    if page.case_type is None:
        yield Problem("Übergabe", "Es ist keine Vorgangsart gewählt.", ("case_type",))
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
        yield Problem("Nach dem Absenden", "„So geht es weiter“ fehlt.", ("next_steps",))
    if not page.mail_subject.strip():
        yield Problem("Nach dem Absenden", "Der Betreff der E-Mail fehlt.", ("mail_subject",))
    if not page.mail_text.strip():
        yield Problem("Nach dem Absenden", "Der Text der E-Mail fehlt.", ("mail_text",))
        return
    if not _has_only_known_words(page.mail_text):
        text = "In der E-Mail gibt es nur die Platzhalter {reference}, {link} und {due}."
        yield Problem("Nach dem Absenden", text, ("mail_text",))
        return
    if "{link}" not in page.mail_text:
        yield Problem("Nach dem Absenden", "In der E-Mail fehlt {link}: der Weg zum Vorgang.", ("mail_text",))


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
    for text in deliveries.problems_of(targets):
        yield Problem("Übergabe", text, ("deliver_to",))


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
    for i, step in enumerate(form.steps):
        place, path = f"Schritt „{step.title}“", ("steps", i)
        yield from _condition(step.condition, Spot(place, (*path, "condition")), before, everything)
        if not step.title.strip():
            yield Problem(place, "Der Schritt hat keinen Titel.", (*path, "title"))
        if not step.fields:
            yield Problem(place, "Der Schritt hat kein Feld.", (*path, "fields"))
        for j, field in enumerate(step.fields):
            spot = Spot(f"{place}, Feld „{field.label}“", (*path, "fields", j))
            yield from _field(field, spot, before, everything)
            before[field.name] = field
        yield from _stops(step, Spot(place, path), before, everything)
    if not any(_is_asked(field) for field in everything.values()):
        yield Problem("Schritte", "Das Formular fragt nach nichts.")


def _is_asked(field: FieldDef) -> bool:
    kind = field_kinds.get(field.kind)
    return kind is not None and kind.is_asked


@dataclass(frozen=True)
class Spot:
    """Where something is: in the editor's words, and the way there."""

    place: str
    path: Path

    def said(self, text: str, field: str = "") -> Problem:
        return Problem(self.place, text, self.path, field)

    def inside(self, *path: str | int, place: str = "") -> "Spot":
        return Spot(f"{self.place}, {place}" if place else self.place, (*self.path, *path))


Fields = dict[str, FieldDef]


def _field(field: FieldDef, spot: Spot, before: Fields, everything: Fields) -> Iterator[Problem]:
    kind = field_kinds.get(field.kind)
    if kind is None:
        yield spot.said(f"Die Art „{field.kind}“ gibt es nicht.")
        return
    if not field.label.strip():
        yield spot.inside("label").said("Die Beschriftung fehlt.")
    for name in sorted(set(field.options) - set(kind.options)):
        yield spot.said(f"Die Art „{kind.label}“ kennt die Angabe „{name}“ nicht.")
    for text in kind.problems(field):
        yield spot.said(text)
    yield from _condition(field.condition, spot.inside("condition"), before, everything)
    expression = field.options.get("expression")
    if isinstance(expression, dict):
        yield from _references(expression, spot.inside("expression"), before, everything, SUM)


def _stops(step: StepDef, spot: Spot, before: Fields, everything: Fields) -> Iterator[Problem]:
    for number, stop in enumerate(step.stops):
        here = spot.inside("stops", number, place="„Hier geht es nicht weiter“")
        yield from _condition(stop.condition, here.inside("condition"), before, everything)
        if not stop.text.strip():
            yield here.inside("text").said("Der Text fehlt.")
        if bool(stop.link_url) != bool(stop.link_label):
            yield here.said("Zu einem Link gehören Aufschrift und Adresse.")
        if stop.link_url and not re.match(r"(https?://|/|mailto:|tel:)", stop.link_url):
            yield here.inside("link_url").said("Die Adresse beginnt mit https://, mit / oder mit mailto:.")


def _prices(form: FormDef) -> Iterator[Problem]:
    everything = {field.name: field for field in form.fields()}
    for number, price in enumerate(form.prices):
        spot = Spot(f"Gebühr „{price.label}“", ("prices", number))
        yield from _condition(price.condition, spot.inside("condition"), everything, everything)
        if price.times is not None:
            times = spot.inside("times", place="„Wie oft“")
            yield from _condition(price.times, times, everything, everything, SUM)


def _condition(
    tree: Any, spot: Spot, before: Fields, everything: Fields, what: str = CONDITION
) -> Iterator[Problem]:
    if tree is None:
        return
    try:
        check(tree)
    except ExpressionProblem as error:
        yield spot.said(str(error))
        return
    unknown = list(_references(tree, spot, before, everything, what))
    yield from unknown
    if not unknown and what == CONDITION and never_holds(tree, before):
        yield spot.said("Die Bedingung kann nie gelten.")


def _references(tree: Any, spot: Spot, before: Fields, everything: Fields, what: str) -> Iterator[Problem]:
    for name in dict.fromkeys(fields_of(tree)):
        kind = field_kinds.get(everything[name].kind) if name in everything else None
        if name not in everything:
            yield spot.said(f"{what} nennt „{name}“, ein solches Feld gibt es nicht.", name)
        elif name not in before:
            label = everything[name].label
            yield spot.said(f"{what} nennt „{label}“, das erst später gefragt wird.", name)
        elif kind is not None and not kind.has_answer:
            yield spot.said(f"„{everything[name].label}“ ist ein Hinweis und hat keine Antwort.", name)
