"""Calendar files: the rules of RFC 5545 and RFC 7986, and what widely used readers do with them."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.db.models import F
from django.test import Client, RequestFactory
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from config.serving.revalidation import Revalidation
from servicefinder.addresses.models import Address
from servicefinder.waste.domain.schedules import Pickup
from servicefinder.waste.domain.subscriptions import (
    ALARMS,
    HouseholdChoice,
    UnknownCalendar,
    choice_of,
    token_for,
)
from servicefinder.waste.ical import calendar_file, folded, uid_of
from servicefinder.waste.models import Collection, Fraction, Plan
from tests.factories import waste as made
from tests.waste.random_calendars import ROWS, TEXTS


def subscription(address: Address, alarm: str = "", fractions: tuple[int, ...] = ()) -> str:
    return reverse("waste_subscription", args=[token_for(HouseholdChoice.of(address.pk, fractions, alarm))])


def events(content: bytes) -> list:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_each_day_is_an_event_of_its_own(client: Client, home: Address) -> None:
    response = client.get(subscription(home))

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    text = response.content.decode()
    assert "RRULE" not in text and "TZID" not in text and not response.content.startswith(b"\xef\xbb\xbf")
    assert "\n" not in text.replace("\r\n", "")
    assert "DTSTART;VALUE=DATE:20261221\r\nDTEND;VALUE=DATE:20261222\r\nSUMMARY:Restmüll\r\n" in text
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\nX-PUBLISHED-TTL:PT12H\r\n" in text
    assert text.count("TRANSP:TRANSPARENT") == text.count("BEGIN:VEVENT") == 4
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_shift_keeps_the_uid_and_raises_sequence_and_time(client: Client, home: Address) -> None:
    row = Collection.objects.get(day=date(2026, 12, 23))
    before = client.get(subscription(home))
    later = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
    Collection.objects.filter(pk=row.pk).update(
        day=date(2026, 12, 24), sequence=F("sequence") + 1, changed_at=later
    )

    after = client.get(subscription(home), headers={"if-none-match": before["ETag"]})

    assert after.status_code == 200
    (old,) = [each for each in events(before.content) if each["DTSTART"].dt == date(2026, 12, 23)]
    (new,) = [each for each in events(after.content) if each["DTSTART"].dt == date(2026, 12, 24)]
    assert old["UID"] == new["UID"] and "20261223" in new["UID"]
    assert (old["SEQUENCE"], new["SEQUENCE"]) == (0, 1)
    assert new["LAST-MODIFIED"].dt == new["DTSTAMP"].dt == later


def test_cancelled_day_stays_and_says_so(client: Client, home: Address) -> None:
    found = events(client.get(subscription(home, "abend")).content)

    (cancelled,) = [each for each in found if each["STATUS"] == "CANCELLED"]
    assert cancelled["DTSTART"].dt == date(2026, 12, 30)
    assert cancelled["DESCRIPTION"] == "Entfällt: Sturm, Eis; Schnee"
    assert not cancelled.walk("VALARM")


@pytest.mark.parametrize(("alarm", "hours"), [("abend", -6), ("spaet", -4), ("morgen", 6)])
def test_alarm_is_counted_from_the_start_of_the_day(
    client: Client, home: Address, alarm: str, hours: int
) -> None:
    (event, *_) = events(client.get(subscription(home, alarm)).content)

    (found,) = event.walk("VALARM")
    assert found["TRIGGER"].dt == timedelta(hours=hours)


def test_two_fetches_are_equal_and_the_second_costs_nothing(
    client: Client, home: Address, django_assert_max_num_queries
) -> None:  # type: ignore[no-untyped-def]
    first, second = client.get(subscription(home)), client.get(subscription(home))
    with django_assert_max_num_queries(1):
        third = client.get(subscription(home), headers={"if-none-match": f'"x", W/{first["ETag"]}'})

    assert first.content == second.content and first["ETag"] == second["ETag"]
    assert third.status_code == 304 and not third.content
    told = ("ETag", "Cache-Control", "Vary")
    assert [third[name] for name in told] == [first[name] for name in told]


@pytest.fixture
def asked(rf: RequestFactory) -> Callable[..., tuple[str, dict[str, str]]]:
    """Status and headers as a server gets them; `view` is the answer of Django where it is asked."""

    def view(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        start_response("200 Django", [])
        return []

    def ask(path: str, tag: str, method: str = "GET") -> tuple[str, dict[str, str]]:
        said: list[tuple[str, dict[str, str]]] = []
        environ = rf.generic(method, path, headers={"if-none-match": tag}).environ
        Revalidation(view)(environ, lambda status, headers: said.append((status, dict(headers))))
        return said[0]

    return ask


@pytest.mark.parametrize("form", ["{}", "W/{}", '"x", W/{}', "*"])
def test_a_304_is_given_before_django_and_its_log_does_not_say_whose_calendar_it_is(
    client: Client,
    home: Address,
    asked: Callable[..., Any],
    form: str,
    django_assert_num_queries: Callable[[int], AbstractContextManager[Any]],
    caplog: pytest.LogCaptureFixture,
) -> None:
    first = client.get(subscription(home))
    caplog.clear()

    with django_assert_num_queries(1), caplog.at_level(logging.INFO, "request"):
        status, headers = asked(subscription(home), form.format(first["ETag"]))
    assert status == "304 Not Modified"
    assert headers == {name: first[name] for name in ("ETag", "Cache-Control", "Vary")}
    (line,) = caplog.records
    assert (line.msg["path"], line.msg["status"]) == ("/abfuhrkalender/abo/***/kalender.ics", 304)


def test_what_is_changed_withdrawn_or_gone_is_never_unchanged(
    client: Client, home: Address, asked: Callable[..., Any]
) -> None:
    path = subscription(home)
    tag = client.get(path)["ETag"]

    assert asked(path, tag, "POST")[0] == asked(path, "x")[0] == asked("/", tag)[0] == "200 Django"
    assert asked(path.replace("/kalender.ics", "x/kalender.ics"), "*")[0] == "200 Django"
    Collection.objects.update(changed_at=datetime(2026, 12, 1, 8, 0, tzinfo=UTC))
    assert asked(path, tag)[0] == "200 Django"
    tag = client.get(path)["ETag"]
    Plan.objects.update(state="draft")
    assert asked(path, tag)[0] == "200 Django"
    home.delete()
    assert asked(path, tag)[0] == asked(path, "*")[0] == "200 Django"


def test_a_database_that_fails_is_left_to_the_view(asked: Callable[..., Any], home: Address) -> None:
    with patch("servicefinder.waste.domain.schedules._SERVING.rows", side_effect=OperationalError):
        assert asked(subscription(home), "*")[0] == "200 Django"


def test_fractions_are_chosen_and_bound_to_the_address(client: Client, home: Address) -> None:
    bio = Fraction.objects.get(key="biotonne")

    found = events(client.get(subscription(home, fractions=(bio.pk,))).content)

    assert {str(each["SUMMARY"]) for each in found} == {"Biotonne"}


def test_address_of_a_calendar_is_stable_and_cannot_be_made_up(client: Client, home: Address) -> None:
    choice = HouseholdChoice.of(home.pk, [3, 1, 3], "abend")
    token = token_for(choice)

    assert token == token_for(HouseholdChoice.of(home.pk, [1, 3], "abend")) and choice_of(token) == choice
    for wrong in (token[:-1], token.replace("abend", "spaet"), "x", "K1", "K1" + "a" * 10_000):
        with pytest.raises(UnknownCalendar):
            choice_of(wrong)
    answer = client.get(f"/abfuhrkalender/abo/{token[:-2]}/kalender.ics")
    assert answer.status_code == 404 and answer["Content-Type"].startswith("text/plain")


def test_address_of_a_calendar_survives_a_new_key_while_the_old_one_is_kept(
    client: Client, home: Address, settings
) -> None:  # type: ignore[no-untyped-def]
    path, old = subscription(home), settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another " * 8, [old]

    assert client.get(path).status_code == 200 and subscription(home) != path
    settings.SECRET_KEY_FALLBACKS = []
    assert client.get(path).status_code == 404


def test_calendar_of_a_withdrawn_plan_is_empty_and_of_a_lost_address_gone(
    client: Client, home: Address
) -> None:
    path = subscription(home)
    Plan.objects.update(state="draft")

    assert events(client.get(path).content) == []
    home.delete()
    assert client.get(path).status_code == 410


def test_download_takes_the_choice_from_the_query(client: Client, home: Address) -> None:
    bio = Fraction.objects.get(key="biotonne")
    response = client.get(
        f"/abfuhrkalender/{home.pk}/kalender.ics?art={bio.pk}&art=x&art=99999999999999&alarm=abend"
    )

    assert response["Content-Disposition"].startswith("attachment")
    assert {str(each["SUMMARY"]) for each in events(response.content)} == {"Biotonne"}


@given(TEXTS)
def test_folded_lines_are_short_and_come_back_whole(text: str) -> None:
    text = "".join(each for each in text if each not in "\r\n")
    lines = folded(text).split("\r\n")

    assert all(len(line.encode()) <= 75 for line in lines)
    assert lines[0] + "".join(line[1:] for line in lines[1:]) == text


@given(st.lists(ROWS, max_size=5), st.sampled_from(["", *ALARMS]))
def test_any_days_round_trip(rows: list[Pickup], alarm: str) -> None:
    content = calendar_file(rows, "Abfuhrkalender", alarm)

    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    read = [(str(e["UID"]), str(e["SUMMARY"]), e["DTSTART"].dt, e["DTEND"].dt) for e in events(content)]
    assert read == [(uid_of(r), r.fraction, r.day, r.day + timedelta(days=1)) for r in rows]
    assert all(uid.isascii() for uid, *_ in read)


def test_more_days_take_no_more_queries(client: Client, home: Address, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    tour = made.tour("nord", streets=())
    for day in range(1, 28):
        made.collection(tour, date(2026, 11, day))
    client.get(subscription(home))

    with django_assert_num_queries(2):
        assert len(events(client.get(subscription(home)).content)) == 31
