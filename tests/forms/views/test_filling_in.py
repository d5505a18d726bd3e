"""A citizen fills in a form, with mistakes and without, from the first page to the confirmation."""

import re
from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from capabilities.domain.tickets import issue_ticket
from home.models.base import forget_language_codes
from servicefinder.cases.models import Case
from servicefinder.cases.wording import day_in
from servicefinder.forms.domain.drafts import OpenDraft, open_draft, save_step, start
from servicefinder.forms.models import Draft, DraftFile, FormPage, FormVersion
from servicefinder.forms.views import steps
from tests.factories.catalogue import home_page
from tests.factories.forms import DEFINITION, filled_draft, form_version

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
START = "/formular/hund-anmelden/"
DOG = {"was": "weg", "grund": "verzogen", "rufname": "Bello", "alter": "3"}


@pytest.fixture(autouse=True)
def languages_of_this_test() -> None:
    forget_language_codes()


@pytest.fixture
def browser() -> Client:
    return Client(headers={"Sec-Fetch-Site": "same-origin"})


def guard() -> dict[str, str]:
    return {"guard-ticket": issue_ticket("onlineforms"), "guard-website": ""}


def begun(**values: Any) -> OpenDraft:
    _, token = start(form_version(), "de", **values)
    return open_draft(token)


def path(draft: OpenDraft, rest: str = "") -> str:
    return f"{START}{draft.token}/{rest}"


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())


def old_enough() -> None:
    Draft.objects.update(created_at=timezone.now() - timedelta(minutes=1))


def test_the_whole_way(browser: Client) -> None:
    form_version()
    assert "Alle Hunde brauchen eine Marke." in text(browser.get(START))

    begun = browser.post(START, guard())
    assert begun.status_code == 303
    address = browser.get(begun["Location"])["Location"]
    page = browser.get(address)
    assert "Schritt 1 von 3" in text(page)
    assert (page["Referrer-Policy"], page["Cache-Control"]) == ("no-referrer", "no-store")
    assert not page.cookies

    address = browser.post(address, DOG | guard())["Location"]
    assert address.endswith("/person/")
    person = {"name_given_names": "Erika", "name_family_name": "Müller", "email": "e@example.org"}
    address = browser.post(address, person | guard())["Location"]
    assert address.endswith("/zusammenfassung/")
    page = text(browser.get(address))
    assert "verzogen" in page and "5,00\xa0€" in browser.get(address).content.decode()

    old_enough()
    address = browser.post(address, guard())["Location"]
    page = text(browser.get(address))

    case = Case.objects.get()
    assert address.endswith("/fertig/")
    assert case.reference in page and "Wir schicken Ihnen die Marke." in page and "K1-" in page
    assert "<title>Ihre Angaben sind da – Hund anmelden" in page


def test_a_link_fills_in_lines_of_text_and_nothing_else(browser: Client) -> None:
    form_version()

    begun = browser.post(f"{START}?rufname=Bello&grund=verzogen&was=weg&name_family_name=Müller", guard())
    address = browser.get(begun["Location"])["Location"]
    page = BeautifulSoup(browser.get(address).content, "html.parser")
    assert page.select_one("[name=rufname]")["value"] == "Bello"
    assert not page.select("[name=was][checked], [name=was] option[selected]:not([value=''])")

    answer = browser.post(
        address, {"was": "weg", "rufname": "Bello", "_shown": "was,rufname,alter"} | guard()
    )
    page = BeautifulSoup(answer.content, "html.parser")
    assert page.select_one("[name=grund]")["value"] == "verzogen"


@pytest.mark.parametrize("query", ["rufname=" + "x" * 900, "rufname=%00", "x=1&rufname="])
def test_what_a_field_would_not_take_is_not_filled_in(browser: Client, query: str) -> None:
    form_version()

    begun = browser.post(f"{START}?{query}", guard())
    page = browser.get(browser.get(begun["Location"])["Location"])

    assert not BeautifulSoup(page.content, "html.parser").select_one("[name=rufname]").get("value")


def test_mistakes_are_named_and_nothing_is_lost(browser: Client) -> None:
    draft = begun()

    page = browser.post(path(draft, "hund/"), DOG | {"rufname": "", "alter": "drei"} | guard())

    assert page.status_code == 422
    assert "<title>Fehler: " in text(page)
    assert 'href="#id_rufname"' in text(page) and 'href="#id_alter"' in text(page)
    assert 'value="drei"' in text(page) and 'value="verzogen"' in text(page)
    assert open_draft(draft.token).content.answers == {}


def test_what_an_answer_asks_for_in_the_same_step_is_shown_before_going_on(browser: Client) -> None:
    draft = begun()
    assert "Warum melden Sie ab?" not in text(browser.get(path(draft, "hund/")))
    sent = {"was": "weg", "rufname": "Bello", "_shown": "was,rufname,alter"}

    page = browser.post(path(draft, "hund/"), sent | guard())

    assert page.status_code == 200
    assert "Warum melden Sie ab?" in text(page) and "Bitte prüfen Sie" not in text(page)
    assert 'value="Bello"' in text(page)
    again = browser.post(path(draft, "hund/"), sent | {"_shown": "was,grund,rufname,alter"} | guard())
    assert again.status_code == 422


def test_the_script_asks_without_a_judgement(browser: Client) -> None:
    draft = begun()

    page = browser.post(
        path(draft, "hund/"), {"was": "weg", "_shown": "was,rufname,alter", "_do": "check"} | guard()
    )

    assert page.status_code == 200
    assert "Warum melden Sie ab?" in text(page) and "kern-error" not in text(page)
    assert open_draft(draft.token).content.answers == {}


def test_a_stop_is_said_at_once_with_a_way_on(browser: Client) -> None:
    draft = begun()

    address = browser.post(path(draft, "hund/"), DOG | {"alter": "31"} | guard())["Location"]

    assert address == path(draft, "hund/hinweis/")
    page = text(browser.get(address))
    assert "So alt wird kein Hund." in page and "Zum Tierheim" in page
    assert browser.get(path(draft, "person/"))["Location"] == path(draft, "hund/")


def test_back_keeps_what_was_typed(browser: Client) -> None:
    draft = begun()
    browser.post(path(draft, "hund/"), DOG | guard())

    back = browser.post(path(draft, "person/"), {"email": "e@example.org", "_do": "back"} | guard())

    assert back["Location"] == path(draft, "hund/")
    assert open_draft(draft.token).content.answers["email"] == "e@example.org"


def test_a_change_leads_back_to_the_summary(browser: Client) -> None:
    draft = filled_draft()
    assert f"{path(draft, 'hund/')}?aendern" in text(browser.get(path(draft, "zusammenfassung/")))

    changed = browser.post(path(draft, "hund/?aendern"), DOG | {"rufname": "Rex"} | guard())

    assert changed["Location"] == path(draft, "zusammenfassung/")


def test_files_go_with_the_other_answers_and_can_be_taken_away(browser: Client) -> None:
    draft = begun()
    draft = save_step(draft, draft.form.steps[0], {"was": "neu", "rufname": "Bello"}, done=True)
    address = path(draft, "nachweis/")
    bad, good = SimpleUploadedFile("virus.exe", b"MZ"), SimpleUploadedFile("pass.pdf", PDF)

    page = browser.post(address, {"bemerkung": "Chip folgt", "impfpass": [bad, good]} | guard())
    assert page.status_code == 422
    assert "Chip folgt" in text(page) and "pass.pdf" in text(page)

    (listed,) = open_draft(draft.token).content.answers["impfpass"]
    page = browser.post(address, {"_do": f"remove:{listed['id']}", "bemerkung": "Chip folgt"} | guard())
    assert "pass.pdf" not in text(page) and "Chip folgt" in text(page)
    assert browser.post(address, guard()).status_code == 422

    sent = browser.post(address, {"impfpass": SimpleUploadedFile("pass.pdf", PDF)} | guard())
    assert sent["Location"] == path(draft, "person/")


def test_no_more_files_than_allowed(browser: Client) -> None:
    draft = begun()
    draft = save_step(draft, draft.form.steps[0], {"was": "neu", "rufname": "Bello"}, done=True)
    two = [SimpleUploadedFile(f"{n}.pdf", PDF) for n in range(2)]
    browser.post(path(draft, "nachweis/"), {"impfpass": two, "_do": "upload"} | guard())

    page = browser.post(path(draft, "nachweis/"), {"impfpass": SimpleUploadedFile("3.pdf", PDF)} | guard())

    assert page.status_code == 422 and "höchstens 2 Dateien" in text(page)


@pytest.mark.parametrize("sent", [{"_do": "check"} | guard(), {"_do": "upload", "guard-ticket": "x"}])
def test_files_that_are_not_kept_are_not_opened(
    browser: Client, monkeypatch: pytest.MonkeyPatch, sent: dict[str, str]
) -> None:
    draft = begun()
    draft = save_step(draft, draft.form.steps[0], {"was": "neu", "rufname": "Bello"}, done=True)
    opened: list[str] = []
    monkeypatch.setattr("uploads.forms.check_upload", lambda file, name, *_, **__: opened.append(name))

    file = SimpleUploadedFile("pass.pdf", PDF)
    page = browser.post(path(draft, "nachweis/"), {"impfpass": file, "bemerkung": "Chip folgt"} | sent)

    assert opened == []
    assert "Chip folgt" in text(page) and "pass.pdf" not in text(page)
    assert "Bitte laden Sie eine Datei" not in text(page)


def test_files_that_are_refused_count_as_well(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = begun()
    draft = save_step(draft, draft.form.steps[0], {"was": "neu", "rufname": "Bello"}, done=True)
    monkeypatch.setattr(steps, "UPLOADS_PER_HOUR", 1)

    answers = [
        browser.post(path(draft, "nachweis/"), {"impfpass": SimpleUploadedFile("x.exe", b"MZ")} | guard())
        for _ in range(2)
    ]

    assert [answer.status_code for answer in answers] == [422, 429]


def test_pressing_twice_is_one_case_and_one_confirmation(browser: Client) -> None:
    draft = filled_draft()
    old_enough()

    first = browser.post(path(draft, "zusammenfassung/"), guard())
    second = browser.post(path(draft, "zusammenfassung/"), guard())

    assert first["Location"] == second["Location"] == path(draft, "fertig/")
    assert Case.objects.count() == 1
    assert browser.get(path(draft, "hund/"))["Location"] == path(draft, "fertig/")


def test_a_robot_is_too_fast_and_people_are_told_to_send_again(browser: Client) -> None:
    draft = filled_draft()

    page = browser.post(path(draft, "zusammenfassung/"), guard())

    assert page.status_code == 422 and "sehr schnell" in text(page)
    assert not Case.objects.exists()


def test_a_lost_ticket_keeps_the_input(browser: Client) -> None:
    draft = begun()

    page = browser.post(path(draft, "hund/"), DOG | {"guard-ticket": "x"})

    assert page.status_code == 422 and 'value="Bello"' in text(page)


def test_from_another_site_nothing_is_taken() -> None:
    draft = filled_draft()
    old_enough()

    page = Client(headers={"Sec-Fetch-Site": "cross-site"}).post(path(draft, "zusammenfassung/"), guard())

    assert page.status_code == 403 and not Case.objects.exists()


def test_unknown_and_expired_links_show_a_way_on(browser: Client) -> None:
    draft = begun()
    unknown = browser.get(f"{START}K1unbekannt0123456789/hund/")
    Draft.objects.update(expires_at=timezone.now())
    expired = browser.get(path(draft, "hund/"))

    assert (unknown.status_code, expired.status_code) == (404, 410)
    assert f'href="{START}"' in text(unknown) and f'href="{START}"' in text(expired)


def test_a_draft_outlives_its_page(browser: Client) -> None:
    draft = begun()
    page = FormPage.objects.get()
    page.unpublish()

    assert browser.get(START).status_code == 404
    assert browser.get(path(draft, "hund/")).status_code == 200


def test_who_comes_back_late_is_warned_and_every_answer_gives_another_fortnight(browser: Client) -> None:
    draft = begun()
    assert "nur noch bis zum" not in text(browser.get(path(draft, "hund/")))
    Draft.objects.update(expires_at=timezone.now() + timedelta(days=1))

    page = text(browser.get(path(draft, "hund/")))
    browser.post(path(draft, "hund/"), DOG | guard())

    assert "Ihre Angaben sind nur noch bis zum" in page and "bleiben sie wieder 14 Tage" in page
    assert "nur noch bis zum" not in text(browser.get(path(draft, "person/")))


def test_later_means_the_link_and_a_mail_without_content(
    browser: Client, django_assert_max_num_queries: Any
) -> None:
    from outbox.models import OutgoingMail

    draft = begun()
    stopped = browser.post(path(draft, "hund/"), {"rufname": "Bello", "_do": "later"} | guard())
    assert stopped["Location"] == path(draft, "unterbrechen/")

    sent = browser.post(stopped["Location"], {"guard-email": "e@example.org"} | guard())

    assert sent.status_code == 303
    mail = OutgoingMail.objects.get()
    assert draft.token in mail.text and "Bello" not in mail.text
    assert open_draft(draft.token).content.answers["rufname"] == "Bello"


def test_in_english(browser: Client) -> None:
    draft = filled_draft()

    page = text(browser.get(f"/en{path(draft, 'person/')}"))

    assert "Who are you?" in page and "Your name" in page and "Step 2 of 3" in page
    assert day_in(timezone.localdate(draft.row.expires_at), "en") in page


def test_what_is_sent_in_english_is_followed_in_english(browser: Client) -> None:
    draft = filled_draft()
    browser.get(f"/en{path(draft, 'zusammenfassung/')}")
    old_enough()

    address = browser.post(f"/en{path(draft, 'zusammenfassung/')}", guard())["Location"]
    page = BeautifulSoup(browser.get(address).content, "html.parser")

    case = Case.objects.get()
    links = [str(link["href"]) for link in page.select("main .buttons a")]
    assert case.language == "en" and len(links) == 2
    assert all(link.startswith("/en/vorgang/K1-") for link in links)
    shown = page.main.get_text(" ", strip=True) if page.main else ""
    assert "/en/vorgang/" in shown and "€5.00" in shown
    assert day_in(case.due_on, "en") in shown
    assert not re.search(r"\d\. [A-Z]", shown)


def test_a_form_with_an_english_title_begins_in_english(browser: Client) -> None:
    home_page("en")
    page = form_version().form.pages.get()
    assert browser.get(f"/en{START}").status_code == 404
    FormPage.objects.filter(pk=page.pk).update(english_texts={page.title: "Register a dog"})

    german, english = browser.get(START), browser.get(f"/en{START}")
    begun = browser.post(f"/en{START}", guard())

    assert f'href="/en{START}"' in text(german)
    assert f'href="{START}"' in text(english) and "Start now" in text(english)
    assert begun["Location"].startswith(f"/en{START}")
    assert Draft.objects.get().language == "en"


def test_what_is_wrong_by_now_is_said_before_a_case_is_made(browser: Client) -> None:
    definition = deepcopy(DEFINITION)
    day = {"name": "ab", "kind": "date", "label": "Ab wann?", "options": {"earliest": "today"}}
    definition["steps"][2]["fields"].append(day)
    draft = filled_draft(form_version(definition))
    yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
    save_step(draft, draft.form.steps[2], {"ab": yesterday}, done=True)
    old_enough()

    sent = browser.post(path(draft, "zusammenfassung/"), guard())
    page = browser.get(sent["Location"])

    assert sent["Location"] == path(draft, "person/")
    assert "<title>Fehler: " in text(page) and 'href="#id_ab_0"' in text(page)
    assert "Müller-Lüdenscheidt" in text(page) and f'value="{yesterday[:4]}"' in text(page)
    assert not Case.objects.exists()


def test_a_file_that_is_gone_is_asked_for_again(browser: Client) -> None:
    draft = begun()
    sent = {"was": "neu", "rufname": "Bello"}
    browser.post(path(draft, "hund/"), sent | guard())
    pdf = SimpleUploadedFile("Impfpass.pdf", PDF, "application/pdf")
    browser.post(path(draft, "nachweis/"), {"impfpass": pdf} | guard())
    browser.post(path(draft, "person/"), {"name_given_names": "E", "name_family_name": "M"} | guard())
    stored = DraftFile.objects.get().file
    stored.storage.delete(stored.name)
    old_enough()

    answer = browser.post(path(draft, "zusammenfassung/"), guard())
    page = browser.get(answer["Location"])
    again = browser.post(path(draft, "nachweis/"), guard())

    assert answer["Location"] == path(draft, "nachweis/")
    assert "Das ist nicht mehr da, bitte laden Sie es noch einmal hoch: Impfpass.pdf" in text(page)
    assert again.status_code == 422 and "Bitte laden Sie eine Datei" in text(again)
    assert not Case.objects.exists()


def test_an_error_in_an_entry_is_named_and_linked(browser: Client) -> None:
    definition = deepcopy(DEFINITION)
    asked = [
        {"name": "name", "kind": "text", "label": "Vorname"},
        {"name": "tag", "kind": "date", "label": "Geburtstag"},
    ]
    group = {
        "name": "kinder",
        "kind": "group",
        "label": "Kinder",
        "options": {"entry": "Kind", "fields": asked},
    }
    definition["steps"][0]["fields"] = [group]
    definition["steps"][0]["stops"] = []
    form_version(definition)
    draft = open_draft(start(FormVersion.objects.get(), "de")[1])
    sent = {
        "kinder-count": "2",
        "kinder-0-name": "Anna",
        "kinder-0-tag_day": "1.2.2020",
        "kinder-1-name": "Ben",
    }

    page = BeautifulSoup(
        browser.post(path(draft, "hund/"), sent | {"kinder-1-tag_day": "34"} | guard()).content, "html.parser"
    )

    link = page.select_one(".error-summary a")
    assert link is not None and link.text.startswith("Kind 2, Geburtstag: ")
    target = page.find(id=str(link["href"])[1:])
    assert target is not None and target["name"] == "kinder-1-tag_day"
    assert len(page.select(".error-summary li")) == len(page.select(".entry .kern-error")) == 1


def test_tried_out_every_page_says_so(browser: Client) -> None:
    draft = filled_draft(try_out=True)
    old_enough()
    pages = [text(browser.get(path(draft, rest))) for rest in ("hund/", "zusammenfassung/")]
    pages.append(text(browser.get(browser.post(path(draft, "zusammenfassung/"), guard())["Location"])))

    assert all("probieren" in page or "Probe" in page for page in pages)
    back = reverse("onlineforms_try_out_page", args=[FormPage.objects.get().pk])
    assert [f'href="{back}"' in page for page in pages] == [True, False, True]
    assert not Case.objects.exists()


@pytest.mark.parametrize("rest", ["hund/", "person/", "zusammenfassung/"])
def test_a_page_takes_few_queries(browser: Client, rest: str, django_assert_max_num_queries: Any) -> None:
    draft = filled_draft()
    browser.get(path(draft, rest))

    with django_assert_max_num_queries(4):
        browser.get(path(draft, rest))
