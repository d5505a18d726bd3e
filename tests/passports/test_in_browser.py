"""Every state on a phone and on a desk: no barrier that axe knows, by keyboard, without script."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core import mail
from django.db import OperationalError
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from outbox.domain.running import run_due_jobs
from servicefinder.passports.domain import admitting
from servicefinder.passports.forms.asking import PassportForm
from servicefinder.passports.models import ImportRun, PassportSettings
from tests import browser_looks
from tests.factories.catalogue import MembershipFactory, OfficePageFactory, home_page
from tests.factories.passports import SERIAL, deliver, in_charge, line, pickup_place

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.server("chromium"),
]
VIEWS = [(320, "light"), (1280, "dark")]
if browser_looks.PICTURES:
    VIEWS = [(width, scheme) for width in (320, 768, 1280) for scheme in ("light", "dark")]
MADE, READY, FETCHED, NOWHERE = "T22000134", SERIAL, "T22000155", "T22000176"


@pytest.fixture(params=["/ausweisstatus/", "/en/ausweisstatus/"], ids=["de", "en"])
def path(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def city(live_server: LiveServer, settings, monkeypatch: pytest.MonkeyPatch) -> str:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.BASE_URL = live_server.url
    monkeypatch.setattr(PassportForm, "min_age", timedelta(0))
    home_page()
    home_page("en")
    office = OfficePageFactory(title="Bürgeramt Mitte", open=True).office
    in_charge(office.department)
    pickup_place(office)
    many = [line(f"T2200{number:04}", days=-2, ordered=-20) for number in range(1100, 1120)]
    states = [line(MADE, status="herstellung"), line(READY), line(FETCHED, status="ausgehaendigt")]
    deliver(*many, *states)
    return live_server.url


@pytest.fixture(params=VIEWS, ids=[f"{width}-{scheme}" for width, scheme in VIEWS])
def screen(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    context.set_default_timeout(60_000)
    yield context
    context.close()


def ask(page: Page, address: str, serial: str, fact: str = "12.3.1980") -> None:
    page.goto(address)
    page.locator("#id_serial").fill(serial)
    page.locator("#id_fact").fill(fact)
    go_on(page)


def go_on(page: Page, button: str = "main form button") -> None:
    """Press a button and wait for the page behind it: to look at once may mean to look at neither."""
    with page.expect_navigation():
        page.locator(button).first.click()


def is_fine(page: Page, name: str) -> None:
    is_dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    browser_looks.is_fine(page, f"{name}-{page.evaluate('innerWidth')}-{'dark' if is_dark else 'light'}")


def test_no_barrier_in_any_answer(city: str, path: str, screen: BrowserContext) -> None:
    page, address, language = screen.new_page(), f"{city}{path}", "en" if "/en/" in path else "de"
    page.goto(address)
    page.locator("main details summary").first.click()
    is_fine(page, f"{language}-form")
    ask(page, address, "T220001294", "31.2.1980")
    is_fine(page, f"{language}-typing-error")
    for name, serial in {"made": MADE, "ready": READY, "fetched": FETCHED, "unknown": NOWHERE}.items():
        ask(page, address, serial)
        assert page.url == address
        is_fine(page, f"{language}-{name}")


def test_no_barrier_on_the_way_to_a_mail(city: str, path: str, screen: BrowserContext) -> None:
    page, language = screen.new_page(), "en" if "/en/" in path else "de"
    ask(page, f"{city}{path}", MADE)
    page.locator("#id_email").fill("zwetschge")
    go_on(page)
    expect(page.locator("#id_email")).to_have_attribute("aria-invalid", "true")
    is_fine(page, f"{language}-mail-wrong")
    page.locator("#id_email").fill("zwetschge@quitte.example")
    go_on(page)
    is_fine(page, f"{language}-mail-asked")
    run_due_jobs()
    link = re.search(r"http\S+/benachrichtigung/\S+/", mail.outbox[-1].body)
    assert link
    page.goto(link[0])
    is_fine(page, f"{language}-confirm")
    go_on(page)
    is_fine(page, f"{language}-confirmed")
    page.goto(link[0])
    go_on(page)
    is_fine(page, f"{language}-cancelled")
    page.goto(link[0])
    is_fine(page, f"{language}-link-gone")


def test_no_barrier_where_it_is_slowed_down(
    city: str, path: str, screen: BrowserContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, language = screen.new_page(), "en" if "/en/" in path else "de"
    monkeypatch.setattr(admitting, "FREE_PER_ADDRESS", 0)
    page.route("**/proof*.js", lambda route: route.abort())  # Else it would be solved before one has looked.
    ask(page, f"{city}{path}", READY)
    is_fine(page, f"{language}-task")
    go_on(page, "button[name=wait]")
    is_fine(page, f"{language}-turn")
    monkeypatch.setattr(admitting, "SECONDS_BETWEEN_TURNS", 10**6)
    ask(page, f"{city}{path}", READY)
    go_on(page, "button[name=wait]")
    is_fine(page, f"{language}-all-turns-taken")

    def locked(*args: object, **kwargs: object) -> bool:
        raise OperationalError("database is locked")

    monkeypatch.setattr("servicefinder.passports.views.asking.admits", locked)
    ask(page, f"{city}{path}", READY)
    is_fine(page, f"{language}-locked")


def test_by_keyboard_and_without_script_on_a_phone(city: str, browser: Browser, monkeypatch) -> None:
    monkeypatch.setattr(admitting, "SECONDS_BETWEEN_TURNS_OF_A_NETWORK", 0.1)
    monkeypatch.setattr(admitting, "SECONDS_BETWEEN_TURNS", 0.1)
    monkeypatch.setattr(admitting, "FREE_PER_ADDRESS", 0)
    page = browser.new_page(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    page.goto(f"{city}/ausweisstatus/")
    page.get_by_label("Seriennummer", exact=True).focus()
    page.keyboard.type("t22 ooo 129 3")
    for _ in range(2):  # Over the help.
        page.keyboard.press("Tab")
    page.keyboard.type("12.3.1980")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Einen Moment bitte")
    page.get_by_role("button", name="Warteplatz holen").press("Enter")
    expect(page.get_by_role("main")).to_contain_text("Ihr Warteplatz gilt ab")
    page.wait_for_timeout(1100)  # A turn counts in whole seconds.
    page.get_by_role("button", name="Weiter", exact=True).press("Enter")
    expect(page.get_by_role("heading", name="Ihr Dokument ist abholbereit")).to_be_visible()
    assert page.url == f"{city}/ausweisstatus/weiter/"
    assert page.context.cookies() == []
    page.context.close()


def test_the_task_is_solved_by_itself(city: str, browser: Browser, monkeypatch) -> None:
    monkeypatch.setattr(admitting, "FREE_PER_ADDRESS", 0)
    monkeypatch.setattr(admitting, "FIRST_TASK", 3000)
    page = browser.new_page()
    ask(page, f"{city}/ausweisstatus/", READY)

    expect(page.get_by_role("heading", name="Ihr Dokument ist abholbereit")).to_be_visible(timeout=60_000)
    page.context.close()


def test_no_barrier_in_the_office(city: str, screen: BrowserContext) -> None:
    clerk = User.objects.create_user("schalter")
    MembershipFactory(user=clerk, department=PassportSettings.load().department)
    signed_in = Client()
    signed_in.force_login(clerk)
    cookie = signed_in.cookies["sessionid"].value
    screen.add_cookies([{"name": "sessionid", "value": cookie, "url": city}])
    page = screen.new_page()
    deliver(line("T220001294"), line(NOWHERE))
    run = ImportRun.objects.first()
    for name, address in {
        "hand-out": "",
        "lists": "lieferlisten/",
        "list": f"lieferlisten/{run.pk}/",
        "figures": "zahlen/",
        "journal": "journal/",
    }.items():
        page.goto(f"{city}/redaktion/ausweise/{address}")
        is_fine(page, f"office-{name}")
    page.goto(f"{city}/redaktion/ausweise/")
    page.locator("#id_serial").fill("T220001294")
    go_on(page, "main form button[type=submit]")
    is_fine(page, "office-hand-out-wrong")
    page.locator("#id_serial").fill(READY)
    page.locator("#id_fact").fill("12.3.1980")
    page.locator("#id_fact").press("Enter")
    expect(page.locator(".messages")).to_contain_text("Als ausgehändigt erfasst: Personalausweis.")
    is_fine(page, "office-handed-out")
