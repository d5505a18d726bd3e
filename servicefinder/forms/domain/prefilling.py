"""A link to a form can fill in lines of text: `/formular/barriere-melden/?seite=…`.

Whoever follows it sees what is filled in and can change it. Nothing else can be filled in from outside: no
choice, no consent, nothing about a person that belongs in no address.
"""

from collections.abc import Mapping

from django.core.exceptions import ValidationError

from ..registries import field_kinds
from .definitions import FormDef

KIND = "text"


def given_answers(form: FormDef, given: Mapping[str, str], language: str) -> dict[str, str]:
    """Answers by field; what a field does not have, or would not take, is left out."""
    kind = field_kinds[KIND]
    found = {}
    for field in form.fields():
        text = given.get(field.name, "")
        if field.kind != KIND or not text or kind.option(field, "autocomplete"):
            continue
        try:
            found[field.name] = kind.form_field(field, language).clean(text)
        except ValidationError:
            continue
    return found
