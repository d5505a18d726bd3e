"""A step as its page shows it."""

from typing import Any

from django.utils.translation import gettext

from ..domain.definitions import FieldDef
from ..domain.expressions import fields_of
from ..domain.submitting import FILE_KIND, shown_answer
from ..domain.walking import AskedStep, Walk
from ..forms import StepForm
from ..registries import field_kinds


def parts(asked: AskedStep, form: StepForm, walk: Walk, language: str) -> list[dict[str, Any]]:
    """What is drawn, in order: `{name, template, field, definition, answer, files}`."""
    return [part for field in asked.fields if (part := _part(field, form, walk, language))]


def _part(field: FieldDef, form: StepForm, walk: Walk, language: str) -> dict[str, Any] | None:
    kind = field_kinds.get(field.kind)
    if kind is None:
        return None
    asked = field.name in form.fields
    return {
        "name": field.name,
        "template": kind.template,
        "field": form[field.name] if asked else None,
        "definition": field,
        "answer": "" if asked else shown_answer(field, walk, language),
        "files": walk.answers.get(field.name) or [] if field.kind == FILE_KIND else [],
        "is_file": field.kind == FILE_KIND,
    }


def depends_on_itself(asked: AskedStep) -> bool:
    """Whether an answer in this step decides what else it asks."""
    own = {field.name for field in asked.step.fields}
    return any(own & set(fields_of(field.condition)) for field in asked.step.fields) or any(
        field.kind == "calculated" for field in asked.step.fields
    )


def errors(form: StepForm) -> list[dict[str, str]]:
    """For the list on top: `{text, id}`; `id` is empty where no field is to blame."""
    rows = [{"text": error, "id": ""} for error in form.non_field_errors()]
    for name in form.fields:
        field = form[name]
        target = field.id_for_label or field.auto_id
        rows += [{"text": f"{field.label}: {error}", "id": target} for error in field.errors]
    return rows


def progress(walk: Walk, number: int) -> str:
    """The summary counts as the last step."""
    return gettext("Schritt %(number)s von %(total)s") % {"number": number, "total": len(walk.steps) + 1}
