"""The department's pages in a browser: the grid by keyboard and by mouse, two taps on a phone, no barrier."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, expect
from playwright.sync_api import Page as BrowserPage
from pypdf import PdfReader
from pytest_django.live_server_helper import LiveServer

from servicefinder.addresses.models import Address
from servicefinder.waste.domain.shifting import Move, move
from servicefinder.waste.enums import ImportKind
from servicefinder.waste.imports.running import check
from servicefinder.waste.models import Collection, Plan, Shift, Tour
from tests.browser_looks import is_fine
from tests.factories import waste as made
from tests.waste.backoffice_people import worker

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.server("chromium"),
]
FRIDAY, SATURDAY = date(2026, 12, 18), date(2026, 12, 19)


@pytest.fixture
def tour(db: None, monkeypatch: pytest.MonkeyPatch) -> Tour:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: FRIDAY)
    made.address()
    return made.published_year()


@pytest.fixture
def cookie(tour: Tour, live_server: LiveServer) -> dict[str, str]:
    """Somebody of the department, signed in."""
    value = worker().cookies[settings.SESSION_COOKIE_NAME].value
    return {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}


@pytest.fixture
def desk(browser: Browser, live_server: LiveServer, cookie: dict[str, str]) -> Iterator[BrowserPage]:
    context = _context(browser, live_server, cookie, 1280)
    yield context.new_page()
    context.close()


def _context(
    browser: Browser, live_server: LiveServer, cookie: dict[str, str], width: int, **more: object
) -> BrowserContext:
    context = browser.new_context(
        base_url=live_server.url,
        viewport={"width": width, "height": 800},
        **more,  # type: ignore[arg-type]
    )
    context.add_cookies([cookie])  # type: ignore[list-item]
    return context


def _fill_in(page: BrowserPage) -> None:
    page.get_by_label("Grund").fill("Glatteis")
    with page.expect_navigation():
        page.get_by_role("button", name="Verschieben").click()


def test_day_is_moved_by_keyboard(desk: BrowserPage) -> None:
    desk.goto(reverse("waste_work:grid", args=[2026]) + "?monat=12")
    first = desk.locator("[data-chip]").first
    first.focus()
    for key in ("ArrowRight", "ArrowRight", "Space", "ArrowRight", "ArrowRight"):
        desk.keyboard.press(key)
    # Saturday, and past the Sunday on to Monday; back again.
    expect(desk.locator("[data-plan-says]")).to_have_text("Neuer Tag: Mo 21.12.")
    desk.keyboard.press("ArrowLeft")
    expect(desk.locator("[data-plan-says]")).to_have_text("Neuer Tag: Sa 19.12.")
    desk.keyboard.press("Escape")
    expect(desk.locator("[data-plan-says]")).to_have_text("Abgebrochen.")
    for key in ("Space", "ArrowRight", "Enter"):
        desk.keyboard.press(key)

    expect(desk.get_by_label("Neuer Tag")).to_have_value("2026-12-19")
    desk.get_by_label("Grund").focus()
    desk.keyboard.type("Glatteis")
    desk.keyboard.press("Enter")

    expect(desk.get_by_text("Öffentlich wird es erst nach Freigabe")).to_be_visible()
    shift = Shift.objects.get(planned_on=FRIDAY)
    assert (shift.moved_to, shift.reason) == (SATURDAY, "Glatteis")


def test_day_is_dragged(desk: BrowserPage) -> None:
    desk.goto(reverse("waste_work:grid", args=[2026]) + "?monat=12")
    desk.locator(f"[data-day='{FRIDAY}'] [data-chip]").drag_to(desk.locator(f"[data-day='{SATURDAY}']"))
    expect(desk.get_by_label("Neuer Tag")).to_have_value("2026-12-19")
    _fill_in(desk)

    expect(desk.locator(f"[data-day='{SATURDAY}'] [data-chip]")).to_have_count(1)


def test_without_script_on_a_phone(browser: Browser, live_server: LiveServer, cookie: dict[str, str]) -> None:
    context = _context(browser, live_server, cookie, 320, java_script_enabled=False)
    page = context.new_page()
    page.goto(reverse("waste_work:grid", args=[2026]) + "?monat=12")
    page.get_by_role("link", name="Fr 18.12.: Restmüll").click()
    page.get_by_label("Neuer Tag").fill("2026-12-19")
    _fill_in(page)
    assert Shift.objects.get(planned_on=FRIDAY).moved_to == SATURDAY

    page.goto(reverse("waste_work:failures"))
    page.get_by_role("link", name="Tour Nord Restmüll", exact=True).click()
    page.get_by_role("button", name="Ausfall melden").click()
    expect(page.get_by_text("Ausgefallen, noch ohne Nachholtermin")).to_be_visible()
    context.close()
    assert Collection.objects.get(planned_on=FRIDAY).sequence == 1


def test_tours_are_looked_at_on_the_map_by_keyboard(desk: BrowserPage, tour: Tour, settings: Any) -> None:
    settings.MAP_DRAWING = "map/auenstadt.geojson"
    for number in (5, 7, 8):
        made.address("Westring" if number == 8 else "Ostanlage", number)
    Address.objects.update(latitude=50.3, longitude=8.6)
    desk.goto(reverse("waste_work:map", args=[2026]))
    expect(desk.get_by_role("link", name="Ostanlage")).to_be_visible()
    desk.get_by_role("button", name="Karte anzeigen").press("Enter")

    marks = desk.locator(".map__mark")
    expect(marks).to_have_text(["!", "1", "1"])
    is_fine(desk, "karte-offen")
    marks.nth(1).focus()
    desk.keyboard.press("Enter")
    expect(desk.locator(".leaflet-popup")).to_have_text(re.compile("Tour Nord: Ostanlage 5"))
    desk.get_by_label("Tour", exact=True).select_option("Tour Nord")
    desk.get_by_role("button", name="Anzeigen", exact=True).press("Enter")
    expect(desk).to_have_url(re.compile("tour=nord"))


def test_street_is_divided_without_script_and_taken_back(
    browser: Browser, live_server: LiveServer, cookie: dict[str, str], tour: Tour
) -> None:
    made.rhythm(made.tour("west", streets=()), date(2026, 1, 5))
    made.address("Ostanlage", 6)
    context = _context(browser, live_server, cookie, 320, java_script_enabled=False)
    page = context.new_page()
    page.goto(reverse("waste_work:streets", args=[2026]))
    page.get_by_role("link", name="Ostanlage").click()
    first, second = (
        page.get_by_role("group", name="Abschnitt 1"),
        page.get_by_role("group", name="Abschnitt 2"),
    )
    first.get_by_label("Seite").select_option("ungerade")
    page.get_by_role("button", name="Wirkung zeigen").click()
    expect(page.get_by_text("Ohne Tour wären Nr. 6.")).to_be_visible()
    second.get_by_label("Seite").select_option("gerade")
    second.get_by_label("Tour").select_option("Tour West")
    page.get_by_role("button", name="Wirkung zeigen").click()
    expect(page.get_by_text("Diese eine Adresse ändert sich")).to_be_visible()
    page.get_by_role("button", name="Speichern", exact=True).click()
    expect(page.get_by_text("gerade: Tour West")).to_be_visible()

    page.goto(reverse("waste_work:year", args=[2026]))
    page.get_by_role("button", name=re.compile("^Ostanlage.*zurücknehmen")).click()
    expect(page.get_by_text("Zurückgenommen: Ostanlage").first).to_be_visible()
    context.close()
    assert tour.ranges.get().parity == "all"


def test_year_is_one_sheet_of_paper(desk: BrowserPage) -> None:
    for number in range(11):
        made.rhythm(made.tour(f"t{number}", streets=()), date(2026, 1, 5), weeks=1)
    desk.goto(reverse("waste_work:year_sheet", args=[2026]))
    pages = PdfReader(BytesIO(desk.pdf(prefer_css_page_size=True))).pages

    assert len(pages) == 1
    width, height = (round(float(each) / 72 * 25.4) for each in pages[0].mediabox[2:])
    assert (width, height) == (297, 210)
    text = pages[0].extract_text()
    assert "KW 1" in text and "KW 53" in text and "Tour T10" in text and "Zum Jahr" not in text


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_and_nothing_wider_than_the_screen(
    browser: Browser, live_server: LiveServer, cookie: dict[str, str], tour: Tour, width: int, scheme: str
) -> None:
    made.year_of_one_tour(2037)  # Christmas falls on Friday and Saturday again.
    move(tour.plan, Move(FRIDAY, None, "Grundstücksverkehrsgenehmigungszuständigkeitsübertragung", tour=tour))
    run = check(tour.plan, ImportKind.RANGES, b"strasse;tour\nOstanlage;nord\nNirgendweg;nord")
    context = _context(browser, live_server, cookie, width, color_scheme=scheme)
    page = context.new_page()
    revision = Plan.objects.get(year=2026).revisions.get()
    for name, path in {
        "jahre": reverse("waste_work:years"),
        "neu": reverse("waste_work:new_year"),
        "jahr": reverse("waste_work:year", args=[2026]),
        "jahr-konflikt": reverse("waste_work:year", args=[2037]),
        "kalender": reverse("waste_work:grid", args=[2026]) + "?monat=12",
        "verschieben": reverse("waste_work:shift", args=[2026]) + "?tag=2026-12-18&tour=nord&art=restmuell",
        "touren": reverse("waste_work:tours", args=[2026]),
        "neue-tour": reverse("waste_work:new_tour", args=[2026]),
        "tour": reverse("waste_work:tour", args=[2026, "nord"]),
        "tour-entfernen": reverse("waste_work:remove_tour", args=[2026, "nord"]),
        "strassen": reverse("waste_work:streets", args=[2026]),
        "strasse": reverse("waste_work:street", args=[2026, made.street().pk]),
        "karte": reverse("waste_work:map", args=[2026]),
        "jahresplan": reverse("waste_work:year_sheet", args=[2026]),
        "vorschau": reverse("waste_work:effect", args=[2026]),
        "termin": reverse("waste_work:schedule", args=[2026]),
        "zurueckziehen": reverse("waste_work:withdraw", args=[2026]),
        "stand": reverse("waste_work:restore", args=[2026, revision.pk]),
        "einlesen": reverse("waste_work:imports", args=[2026]),
        "bericht": reverse("waste_work:import", args=[2026, run.pk]),
        "ausfall": reverse("waste_work:failures"),
        "ausfall-melden": reverse("waste_work:failure", args=[tour.pk, FRIDAY.isoformat()]),
    }.items():
        answer = page.goto(path)
        assert answer and answer.status == 200, name
        is_fine(page, f"{name}-{width}-{scheme}")
    context.close()
