"""The pages on which cases are worked: no barrier that axe knows, nothing too wide, by keyboard."""

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, expect
from pytest_django.live_server_helper import LiveServer

from servicefinder.cases.domain.bounces import mark_bounced
from servicefinder.cases.domain.contents import Contents, Person, Price, Row, Section
from servicefinder.cases.domain.deciding import decide
from servicefinder.cases.domain.journal import Actor
from servicefinder.cases.enums import CaseState
from servicefinder.cases.models import Case
from tests.browser_looks import is_fine
from tests.cases.backoffice.conftest import House, url

pytestmark = [
    # What migrations put there, such as the root of pages, is needed.
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.server("chromium"),
    pytest.mark.slow,
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
LONG = "Straßenverkehrszulassungsordnungsausnahmegenehmigungsverfahren"


@pytest.fixture
def case(house: House) -> Case:
    """Late, unpaid, decided without an address that works, and with long words."""
    contents = Contents(
        Person("von Lüdenscheidt-Donaudampfschiff", "Friederike Annegret", "f@example.org"),
        (Section("Anliegen", (Row("Worum geht es?", LONG), Row("Seit wann?", "gestern"))),),
        price=(Price("Gebühr", 3700),),
    )
    case = house.case(contents=contents, payment_way="invoice")
    Case.objects.filter(pk=case.pk).update(due_on=timezone.localdate().replace(year=2020))
    case.refresh_from_db()
    decide(case, title="Bescheid", text="Ja.", legal_remedy="Widerspruch.", by=Actor("Otto Amt"))
    mark_bounced(case.pk)
    house.case()
    return case


def context_of(browser: Browser, live_server: LiveServer, house: House, **values: object) -> BrowserContext:
    session = house.client("ours-head").cookies[settings.SESSION_COOKIE_NAME].value
    context = browser.new_context(**values)  # type: ignore[arg-type]
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}
    context.add_cookies([cookie])  # type: ignore[list-item]
    return context


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_and_nothing_wider_than_the_screen(
    browser: Browser, live_server: LiveServer, house: House, case: Case, width: int, scheme: str
) -> None:
    context = context_of(
        browser, live_server, house, viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    page = context.new_page()
    for name, path in {
        "list": url("list"),
        "case": url("case", case.pk),
        "dashboard": url("dashboard"),
        "paper": url("paper"),
        "transfers": url("transfers"),
        "deputies": url("deputies"),
        "print": url("print", case.pk),
    }.items():
        page.goto(f"{live_server.url}{path}")
        # What is Wagtail's own, on every page of the back office, is not judged here.
        is_fine(page, f"{name}-{width}-{scheme}", context={"include": ["main"]}, options=RULES)
    context.close()


def test_a_case_is_taken_into_work_by_keyboard(
    browser: Browser, live_server: LiveServer, house: House, case: Case
) -> None:
    new = Case.objects.exclude(pk=case.pk).get()
    context = context_of(browser, live_server, house, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}{url('case', new.pk)}")
    page.get_by_label("Neuer Zustand").focus()
    page.keyboard.press("Home")
    page.get_by_role("button", name="Ändern", exact=True).focus()
    page.keyboard.press("Enter")

    expect(page.get_by_text("Der Vorgang ist jetzt: in Bearbeitung.")).to_be_visible()
    new.refresh_from_db()
    assert new.state == CaseState.IN_WORK
    context.close()
