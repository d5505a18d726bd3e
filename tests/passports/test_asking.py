"""The citizen's page: one answer per state, one for everything unknown, and nothing kept."""

import html
import json
import re
from base64 import b64encode
from datetime import timedelta
from hashlib import sha256

import pytest
from django.test import Client
from django.utils import timezone

from capabilities.domain.tickets import issue_ticket
from servicefinder.passports.domain import admitting
from servicefinder.passports.models import ReadyMail
from tests.factories.catalogue import OfficePageFactory, home_page
from tests.factories.passports import FACT, SERIAL, deliver, in_charge, line, pickup_place

pytestmark = pytest.mark.django_db
ORIGIN = {"HTTP_ORIGIN": "http://testserver"}


@pytest.fixture
def city(settings):
    home_page()
    office = OfficePageFactory(title="Bürgeramt Mitte", open=True)
    in_charge(office.office.department)
    pickup_place(office.office)
    return office


@pytest.fixture
def no_minimum(monkeypatch):
    monkeypatch.setattr("servicefinder.passports.forms.asking.PassportForm.min_age", timedelta(0))


def ask(serial=SERIAL, fact=FACT, path="/ausweisstatus/", **headers):
    data = {"serial": serial, "fact": fact, "ticket": issue_ticket("passports.ask")}
    return Client().post(path, data, **ORIGIN, **headers)


def past_the_allowance():
    """Of one address, with as many numbers."""
    for number in range(admitting.FREE_PER_ADDRESS):
        ask(f"T2200{1000 + number}")


def hidden(response, name):
    found = re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())
    return found and found[1]


def follow(response, path, purpose="passports.pair", **data):
    headers = {name: data.pop(name) for name in list(data) if name.isupper()}
    data = {"pair": hidden(response, "pair"), "ticket": issue_ticket(purpose), **data}
    return Client().post(path, data, **ORIGIN, **headers)


def solved(response):
    """What the script on the page sends."""
    task = json.loads(html.unescape(re.search(r'data-challenge="([^"]*)"', response.content.decode())[1]))
    number = next(
        n
        for n in range(task["maxnumber"] + 1)
        if sha256(f"{task['salt']}{n}".encode()).hexdigest() == task["challenge"]
    )
    return b64encode(json.dumps({**task, "number": number}).encode()).decode()


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("herstellung", "wird noch hergestellt"),
        ("bereit", "ist abholbereit"),
        ("ausgehaendigt", "wurde ausgehändigt"),
    ],
)
def test_each_state_has_its_answer(city, no_minimum, status, said):
    deliver(line(status=status))

    assert said in ask().content.decode()


def test_ready_says_where_when_and_what_to_bring(city, no_minimum):
    deliver(line())

    page = ask().content.decode()

    for wanted in ("Bürgeramt Mitte", "Vollmacht", "PIN-Brief", "vollmacht.pdf", "Was bringen Sie mit?"):
        assert wanted in page
    assert "Sagen Sie mir" not in page


def test_usual_time_is_told_from_twenty_measured_on(city, no_minimum):
    serials = [f"T2200{number:04}" for number in range(100, 121)]
    deliver(
        *(line(serial, days=-2, ordered=-20) for serial in serials),
        line(status="herstellung", days=-5),
    )

    assert "Üblich sind 18 Tage" in ask().content.decode()


def without_tokens(response):
    text = response.content.decode()
    return re.sub(r'(name="(?:ticket|pair)" value=")[^"]*"', r'\1"', text)


def test_unknown_wrong_fact_and_not_yet_registered_are_one_answer(city, no_minimum):
    deliver(line())

    unknown, wrong = ask("T22000134"), ask(fact="1.1.1970")

    assert unknown.status_code == wrong.status_code == 200
    assert without_tokens(unknown) == without_tokens(wrong)
    assert dict(unknown.headers) == dict(wrong.headers)
    assert len(unknown.content) == len(wrong.content)


def test_all_answers_are_equally_long_and_uncompressed(city, no_minimum):
    deliver(line(), line("T22000134", status="herstellung"), line("T22000155", status="ausgehaendigt"))

    answers = [
        ask(serial, HTTP_ACCEPT_ENCODING="gzip") for serial in (SERIAL, "T22000134", "T22000155", "T22000176")
    ]

    assert len({len(each.content) for each in answers}) == 1
    assert len({tuple(sorted(each.headers.items())) for each in answers}) == 1


@pytest.mark.parametrize("typed", ["t22 000 129", "T22OOO129", "T220001293", " T22-000-129-3 "])
def test_confused_letters_and_check_digit_are_understood(city, no_minimum, typed):
    deliver(line())

    assert "ist abholbereit" in ask(typed).content.decode()


def test_typing_error_is_told_beside_the_field_and_nothing_is_lost(city, no_minimum):
    response = ask("T220001294", "12.3.1980")

    page = response.content.decode()
    assert response.status_code == 422
    assert "Prüfziffer" in page
    assert 'value="T220001294"' in page and 'value="12.3.1980"' in page


def test_headers_keep_it_private(city, no_minimum):
    response = ask()

    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert not response.cookies
    assert SERIAL not in response.content.decode()


def test_english_page_speaks_english(city, no_minimum):
    home_page("en")
    deliver(line())

    said = ask(path="/en/ausweisstatus/").content.decode()
    ready = timezone.localdate() - timedelta(days=3)
    assert "Your document is ready to be collected" in said
    assert f"It has been ready since {ready.day} {ready:%B %Y}." in said


def test_past_the_allowance_a_turn_lets_in_once_without_script(city, no_minimum, monkeypatch):
    deliver(line())
    for _ in range(admitting.FREE_PER_NUMBER):
        assert "abholbereit" in ask().content.decode()

    slowed = ask()
    assert "Einen Moment bitte" in slowed.content.decode()
    assert SERIAL not in slowed.content.decode()
    place = follow(slowed, "/ausweisstatus/weiter/", wait="1")
    ticket = hidden(place, "turn")
    early = follow(place, "/ausweisstatus/weiter/", turn=ticket)
    assert "Ihr Warteplatz gilt ab" in early.content.decode() and hidden(early, "turn") == ticket
    later = timezone.now().timestamp() + 60
    monkeypatch.setattr("limits.domain.turns.time.time", lambda: later)
    assert "ist abholbereit" in follow(early, "/ausweisstatus/weiter/", turn=ticket).content.decode()
    assert "Einen Moment" in follow(early, "/ausweisstatus/weiter/", turn=ticket).content.decode()


def test_past_the_allowance_a_proof_of_work_lets_in_once(city, no_minimum, monkeypatch):
    monkeypatch.setattr(admitting, "FIRST_TASK", 500)
    deliver(line())
    past_the_allowance()
    slowed = ask()
    proof = solved(slowed)

    assert "ist abholbereit" in follow(slowed, "/ausweisstatus/weiter/", proof=proof).content.decode()
    assert "Einen Moment" in follow(slowed, "/ausweisstatus/weiter/", proof=proof).content.decode()


def from_network(number):
    return {"REMOTE_ADDR": f"198.51.{number}.7"}


def test_one_number_asked_for_from_everywhere_costs_tasks_and_never_locks_out(city, no_minimum, monkeypatch):
    monkeypatch.setattr(admitting, "FIRST_TASK", 500)
    deliver(line())
    for number in range(admitting.FREE_PER_NUMBER):
        ask(fact=f"{1 + number}.1.1970", **from_network(number))

    slowed = ask(**from_network(99))
    assert "Einen Moment" in slowed.content.decode()
    assert "nichts sagen" in ask("T22000134", **from_network(99)).content.decode()
    for _ in range(admitting.PROVED_FOR_ONE_NUMBER):
        again = ask(fact="1.1.1971", **from_network(1))
        follow(again, "/ausweisstatus/weiter/", proof=solved(again), **from_network(1))
    refused = ask(fact="1.1.1971", **from_network(1))
    place = follow(refused, "/ausweisstatus/weiter/", proof=solved(refused), **from_network(1))
    assert "Ihr Warteplatz gilt ab" in place.content.decode()

    # The citizen, from a network of his own, still gets in with the task.
    proof = solved(slowed)
    answered = follow(slowed, "/ausweisstatus/weiter/", proof=proof, **from_network(99))
    assert "ist abholbereit" in answered.content.decode()


def test_a_turn_for_one_number_is_none_for_another(city, no_minimum, monkeypatch):
    deliver(line())
    past_the_allowance()
    place = follow(ask("T22000134"), "/ausweisstatus/weiter/", wait="1")
    later = timezone.now().timestamp() + 60
    monkeypatch.setattr("limits.domain.turns.time.time", lambda: later)

    other = follow(ask(), "/ausweisstatus/weiter/", turn=hidden(place, "turn"))

    assert "Einen Moment" in other.content.decode()


def test_a_question_that_was_not_answered_orders_no_mail(city, no_minimum):
    deliver(line(status="herstellung"))
    past_the_allowance()

    said = follow(ask(), "/ausweisstatus/benachrichtigung/", email="zwetschge@quitte.example")

    assert "zu lange her" in said.content.decode()
    assert not ReadyMail.objects.exists()


def test_no_limits_are_lost_with_the_cache(city, no_minimum, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1",
        }
    }
    past_the_allowance()

    assert "Einen Moment" in ask().content.decode()


def test_locked_database_says_so_and_keeps_what_was_typed(city, no_minimum, monkeypatch):
    from django.db import OperationalError

    def locked(*args, **kwargs):
        raise OperationalError("database is locked")

    monkeypatch.setattr("servicefinder.passports.views.asking.admits", locked)

    response = ask()

    assert response.status_code == 503
    assert "Gerade können wir nicht nachsehen" in response.content.decode()
    assert SERIAL in response.content.decode()


def test_queries_are_bounded_and_equal_for_all_answers(city, no_minimum, django_assert_max_num_queries):
    deliver(line(), line("T22000134", status="herstellung"))
    ask()

    for serial in (SERIAL, "T22000134", "T22000176"):
        with django_assert_max_num_queries(8) as counted:
            ask(serial)
        assert len(counted) <= 8


def test_address_alone_is_never_enough(city):
    for path in ("/ausweisstatus/weiter/", "/ausweisstatus/benachrichtigung/"):
        assert Client().get(path).status_code == 302
    assert Client().get("/ausweisstatus/benachrichtigung/K1nothing/").status_code == 410
    assert Client().get("/ausweisstatus/vollmacht.pdf").content.startswith(b"%PDF")
    assert not ReadyMail.objects.exists()
