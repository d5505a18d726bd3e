"""Columns as SVG, with the same numbers in a table."""

import pytest
from django.template.loader import render_to_string
from lxml import html

from charts.bars import BarChart, Series, round_up

CHART = BarChart(
    "Eingegangen und abgeschlossen",
    ("10/2026", "11/2026"),
    (Series("eingegangen", (40, 80)), Series("abgeschlossen", (20, None))),
    first_heading="Monat",
)


@pytest.mark.parametrize(
    ("value", "top"), [(0, 4), (3, 4), (4, 4), (5, 6), (9, 10), (11, 20), (80, 80), (81, 100), (101, 200)]
)
def test_the_scale_ends_at_a_round_number(value: int, top: int) -> None:
    assert round_up(value) == top


def test_columns_are_as_high_as_their_values() -> None:
    heights = [bar.height for bar in CHART.bars()]

    assert heights == [69, 138, 34.5, 0]
    assert all(bar.x + bar.width <= CHART.width for bar in CHART.bars())


def test_a_chart_without_anything_is_drawn() -> None:
    empty = BarChart("Nichts", (), (Series("leer", ()),))

    assert (list(empty.bars()), list(empty.rows())) == ([], [])


def test_the_table_holds_the_same_numbers_and_nothing_needs_a_script() -> None:
    page = html.fromstring(render_to_string("charts/bars.html", {"chart": CHART, "id": "c"}))

    cells = [[cell.text_content() for cell in row] for row in page.xpath("//tbody/tr")]
    assert cells == [["10/2026", "40", "20"], ["11/2026", "80", "–"]]
    assert page.xpath("//svg")[0].get("aria-labelledby") == "c-titel"
    assert not page.xpath("//script | //style | //*[@style]")


def test_thousands_are_written_without_breaking_the_drawing() -> None:
    chart = BarChart("Viele", ("a",), (Series("x", (12_500,)),))

    page = render_to_string("charts/bars.html", {"chart": chart, "id": "c"})

    assert 'height="86.2"' in page
