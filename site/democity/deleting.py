"""How rows that do not simply go are deleted: cases with their keys and files, forms with their versions."""

from collections.abc import Callable
from typing import Any

from django.db import models

from servicefinder.addresses.models import Area, DistrictNotice, Street
from servicefinder.cases.domain.erasing import erase_case
from servicefinder.cases.domain.journal import THE_SYSTEM
from servicefinder.cases.domain.retention import release
from servicefinder.cases.enums import ErasureReason
from servicefinder.cases.models import Case, CaseType
from servicefinder.forms.domain.draft_files import delete_rows
from servicefinder.forms.models import Draft, DraftFile, FormPage, FormVersion
from servicefinder.waste.models import Plan, WasteItem


def delete_case(case: Case) -> None:
    """Also one that is held back: in the demo that is only shown."""
    if case.is_held:
        release(case, THE_SYSTEM)
    erase_case(case.pk, ErasureReason.NOT_NEEDED)


def delete_form(page: FormPage) -> None:
    """With what is half filled in. The identity goes with the last page; its versions would hold it."""
    drafts = Draft.objects.filter(version__form=page.form)
    delete_rows(DraftFile.objects.filter(draft__in=drafts))
    drafts.delete()
    FormVersion.objects.filter(form=page.form).delete()
    page.delete()


def delete_case_type(kind: CaseType) -> None:
    """Raises ProtectedError while there are cases of the city's own."""
    kind.versions.all().delete()
    kind.delete()


def delete_row(row: models.Model) -> None:
    """With what hangs on it, before the bin or the district that it points to."""
    row.delete()


# In this order, before pages and everything else: what points before what it points to.
WAYS: dict[type[models.Model], Callable[[Any], None]] = {
    Case: delete_case,
    FormPage: delete_form,
    CaseType: delete_case_type,
    WasteItem: delete_row,
    Plan: delete_row,
    Area: delete_row,
    DistrictNotice: delete_row,
    Street: delete_row,
}
