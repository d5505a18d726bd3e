from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils import timezone
from icalendar import Calendar
from wagtail.models import Locale

from home.enums import Repetition
from home.models import EventCategory, EventDate, EventPage, EventSchedule
from tests.factories import home as make


def weekly(weeks=3, **fields):
    until = timezone.localdate() + timedelta(days=2, weeks=weeks - 1)
    return make.schedule(repetition=Repetition.WEEKLY, until=until, **fields)


def dates_of(page):
    return list(EventDate.objects.filter(page=page).values_list("start", "end", "all_day"))


def titles(html):
    return [title.text.strip() for title in BeautifulSoup(html, "html.parser").select(".event__title")]


class TestDates:
    def test_are_written_when_the_page_is_published(self, home):
        page = make.event_page("Wochenmarkt", weekly(4))

        assert EventDate.objects.filter(page=page).count() == 4

    def test_follow_a_changed_schedule(self, home):
        page = make.event_page("Wochenmarkt", weekly(4))

        page.schedules.set([make.schedule(days=9)])
        page.save_revision().publish()

        assert [start for start, *_ in dates_of(page)] == [make.local(9, 19)]

    def test_wait_for_the_publication(self, home):
        page = make.event_page("Wochenmarkt")
        before = dates_of(page)

        page.schedules.set([make.schedule(days=9)])
        page.save_revision()

        assert dates_of(page) == before

    def test_two_schedules_at_the_same_moment_are_one_date(self, home):
        page = make.event_page("Wochenmarkt", make.schedule(), make.schedule())

        assert len(dates_of(page)) == 1

    def test_of_a_translation_are_those_of_the_german_page(self, home):
        page = make.event_page("Weinfest")
        make.translation_of(page.get_parent(), "en", "Events")
        copy = make.translation_of(page, "en", "Wine festival")

        page.schedules.set([make.schedule(days=5), make.schedule(days=6)])
        page.save_revision().publish()

        assert dates_of(copy) == dates_of(page)
        copy.save_revision().publish()
        assert dates_of(copy) == dates_of(page)


class TestSchedule:
    def schedule(self, **fields):
        return EventSchedule(**{"start": make.local(2, 19), **fields})

    @pytest.mark.parametrize(
        ("field", "fields"),
        [
            ("end", {"end": make.local(2, 18)}),
            ("until", {"repetition": Repetition.WEEKLY}),
            ("until", {"repetition": Repetition.WEEKLY, "until": date(2020, 1, 1)}),
            ("until", {"repetition": Repetition.WEEKLY, "until": date(2099, 1, 1)}),
            ("except_on", {"except_on": "Heiligabend"}),
        ],
    )
    def test_refuses_what_cannot_be(self, field, fields):
        with pytest.raises(ValidationError) as refused:
            self.schedule(**fields).clean()

        assert list(refused.value.message_dict) == [field]

    def test_takes_what_is_right(self):
        self.schedule(
            end=make.local(2, 21),
            repetition=Repetition.WEEKLY,
            until=timezone.localdate() + timedelta(weeks=9),
            except_on=f"{timezone.localdate() + timedelta(days=9):%d.%m.%Y}",
        ).clean()

    def test_names_the_day_on_which_nothing_takes_place_anyway(self):
        right, wrong = (timezone.localdate() + timedelta(days=days) for days in (9, 10))
        schedule = self.schedule(
            repetition=Repetition.WEEKLY,
            until=timezone.localdate() + timedelta(weeks=9),
            except_on=f"{right:%d.%m.%Y}, {wrong:%d.%m.%Y}",
        )

        with pytest.raises(ValidationError) as refused:
            schedule.clean()

        [message] = refused.value.message_dict["except_on"]
        assert f"{wrong:%d.%m.%Y}" in message
        assert f"{right:%d.%m.%Y}" not in message


class TestList:
    def test_shows_dates_to_come_in_order(self, home, client):
        make.event_page("Später", make.schedule(days=9))
        make.event_page("Bald", make.schedule(days=1))
        make.event_page("Vorbei", make.schedule(days=-3))

        assert titles(client.get("/veranstaltungen/").content) == ["Bald", "Später"]

    def test_shows_each_date_of_a_repeated_event(self, home, client):
        make.event_page("Wochenmarkt", weekly(3))

        assert titles(client.get("/veranstaltungen/").content) == ["Wochenmarkt"] * 3

    def test_filters_by_category(self, home, client):
        category = EventCategory.objects.create(name="Markt", slug="markt", locale=make.german())
        make.event_page("Flohmarkt", category=category)
        make.event_page("Konzert")

        html = client.get("/veranstaltungen/?kategorie=markt").content

        assert titles(html) == ["Flohmarkt"]
        chosen = BeautifulSoup(html, "html.parser").select_one("#kategorie option[selected]")
        assert chosen["value"] == "markt"

    def test_filters_by_day_with_both_days_included(self, home, client):
        for days in (1, 2, 3, 4):
            make.event_page(f"In {days} Tagen", make.schedule(days=days))
        first, last = (timezone.localdate() + timedelta(days=days) for days in (2, 3))

        html = client.get(f"/veranstaltungen/?von={first}&bis={last}").content
        swapped = client.get(f"/veranstaltungen/?von={last}&bis={first}").content

        assert titles(html) == ["In 2 Tagen", "In 3 Tagen"]
        assert titles(swapped) == titles(html)

    def test_an_event_of_several_days_is_found_on_each_of_them(self, home, client):
        make.event_page("Stadtfest", EventSchedule(start=make.local(1), end=make.local(3), all_day=True))
        day = timezone.localdate() + timedelta(days=3)

        assert titles(client.get(f"/veranstaltungen/?von={day}&bis={day}").content) == ["Stadtfest"]

    @pytest.mark.parametrize(
        "query", ["von=morgen", "bis=9999-12-31", "kategorie=%00", "von=0001-01-01", "seite="]
    )
    def test_ignores_what_means_nothing(self, home, client, query):
        make.event_page("Weinfest")

        assert titles(client.get(f"/veranstaltungen/?{query}").content) == ["Weinfest"]

    @pytest.mark.parametrize("page", ["0", "2", "-1", "x", "99999999999999999999", "²"])
    def test_a_page_that_does_not_exist_is_not_found(self, home, client, page):
        make.event_page("Weinfest")

        assert client.get("/veranstaltungen/", {"seite": page}).status_code == 404

    def test_an_empty_choice_shows_a_way_on(self, home, client):
        html = client.get("/veranstaltungen/?von=2050-01-01").content.decode()

        assert "Dazu haben wir keine Veranstaltung" in html
        assert "Alle Veranstaltungen" in html

    def test_says_what_is_cancelled(self, home, client):
        make.event_page("Weinfest", is_cancelled=True)

        assert "abgesagt" in client.get("/veranstaltungen/").content.decode()


class TestPage:
    def test_says_when_and_where(self, home, client):
        page = make.event_page("Weinfest", place_name="Marktplatz", price="frei")

        html = BeautifulSoup(client.get(page.url).content, "html.parser").main.text

        assert "19 bis 21 Uhr" in html
        assert "Marktplatz" in html
        assert "frei" in html

    def test_says_that_it_is_over(self, home, client):
        page = make.event_page("Weinfest", make.schedule(days=-3))

        html = client.get(page.url).content.decode()

        assert "Die Veranstaltung ist vorbei" in html
        assert page.dates.get().start.strftime("%Y") in html

    def test_preview_shows_dates_that_are_not_saved_yet(self, editor_client, home):
        page = make.event_page("Weinfest")
        page.schedules.set([make.schedule(days=40)])

        response = page.make_preview_request(preview_mode="")

        assert str(make.local(40).year) in response.content.decode()
        assert f'datetime="{timezone.localdate() + timedelta(days=40)}"' in response.content.decode()


class TestCalendar:
    def events(self, client, address):
        response = client.get(address)
        assert response["Content-Type"] == "text/calendar; charset=utf-8"
        return Calendar.from_ical(response.content).walk("VEVENT")

    def test_of_one_event_holds_all_its_dates(self, home, client):
        make.event_page("Wochenmarkt", weekly(3), place_name="Marktplatz", teaser="Obst, Gemüse; und mehr")

        events = self.events(client, "/veranstaltungen/wochenmarkt/kalender/")

        assert len(events) == 3
        assert {str(event["summary"]) for event in events} == {"Wochenmarkt"}
        assert {str(event["location"]) for event in events} == {"Marktplatz"}
        assert events[0].decoded("dtstart") == make.local(2, 19)
        assert events[0].decoded("dtend") == make.local(2, 21)
        assert events[0]["url"].endswith("/veranstaltungen/wochenmarkt/")

    def test_identifiers_are_ascii_and_differ(self, home, client, settings):
        settings.BASE_URL = "https://www.mühlstadt.example"
        make.event_page("Mühlenfest", weekly(3))

        uids = [str(event["uid"]) for event in self.events(client, "/veranstaltungen/kalender/")]

        assert len(set(uids)) == 3
        assert all(uid.isascii() for uid in uids)

    def test_whole_days_end_the_day_after(self, home, client):
        make.event_page("Stadtfest", EventSchedule(start=make.local(2), end=make.local(3), all_day=True))

        (event,) = self.events(client, "/veranstaltungen/kalender/")

        assert event.decoded("dtstart") == timezone.localdate() + timedelta(days=2)
        assert event.decoded("dtend") == timezone.localdate() + timedelta(days=4)

    def test_can_be_subscribed_to_by_category(self, home, client):
        category = EventCategory.objects.create(name="Markt", slug="markt", locale=make.german())
        make.event_page("Flohmarkt", category=category)
        make.event_page("Konzert")

        events = self.events(client, "/veranstaltungen/kalender/?kategorie=markt")

        assert [str(event["summary"]) for event in events] == ["Flohmarkt"]

    def test_says_what_is_cancelled(self, home, client):
        make.event_page("Weinfest", is_cancelled=True)

        (event,) = self.events(client, "/veranstaltungen/kalender/")

        assert event["status"] == "CANCELLED"

    def test_text_cannot_become_a_new_line_of_the_file(self, home, client):
        make.event_page("Fest\r\nATTENDEE:mailto:boese@example.org")

        (event,) = self.events(client, "/veranstaltungen/kalender/")

        assert "attendee" not in event


def test_a_translated_event_shows_the_kind_in_its_language(home, client):
    german = EventCategory.objects.create(name="Markt", slug="markt", locale=make.german())
    english = Locale.objects.get(language_code="en")
    EventCategory.objects.create(
        name="Market", slug="market", locale=english, translation_key=german.translation_key
    )
    page = make.event_page("Flohmarkt", category=german)
    make.translation_of(page.get_parent(), "en", "Events")
    copy = make.translation_of(page, "en", "Flea market")

    assert "Market" in client.get(copy.url).content.decode()
    index = EventPage.objects.get(pk=copy.pk).get_parent()
    assert titles(client.get(f"{index.url}?kategorie=market").content) == ["Flea market"]
