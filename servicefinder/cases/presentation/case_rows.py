"""Rows of a list of cases as HTML: a template would take most of the page's time for them.

They stand in `templates/cases/admin/rows.html`; everything that is filled in is escaped.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from ..domain.listing import ListedCase
from ..enums import CaseState, PaymentState

ANY_CASE = UUID(int=0)
STATES = dict(CaseState.choices)
ROW = """
<tr{row_class}>
  {choose}
  <td data-label="Aktenzeichen"><a href="{url}" class="cases__reference">{reference}</a></td>
  <td data-label="Name">{name}</td>
  <td data-label="Vorgangsart">{type_name}</td>
  <td data-label="Zustand"><span class="{state_class}">{state}</span>{marks}</td>
  <td data-label="Fällig">{due}</td>
  <td data-label="Zuständig">{person}</td>
  {department}
</tr>"""
CHOOSE = """<td class="cases__choose">
    <input type="checkbox" name="vorgang" value="{pk}:{version}" form="sammel"
           aria-label="{reference} wählen">
  </td>"""
LATE = mark_safe(' class="cases__late"')
NO_TEXT = SafeString()


def rows_html(rows: Iterable[ListedCase], *, choosable: bool, several_departments: bool) -> SafeString:
    """`choosable` rows have a box to tick; their department stands in them where there are several."""
    return mark_safe("".join(_row(row, choosable, several_departments) for row in rows))


def _row(row: ListedCase, choosable: bool, several_departments: bool) -> SafeString:
    case = row.case
    cell = '<td data-label="Amt">{}</td>'
    return format_html(
        ROW,
        row_class=LATE if row.late else NO_TEXT,
        choose=format_html(CHOOSE, pk=case.pk, version=case.version, reference=case.reference)
        if choosable
        else NO_TEXT,
        url=_address().replace(str(ANY_CASE), str(case.pk)),
        reference=case.reference,
        name=row.name or "ohne Namen",
        type_name=case.type_version__name,
        state=STATES[case.state],
        state_class="w-status w-status--primary" if row.is_open else "w-status",
        marks=format_html_join("", ' <span class="w-status">{}</span>', ((mark,) for mark in _marks(row))),
        due=_due(row),
        person=row.person or "niemand",
        department=format_html(cell, case.department__name) if several_departments else NO_TEXT,
    )


def _due(row: ListedCase) -> SafeString:
    if not row.is_open:
        return mark_safe("–")
    day, urgency = row.case.due_on, "überfällig" if row.late else "heute" if row.due_today else ""
    shown = format_html('<time datetime="{}">{}</time>', day.isoformat(), f"{day:%d.%m.%Y}")
    return format_html("{} <strong>{}</strong>", shown, urgency) if urgency else shown


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
