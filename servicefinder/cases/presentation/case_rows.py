"""Rows of a list of cases as HTML: a template would take most of the page's time for them.

They stand in `templates/cases/admin/rows.html`; everything that is filled in is escaped.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from ..domain.listing import ListedCase
from ..enums import CaseState, PaymentState

ANY_CASE = UUID(int=0)
STATES = {state: escape(label) for state, label in CaseState.choices}


def rows_html(rows: Iterable[ListedCase], *, choosable: bool, several_departments: bool) -> SafeString:
    """`choosable` rows have a box to tick; their department stands in them where there are several."""
    return mark_safe("".join(_row(row, choosable, several_departments) for row in rows))


def _row(row: ListedCase, choosable: bool, several_departments: bool) -> str:
    case = row.case
    reference = escape(case.reference)
    url = _address().replace(str(ANY_CASE), str(case.pk))
    marks = "".join(f' <span class="w-status">{escape(mark)}</span>' for mark in _marks(row))
    state_class = "w-status w-status--primary" if row.is_open else "w-status"
    return f"""
<tr{' class="cases__late"' if row.late else ""}>
  {_choose(case.pk, case.version, reference) if choosable else ""}
  <td data-label="Aktenzeichen"><a href="{url}" class="cases__reference">{reference}</a></td>
  <td data-label="Name">{escape(row.name) or "ohne Namen"}</td>
  <td data-label="Vorgangsart">{escape(case.type_version__name)}</td>
  <td data-label="Zustand"><span class="{state_class}">{STATES[case.state]}</span>{marks}</td>
  <td data-label="Fällig">{_due(row)}</td>
  <td data-label="Zuständig">{escape(row.person) or "niemand"}</td>
  {f'<td data-label="Amt">{escape(case.department__name)}</td>' if several_departments else ""}
</tr>"""


def _choose(pk: UUID, version: int, reference: str) -> str:
    return f"""<td class="cases__choose">
    <input type="checkbox" name="vorgang" value="{pk}:{version}" form="sammel"
           aria-label="{reference} wählen">
  </td>"""


def _due(row: ListedCase) -> str:
    if not row.is_open:
        return "–"
    day, urgency = row.case.due_on, "überfällig" if row.late else "heute" if row.due_today else ""
    shown = f'<time datetime="{day.isoformat()}">{day:%d.%m.%Y}</time>'
    return f"{shown} <strong>{urgency}</strong>" if urgency else shown


def _marks(row: ListedCase) -> Iterator[str]:
    if row.case.duplicate_of:
        yield "Doppel"
    if row.case.payment == PaymentState.DUE:
        yield "Zahlung offen"
    if row.is_held:
        yield "zurückgestellt"
    if row.case.mail_bounced:
        yield "E-Mail kam zurück"


@cache
def _address() -> str:
    """Of any case: reversing one by one would cost more than all else in a row."""
    return reverse("cases_work:case", args=[ANY_CASE])
