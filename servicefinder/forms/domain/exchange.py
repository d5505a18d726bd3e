"""A form as a file: to keep, to hand to another city, to start from.

`{"online_form": 1, "title", "teaser", "page": {texts, settings}, "case_type": key, "definition": FormDef}`.
The case type is found by its key where the importing department has it.
"""

import json
from dataclasses import dataclass, field
from typing import Any
from unicodedata import category

from django.db.models import CharField

from servicefinder.cases.models import CaseType
from servicefinder.catalogue.models import DepartmentPage

from ..editing.compiling import streams_of_form
from ..models import FormPage
from ..registries import field_kinds
from .definitions import DefinitionProblem, FieldDef, FormDef
from .preflight import Problem, problems_of_form
from .versions import TEXTS_OF_PAGE, definition_of

FORMAT = 1
LIMIT_BYTES = 1024 * 1024
LONGEST_TITLE = 255
KEPT_CONTROLS = "\n\r\t"
LONGEST_TEXT = 20_000


class NotImportable(ValueError):
    """The file is no form of ours; `str()` says why, with the place."""


@dataclass
class Incoming:
    """What a file holds, and what has to be mended before it can be published."""

    title: str
    values: dict[str, Any]
    form: FormDef
    case_type: str = ""
    problems: list[Problem] = field(default_factory=list)


def export_form(page: FormPage) -> dict[str, Any]:
    """The page as it stands in its editor. Raises FormulaProblem."""
    return {
        "online_form": FORMAT,
        "title": page.title,
        "teaser": page.teaser,
        "page": {name: getattr(page, name) for name in TEXTS_OF_PAGE},
        "case_type": page.case_type.key if page.case_type else "",
        "definition": definition_of(page).as_json(),
    }


def read_form(content: bytes) -> Incoming:
    """Raises NotImportable."""
    try:
        data = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise NotImportable("Die Datei ist kein JSON in UTF-8.") from error
    if not isinstance(data, dict) or data.get("online_form") != FORMAT:
        raise NotImportable(f"Die Datei ist kein Online-Formular im Format {FORMAT}.")
    try:
        _check_characters(data)
        form = FormDef.from_json(data.get("definition"))
    except DefinitionProblem as problem:
        raise NotImportable(str(problem)) from problem
    except RecursionError as error:
        raise NotImportable("Das Formular ist zu tief verschachtelt.") from error
    title = data.get("title")
    if not isinstance(title, str) or not 0 < len(title.strip()) <= LONGEST_TITLE:
        raise NotImportable("title: Der Titel fehlt oder ist zu lang.")
    _check_representable(form)
    values = {**_page_values(data.get("page", {})), "teaser": _text(data, "teaser", 200)}
    problems = problems_of_form(form)
    return Incoming(" ".join(title.split()), values, form, _text(data, "case_type", 60), problems)


def _check_characters(value: Any, place: str = "") -> None:
    """JSON can write what neither a database nor a page takes: controls, and halves of characters."""
    if isinstance(value, str):
        if any(category(each) in ("Cc", "Cs") and each not in KEPT_CONTROLS for each in value):
            shown = place.encode("ascii", "backslashreplace").decode()
            raise NotImportable(f"{shown}: Hier stehen Zeichen, die nicht in einen Text gehören.")
    elif isinstance(value, dict):
        for name, each in value.items():
            inner = f"{place}.{name}" if place else name
            _check_characters(name, inner)
            _check_characters(each, inner)
    elif isinstance(value, list):
        for i, each in enumerate(value):
            _check_characters(each, f"{place}[{i}]")


def _check_representable(form: FormDef) -> None:
    """What no block of the editor could hold is refused, not left out in silence."""
    for i, step in enumerate(form.steps):
        for j, each in enumerate(step.fields):
            _check_field(each, f"definition.steps[{i}].fields[{j}]")


def _check_field(each: FieldDef, place: str) -> None:
    kind = field_kinds.get(each.kind)
    if kind is None:
        raise NotImportable(f"{place}: Die Art „{each.kind}“ gibt es nicht.")
    if unknown := sorted(set(each.options) - set(kind.options)):
        raise NotImportable(f"{place}: Unbekannte Angabe „{unknown[0]}“.")
    if each.options and (problems := kind.problems(each)):
        raise NotImportable(f"{place}: {problems[0]}")


def _page_values(page: Any) -> dict[str, Any]:
    if not isinstance(page, dict) or set(page) - set(TEXTS_OF_PAGE):
        raise NotImportable("page: Hier steht etwas anderes als erwartet.")
    values: dict[str, Any] = {}
    for name, value in page.items():
        if name == "minutes":
            if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 1000:
                raise NotImportable("page.minutes: Hier muss eine Zahl von Minuten stehen.")
        elif name == "deliver_to":
            # Targets belong to the city that set them up.
            continue
        else:
            value = _page_text(page, name)
        values[name] = value
    return values


def _page_text(page: dict[str, Any], name: str) -> str:
    """As the editor would take it: one line where it has one, of the choices where it has some."""
    field: Any = FormPage._meta.get_field(name)
    value = _text(page, name, field.max_length or LONGEST_TEXT, "page.")
    if isinstance(field, CharField):
        value = " ".join(value.split())
    if field.choices and value not in dict(field.choices):
        raise NotImportable(f"page.{name}: „{value}“ gibt es hier nicht.")
    return value


def _text(data: dict[str, Any], name: str, longest: int, place: str = "") -> str:
    value = data.get(name, "")
    if not isinstance(value, str) or len(value) > longest:
        raise NotImportable(f"{place}{name}: Hier muss ein Text von höchstens {longest} Zeichen stehen.")
    return value


def create_draft(parent: DepartmentPage, incoming: Incoming, user: Any) -> FormPage:
    """A draft below the department, with a new identity."""
    steps, prices = streams_of_form(incoming.form)
    case_type = CaseType.objects.filter(key=incoming.case_type, department=parent.department).first()
    page = FormPage(
        title=incoming.title,
        live=False,
        owner=user,
        steps=steps,
        prices=prices,
        english_texts=dict(incoming.form.texts.get("en", {})),
        case_type=case_type,
        **incoming.values,
    )
    created: FormPage = parent.add_child(instance=page)
    created.save_revision(user=user, log_action=True)
    return created
