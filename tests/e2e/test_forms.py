"""Citizens fill in a form: with mistakes and without JavaScript, by keyboard on a phone with a photograph."""

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import BrowserContext, Locator, Page, expect

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
ERRORS = re.compile("Bitte prüfen Sie Ihre Angaben")


def photograph() -> dict[str, object]:
    picture = BytesIO()
    Image.new("RGB", (64, 48), "teal").save(picture, "JPEG")
    return {"name": "Stufe am Eingang.jpg", "mimeType": "image/jpeg", "buffer": picture.getvalue()}


def check(page: Page) -> None:
    """No axe violation in light and dark, nothing wider than the screen."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        violations = Axe().run(page, options=RULES).response["violations"]
        found = [f"{each['id']} {each['nodes'][0]['target']}" for each in violations]
        assert found == [], f"{page.title()} ({scheme})"
    wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wider) <= 0, page.title()


def send(page: Page) -> None:
    """Who fills in a whole form within three seconds is asked to send once more."""
    button = page.get_by_role("button", name="Jetzt absenden")
    follow(button)
    while page.get_by_text("Das ging sehr schnell").count():
        page.wait_for_timeout(1000)
        follow(button)


def go_on(page: Page) -> None:
    follow(page.get_by_role("button", name="Weiter", exact=True))


def follow(control: Locator) -> None:
    """By keyboard to the page behind a button or link."""
    with control.page.expect_navigation():
        press(control)


def test_without_javascript_with_mistakes(without_script: Page):
    page = without_script
    page.goto("/formular/fundsache-melden/")
    page.get_by_role("button", name="Jetzt ausfüllen").click()

    expect(page.get_by_text("Schritt 1 von")).to_be_visible()
    go_on(page)
    expect(page).to_have_title(re.compile("^Fehler: "))
    expect(page.get_by_role("alert")).to_contain_text(ERRORS)
    page.get_by_label("gefunden", exact=True).check()
    page.get_by_label("Was ist es?").select_option(label="Fahrrad oder Roller")
    go_on(page)

    page.get_by_label("Beschreibung").fill("Blaues Damenrad mit Korb")
    page.get_by_label(re.compile("Was ist die Sache")).fill("viel")
    go_on(page)
    expect(page.get_by_role("alert")).to_contain_text(ERRORS)
    expect(page.get_by_label("Beschreibung")).to_have_value("Blaues Damenrad mit Korb")
    page.get_by_label(re.compile("Was ist die Sache")).fill("250,00")
    go_on(page)

    page.get_by_label("Ort", exact=True).fill("Bahnhofstraße")
    for label, value in (("Tag", "1"), ("Monat", "2"), ("Jahr", "2026")):
        page.get_by_role("group", name="Tag").get_by_label(label, exact=True).fill(value)
    go_on(page)

    page.get_by_label("bei mir; ich bewahre sie auf").check()
    for question in ("Möchten Sie Finderlohn?", re.compile("Möchten Sie die Sache haben")):
        page.get_by_role("group", name=question).get_by_label("Nein").check()
    page.get_by_role("button", name="Zurück").click()
    expect(page.get_by_label("Ort", exact=True)).to_have_value("Bahnhofstraße")
    go_on(page)
    expect(page.get_by_label("bei mir; ich bewahre sie auf")).to_be_checked()
    go_on(page)

    page.get_by_label("Vornamen").fill("Erika")
    page.get_by_label("Familienname").fill("Müller-Lüdenscheidt")
    page.get_by_label("E-Mail-Adresse").fill("erika@example.org")
    go_on(page)
    expect(page.get_by_role("main")).to_contain_text("250,00")
    send(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("Ihre Angaben sind da")
    expect(page.get_by_role("main")).to_contain_text("Ihr Aktenzeichen")
    follow(page.get_by_role("link", name="Vorgang ansehen"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.slow
def test_by_keyboard_on_a_phone_with_a_photograph(phone: Page):
    page = phone
    page.goto("/formular/barriere-melden/")
    check(page)
    follow(page.get_by_role("button", name="Jetzt ausfüllen"))

    check(page)
    page.get_by_label("in einem Gebäude der Stadt").focus()
    page.keyboard.press("Space")
    building = page.get_by_label("Gebäude oder Straße")
    expect(building).to_be_visible()  # The script asked the server what this answer leads to.
    building.focus()
    page.keyboard.type("Rathaus, Seiteneingang")
    follow(building)

    check(page)
    page.get_by_label("Beschreibung").focus()
    page.keyboard.type("Am Eingang ist eine Stufe.")
    page.get_by_label(re.compile("Foto")).set_input_files(photograph())  # type: ignore[arg-type]
    follow(page.get_by_role("button", name="Ausgewählte Datei hochladen"))
    expect(page.get_by_text("Stufe am Eingang.jpg").first).to_be_visible()
    expect(page.get_by_label("Beschreibung")).to_have_value("Am Eingang ist eine Stufe.")
    check(page)
    go_on(page)

    page.get_by_label("nein", exact=True).focus()
    page.keyboard.press("Space")
    go_on(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("Stimmt alles?")
    check(page)
    send(page)
    expect(page.get_by_role("main")).to_contain_text("Ihr Aktenzeichen")
    check(page)


def press(control: Locator) -> None:
    control.focus()
    control.press("Enter")


def tick(control: Locator) -> None:
    control.focus()
    control.press("Space")


def fill_day(group: Locator, day: str, month: str, year: str) -> None:
    for label, value in (("Tag", day), ("Monat", month), ("Jahr", year)):
        group.get_by_label(label, exact=True).fill(value)


@pytest.mark.slow
def test_two_children_with_a_mistake_in_the_second_and_a_pause(
    phone: Page, new_context: Callable[..., BrowserContext]
):
    """By keyboard; the error leads to its box, the link goes on elsewhere, and the change keeps the rest."""
    page = phone
    page.goto("/formular/kita-vormerkung/")
    check(page)
    follow(page.get_by_role("button", name="Jetzt ausfüllen"))
    tick(page.get_by_label("wohnt in Auenstadt"))
    check(page)
    go_on(page)

    follow(page.get_by_role("button", name="Hinzufügen: Kind"))
    for number, (name, month) in enumerate((("Ida", "8"), ("Emil", "13")), 1):
        child = page.get_by_role("group", name=f"Kind {number}", exact=True)
        child.get_by_label("Vornamen").fill(name)
        child.get_by_label("Familienname").fill("Kaya")
        fill_day(child.get_by_role("group", name=re.compile("^Geburtstag")), "24", month, "2025")
        fill_day(child.get_by_role("group", name=re.compile("^Gewünschter")), "1", "8", "2027")
        tick(child.get_by_label("bis 8 Stunden"))
    go_on(page)
    expect(page.get_by_role("alert")).to_contain_text(ERRORS)
    check(page)
    link = page.get_by_role("alert").get_by_role("link")
    expect(link).to_have_text(re.compile("^Kind 2, Geburtstag"))
    press(link)
    expect(page.locator("#id_kinder-1-geburtstag_0")).to_be_focused()
    child = page.get_by_role("group", name="Kind 2", exact=True)
    expect(child.get_by_label("Vornamen")).to_have_value("Emil")
    fill_day(child.get_by_role("group", name=re.compile("^Geburtstag")), "24", "11", "2025")
    go_on(page)

    tick(page.get_by_label("Ich erziehe allein"))
    check(page)
    follow(page.get_by_role("button", name="Speichern und später weitermachen"))
    check(page)
    kept = page.locator(".kept-link a").get_attribute("href")
    assert kept

    page = new_context(viewport={"width": 320, "height": 640}).new_page()
    page.goto(re.sub("^https?://[^/]+", "", kept))
    expect(page.get_by_label("Ich erziehe allein")).to_be_checked()
    tick(page.get_by_role("group", name=re.compile("^Brauchen Sie mehr")).get_by_label("Nein"))
    go_on(page)
    page.get_by_label("Name der Kita").fill("Städtische Kita Gerberweg")
    tick(page.get_by_role("group", name=re.compile("^Dürfen wir")).get_by_label("Ja"))
    check(page)
    go_on(page)

    name = page.get_by_role("group", name="Ihr Name")
    name.get_by_label("Vornamen").fill("Zeynep")
    name.get_by_label("Familienname").fill("Kaya")
    tick(page.get_by_label("allein sorgeberechtigt", exact=True))
    page.get_by_label("Straße und Hausnummer").fill("Lindenallee 32")
    page.get_by_label("Postleitzahl").fill("35990")
    page.get_by_label("Ort", exact=True).fill("Auenstadt")
    page.get_by_label("E-Mail-Adresse").fill("zeynep.kaya@example.org")
    tick(page.get_by_label(re.compile("^Alle Sorgeberechtigten")))
    check(page)
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Stimmt alles?")
    expect(page.get_by_role("main")).to_contain_text("24. November 2025")
    check(page)
    follow(page.get_by_role("link", name=re.compile("Welche Kitas")))
    page.get_by_label("Name der Kita").fill("Kita Arche")
    go_on(page)
    expect(page.get_by_role("main")).to_contain_text("Kita Arche")
    send(page)
    expect(page.get_by_role("main")).to_contain_text("Ihr Aktenzeichen")
    check(page)
