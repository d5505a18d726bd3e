"""Neutral values of a page, to compare and to write: texts, numbers, ISO dates, lists of dictionaries."""

from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.db import models
from wagtail.fields import RichTextField
from wagtail.models import Page

from ..models.translated import child_relations
from .cleaning import canonical
from .merging import Values

OWN_COLUMNS = {"id", "page", "sort_order", "translation_key", "locale"}
SIMPLE_LISTS = {"leika": "code"}
REFERENCES = {"offices": "office_id"}


def read_values(page: Page, names: Iterable[str]) -> Values:
    """Current values of the fields and lists named, in the shape of `ImportRecord.fields`."""
    return {name: _read(page, name) for name in names}


def write_values(page: Page, values: Values) -> None:
    """Set fields and replace lists; the caller saves the page."""
    lists = child_relations(type(page))
    for name, value in values.items():
        if name == "tags":
            page.tags.set(value)
        elif name in lists:
            getattr(page, name).set([_row(lists[name], name, item) for item in value])
        else:
            setattr(page, name, type(page)._meta.get_field(name).to_python(value))


def _read(page: Page, name: str) -> Any:
    if name == "tags":
        return sorted(tag.name for tag in page.tags.all())
    lists = child_relations(type(page))
    if name in lists:
        return [_neutral_row(row, name) for row in getattr(page, name).all()]
    return _neutral(page, page._meta.get_field(name))


def _neutral_row(row: models.Model, name: str) -> Any:
    if name in SIMPLE_LISTS:
        return getattr(row, SIMPLE_LISTS[name])
    if name in REFERENCES:
        return str(getattr(row, REFERENCES[name]))
    values = {field.name: _neutral(row, field) for field in part_fields(type(row))}
    # A column at its default says nothing: a new optional column must not look like an edit.
    return {key: value for key, value in values.items() if value not in (None, "", _default(type(row), key))}


def part_fields(model: type[models.Model]) -> list[Any]:
    """Columns of a list's row that carry its content."""
    return [
        field
        for field in model._meta.concrete_fields
        if field.name not in OWN_COLUMNS and not field.is_relation
    ]


def _default(model: type[models.Model], name: str) -> Any:
    return model._meta.get_field(name).get_default()  # type: ignore[union-attr]


def _row(model: type[models.Model], name: str, item: Any) -> models.Model:
    if name in SIMPLE_LISTS:
        return model(**{SIMPLE_LISTS[name]: item})
    if name in REFERENCES:
        return model(**{REFERENCES[name]: item})
    fields = {field.name: field for field in part_fields(model)}
    return model(**{key: fields[key].to_python(value) for key, value in item.items()})


def _neutral(owner: models.Model, field: Any) -> Any:
    value = getattr(owner, field.attname)
    if isinstance(field, RichTextField):
        return canonical(value)
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    return str(value.normalize()) if isinstance(value, Decimal) else value


def in_neutral_form(model: type[Page], values: Values) -> Values:
    """Values of a record as `read_values` would give them back once written.

    Raises ValueError or ValidationError when a value does not fit its field.
    """
    return {name: _as_read(model, name, value) for name, value in values.items()}


def _as_read(model: type[Page], name: str, value: Any) -> Any:
    lists = child_relations(model)
    if name == "tags":
        return sorted(set(value))
    if name in REFERENCES or name in SIMPLE_LISTS:
        return list(value)
    if name in lists:
        rows = [_row(lists[name], name, item) for item in value]
        for row in rows:
            row.full_clean(exclude=("page", "locale"), validate_unique=False, validate_constraints=False)
        return [_neutral_row(row, name) for row in rows]
    field: Any = model._meta.get_field(name)
    shell = model()
    setattr(shell, field.attname, field.to_python(value))
    return _neutral(shell, field)
