"""Versions: what a form was when it was filled in. Written on publication, never changed."""

import hashlib
import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any, Generic, TypeVar

from django.db import IntegrityError, transaction
from django.utils import timezone

from ..editing.compiling import form_of_streams
from ..editing.english import FORMATTED
from ..editing.naming import Raw
from ..editing.spelling import plain_html
from ..models import FormPage, FormVersion, OnlineForm
from .definitions import FormDef

ATTEMPTS = 5
TRY_OUT = 0
REMEMBERED_LIMIT = 256

Made = TypeVar("Made")
TEXTS_OF_PAGE = (
    "introduction",
    "needed",
    "minutes",
    "payment",
    "purpose",
    "legal_basis",
    "recipients",
    "retention",
    "next_steps",
    "receipt_text",
    "mail_subject",
    "mail_text",
    "deliver_to",
)


def current_version(form: OnlineForm | None) -> FormVersion | None:
    """The newest version of the form; None while it was never published."""
    return FormVersion.objects.filter(form=form, number__gt=TRY_OUT).order_by("-number").first()


class PerVersion(Generic[Made]):
    """Made of a version once per process: it never changes, and one to try out gets another digest."""

    def __init__(self, make: Callable[[FormVersion], Made]) -> None:
        self._make = make
        self._made: dict[tuple[int, str], Made] = {}

    def __call__(self, version: FormVersion) -> Made:
        key = (version.pk, version.digest)
        if key not in self._made:
            if len(self._made) >= REMEMBERED_LIMIT:
                self._made.clear()
            self._made[key] = self._make(version)
        return self._made[key]


# The definition as it is filled in.
form_of_version = PerVersion(lambda version: FormDef.from_json(version.definition))


def definition_of(page: FormPage) -> FormDef:
    """What the page's editor put together. Raises FormulaProblem."""
    return form_of_streams(*raw_of(page), page.english_texts)


def raw_of(page: FormPage) -> tuple[Raw, Raw]:
    """Steps and prices as the editor keeps them, to be read and named."""
    return deepcopy(page.steps.get_prep_value()), deepcopy(page.prices.get_prep_value())


def settings_of(page: FormPage) -> dict[str, Any]:
    """What a version keeps of its page besides the definition."""
    department = page.form.department if page.form else None
    return {
        **{name: getattr(page, name) for name in TEXTS_OF_PAGE},
        **{name: plain_html(getattr(page, name)) for name in FORMATTED},
        "teaser": page.teaser,
        "case_type": page.case_type.key if page.case_type else "",
        "department": {"id": str(department.pk), "name": department.name} if department else None,
        "texts": {"en": page.english_texts} if page.english_texts else {},
    }


def publish_version(page: FormPage) -> FormVersion | None:
    """Write a new version where the page says something else than the newest. Idempotent.

    None where there is nothing to fill in yet. Two at once number themselves one after the other.
    """
    definition = definition_of(page)
    if not definition.steps:
        return None
    content = _content(page, definition)
    digest = _digest(content)
    form: OnlineForm = page.identity
    for _ in range(ATTEMPTS):
        newest = current_version(form)
        if newest and newest.digest == digest:
            return newest
        try:
            with transaction.atomic():
                return FormVersion.objects.create(
                    form=form,
                    number=newest.number + 1 if newest else 1,
                    digest=digest,
                    published_at=timezone.now(),
                    **content,
                )
        except IntegrityError:
            continue
    raise IntegrityError(f"no number was free for a version of {page.form_id}")


def try_out_version(page: FormPage) -> FormVersion:
    """The page as it stands in its editor, to be tried out without making a case. Raises FormulaProblem."""
    content = _content(page, definition_of(page))
    values = {**content, "digest": _digest(content), "published_at": timezone.now()}
    version, _ = FormVersion.objects.update_or_create(form=page.form, number=TRY_OUT, defaults=values)
    return version


def _content(page: FormPage, definition: FormDef) -> dict[str, Any]:
    return {"title": page.title, "definition": definition.as_json(), "settings": settings_of(page)}


def _digest(content: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
