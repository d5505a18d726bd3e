"""The department's pages in a browser: the grid by keyboard and by mouse, two taps on a phone, no barrier."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, expect
from playwright.sync_api import Page as BrowserPage
from pytest_django.live_server_helper import LiveServer

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
    page.get_by_role("link", name="Tour Nord").click()
    page.get_by_role("button", name="Ausfall melden").click()
    expect(page.get_by_text("Ausgefallen, noch ohne Nachholtermin")).to_be_visible()
    context.close()
    assert Collection.objects.get(planned_on=FRIDAY).sequence == 1


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
