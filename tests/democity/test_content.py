"""The files of the demo city: whole, consistent, and as rich as promised."""

import re
from collections import Counter

import pytest
from django.urls import resolve
from django.utils import translation

from democity import content_files

SERVICES = {entry["slug"]: entry for entry in content_files.services()}
DEPARTMENTS = {entry["slug"] for entry in content_files.read("departments")["departments"]}
OFFICES = {entry["slug"] for entry in content_files.read("offices")["offices"]}
SITUATIONS = {entry["slug"] for entry in content_files.read("life_situations")["life_situations"]}
INTERNAL_LINK = re.compile(r'href="/dienstleistungen/([a-z0-9-]+)/"')


def test_the_city_is_as_large_as_promised():
    assert len(SERVICES) >= 60
    assert len(DEPARTMENTS) == 12
    assert len(OFFICES) == 10
    assert len(SITUATIONS) == 14
    assert len(content_files.read("news")["news"]) >= 20
    assert len(content_files.read("events")["events"]) >= 30


@pytest.mark.parametrize("slug", SERVICES)
def test_a_service_names_only_what_exists(slug):
    service = SERVICES[slug]

    assert service["department"] in DEPARTMENTS
    assert set(service.get("offices", [])) <= OFFICES
    assert set(service.get("life_situations", [])) <= SITUATIONS
    assert set(service.get("related", [])) <= SERVICES.keys()
    texts = str(service)
    assert set(INTERNAL_LINK.findall(texts)) <= SERVICES.keys()


@pytest.mark.parametrize("slug", SERVICES)
def test_a_service_is_fully_described(slug):
    service = SERVICES[slug]

    assert len(service["teaser"]) <= 150
    assert 40 <= len(service["summary"]) <= 300
    assert service.get("steps")
    assert service.get("hints") or service.get("further_information")
    assert service.get("fees") or service.get("fees_note")
    assert service.get("processing") or service.get("processing_note") or service.get("deadlines")


def test_nearly_every_service_names_its_law():
    assert sum("legal_bases" in service for service in SERVICES.values()) >= len(SERVICES) - 3


def test_no_two_services_say_the_same():
    sentences = Counter()
    for service in SERVICES.values():
        sentences.update(
            {service["teaser"], service["summary"], *(s.get("text", "") for s in service["steps"])}
        )

    assert [text for text, number in sentences.items() if number > 1 and len(text) > 60] == []


def test_leika_keys_are_well_formed_and_name_one_service_each():
    codes = Counter(code for service in SERVICES.values() for code in service.get("leika", []))

    assert all(re.fullmatch(r"99\d{12}", code) for code in codes)
    assert [code for code, number in codes.items() if number > 1] == []
    assert len(codes) >= 60


def test_leika_keys_exist_in_the_catalogue(shared_dir):
    known = {
        line.split(",", 1)[0]
        for line in (shared_dir / "catalogue/ozg/leika_leistungen.csv").read_text().splitlines()
    }

    assert {code for service in SERVICES.values() for code in service.get("leika", [])} <= known


def test_every_picture_has_its_text_and_rights():
    for picture in content_files.read("pictures/pictures")["pictures"]:
        assert (content_files.FOLDER / "pictures" / picture["file"]).is_file()
        assert len(picture["alt"]) > 20
        assert picture["author"]
        assert picture["licence"]


def test_the_council_is_invited_to_the_day_that_the_calendar_names():
    [event] = (each for each in content_files.read("events")["events"] if "sitzung" in each["slug"])
    notices = content_files.read("official_notices")["official_notices"]
    [meeting] = (each["meeting"] for each in notices if "{meeting}" in each["body"])

    assert meeting.items() <= event["dates"][0].items()


def test_the_english_front_page_leads_to_what_can_be_looked_up_in_english():
    links = re.findall(r'href="(/en/[^"]*)"', content_files.read("welcome")["en"]["body"])

    with translation.override("en"):
        routes = {resolve(link).url_name for link in links}
    assert routes == {"form", "passport_status", "waste", "my_address", "case_enter"}
