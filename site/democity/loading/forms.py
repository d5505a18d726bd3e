"""Ready-made forms: pages below their departments, published, so that each has its first version."""

from typing import Any

from democity import content_files
from servicefinder.forms.domain.definitions import FORMAT, FormDef
from servicefinder.forms.editing.compiling import streams_of_form
from servicefinder.forms.models import FormPage

from .load import Load

PLAIN = (
    "slug",
    "title",
    "teaser",
    "introduction",
    "minutes",
    "purpose",
    "legal_basis",
    "recipients",
    "retention",
    "next_steps",
    "receipt_text",
    "mail_subject",
    "mail_text",
)


def load_forms(load: Load) -> None:
    for entry in content_files.forms():
        page = form_page(entry)
        page.case_type = load.case_types[entry["slug"]]
        load.forms[entry["slug"]] = load.add_page(load.departments[entry["department"]], page)


def definition_of(entry: dict[str, Any]) -> FormDef:
    """Raises DefinitionProblem with the place that is wrong."""
    parts = {name: entry[name] for name in ("steps", "prices", "texts") if name in entry}
    return FormDef.from_json({"format": FORMAT, **parts})


def form_page(entry: dict[str, Any]) -> FormPage:
    """An unsaved page. Raises DefinitionProblem."""
    page = FormPage(
        **{name: entry[name] for name in PLAIN},
        needed="\n".join(entry.get("needed", [])),
        payment=entry.get("payment", ""),
        replaces=entry.get("replaces", ""),
        english_texts=english_texts(entry),
    )
    for name, raw in zip(("steps", "prices"), streams_of_form(definition_of(entry)), strict=True):
        setattr(page, name, FormPage._meta.get_field(name).stream_block.to_python(raw))  # type: ignore[union-attr]
    return page


def english_texts(entry: dict[str, Any]) -> dict[str, str]:
    """By the German texts, those of the page and those of its steps."""
    words = dict(entry.get("texts", {}).get("en", {}))
    for name, english in entry.get("english", {}).items():
        if name == "needed":
            words |= dict(zip(entry["needed"], english, strict=True))
        else:
            words[entry[name]] = english
    return words
