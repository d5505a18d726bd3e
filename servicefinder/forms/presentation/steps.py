"""A step as its page shows it."""

from typing import Any

from django.forms.utils import ErrorList
from django.utils.translation import gettext

from ..domain.draft_files import files_in
from ..domain.drafts import Content
from ..domain.expressions import fields_of
from ..domain.submitting import FILE_KIND, shown_answer
from ..domain.walking import AskedStep, Walk
from ..forms import StepForm
from ..kinds.parts import target_of
from ..registries import field_kinds


def parts(
    asked: AskedStep, form: StepForm, walk: Walk, content: Content, language: str
) -> list[dict[str, Any]]:
    """What is drawn, in order: `{name, template, field, definition, answer, files, is_file}`.

    `walk` goes by what was typed, `content` says which files are kept.
    """
    found = []
    for field in asked.fields:
        kind = field_kinds.get(field.kind)
        if kind is None:
            continue
        bound = form[field.name] if field.name in form.fields else None
        part = {
            "name": field.name,
            "template": kind.template,
            "field": bound,
            "definition": field,
            "answer": "" if bound else shown_answer(field, walk, language),
            "files": files_in(content, field.name) if field.kind == FILE_KIND else [],
            "is_file": field.kind == FILE_KIND,
        }
        found.append(part)
    return found


def depends_on_itself(asked: AskedStep) -> bool:
    """Whether an answer in this step decides what else it asks."""
    own = {field.name for field in asked.step.fields}
    return any(own & set(fields_of(field.condition)) for field in asked.step.fields) or any(
        field.kind == "calculated" for field in asked.step.fields
    )


def errors(form: StepForm) -> list[dict[str, str]]:
    """For the list on top: `{text, id}`; kinds name their field. `id` is empty where none is to blame."""
    rows = [{"text": str(error), "id": ""} for error in form.non_field_errors()]
    for name in form.fields:
        for error in form.errors.get(name, ErrorList()).as_data():
            rows += [{"text": str(text), "id": target_of(form[name], error)} for text in error.messages]
    return rows


def progress(walk: Walk, number: int) -> str:
    """The summary counts as the last step."""
    return gettext("Schritt %(number)s von %(total)s") % {"number": number, "total": len(walk.steps) + 1}
