"""The ready-made forms of the demo city: each can be published, filled in, and ends in a case."""

import re
from datetime import date
from random import Random
from string import Formatter

import pytest
from django.utils import timezone

from democity import content_files
from democity.loading.applicants import applicant
from democity.loading.case_filling import filled
from democity.loading.forms import PLAIN, definition_of, english_texts, form_page
from servicefinder.cases.domain.contents import Contents
from servicefinder.cases.domain.opening import open_case
from servicefinder.cases.domain.sealing import Seal
from servicefinder.cases.enums import CaseState
from servicefinder.forms.domain.definitions import TEXTS
from servicefinder.forms.domain.preflight import problems_of_form, problems_of_page
from servicefinder.forms.domain.submitting import person_of, sections
from servicefinder.forms.domain.versions import definition_of as built
from servicefinder.forms.domain.walking import Walk
from servicefinder.forms.registries import field_kinds
from tests.factories.cases import case_type, new_case

FORMS = {entry["slug"]: entry for entry in content_files.forms()}
ENGLISH = [slug for slug, entry in FORMS.items() if "english" in entry]
SERVICES = {entry["slug"]: entry for entry in content_files.services()}
CASES = content_files.read("cases")
SAMPLES = {entry["form"]: entry["samples"] for entry in CASES["forms"]}
ADDRESS = re.compile(r"/(dienstleistungen|formular)/([a-z0-9-]+)/")
DAY = date(2026, 6, 1)


def texts_of(value, name=""):
    """What people read in a definition, wherever it stands."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key != "texts":
                yield from texts_of(each, key)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts_of(each, name)
    elif isinstance(value, str) and name in TEXTS and value:
        yield value


def outline(form):
    """What the editor must not lose; it leaves out options that hold anyway."""
    steps = [
        (
            step.name,
            step.condition,
            step.stops,
            [(f.name, f.kind, f.label, f.required, f.condition) for f in step.fields],
        )
        for step in form.steps
    ]
    return steps, form.prices


def written_as_json(value):
    """Conditions that an editor could only read as JSON."""
    if isinstance(value, dict):
        yield from (text for text in [value.get("expression")] if text and text.startswith("{"))
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from written_as_json(each)


def fillings(slug, count=6):
    form, chance = definition_of(FORMS[slug]), Random(slug)
    for sample in [*SAMPLES.get(slug, []), *[{}] * count]:
        who = applicant(CASES, DAY, chance, abroad=True)
        yield form, Walk(form, filled(form, who, DAY, chance, sample)), sample


def test_there_are_at_least_twelve_and_the_most_used_are_there_in_english():
    assert len(FORMS) >= 12
    assert len(ENGLISH) >= 6


@pytest.mark.parametrize("slug", FORMS)
def test_a_form_passes_the_preflight(slug):
    assert [str(problem) for problem in problems_of_form(definition_of(FORMS[slug]))] == []


@pytest.mark.django_db
@pytest.mark.parametrize("slug", FORMS)
def test_a_form_can_be_edited_and_published(slug):
    page = form_page(FORMS[slug])
    page.case_type = case_type(FORMS[slug]["case_type"]["key"]).case_type

    assert [str(problem) for problem in problems_of_page(page)] == []
    assert outline(built(page)) == outline(definition_of(FORMS[slug]))
    assert not any(written_as_json(page.steps.get_prep_value()))


@pytest.mark.parametrize("slug", FORMS)
def test_a_filling_walks_through_every_step_and_no_stop(slug):
    for form, walk, sample in fillings(slug):
        assert len(walk.steps) >= len(form.steps) - 1
        assert [step.step.name for step in walk.steps if walk.stop(step)] == []
        for step in walk.steps:
            for field in step.fields:
                kind = field_kinds.get(field.kind)
                if field.required and kind.is_asked:
                    assert kind.shown(field, walk.answers[field.name], "de"), field.name
        assert set(sample) <= set(walk.answers)


@pytest.mark.django_db
@pytest.mark.parametrize("slug", FORMS)
def test_a_filling_opens_a_case(slug):
    form, walk, _ = next(fillings(slug))
    entry = FORMS[slug]
    key = entry["case_type"]["key"]
    case_type(key, name=entry["case_type"]["name"], approved_at=timezone.now())
    contents = Contents(person_of(walk), tuple(sections(walk, "de")), dict(walk.answers), walk.prices("de"))

    opened = open_case(new_case(case_type=key, contents=contents, mail_text=entry["mail_text"]))

    kept = Contents.from_json(Seal.of(opened.case.pk).open_json("data", opened.case.sealed_data))
    assert kept == contents
    assert opened.case.price_cents == contents.total_cents


@pytest.mark.parametrize("slug", ENGLISH)
def test_english_texts_cover_the_form_and_nothing_else(slug):
    form = definition_of(FORMS[slug])
    wanted, known = set(texts_of(form.as_json())), set(form.texts["en"])

    assert wanted - known == set()
    assert known - wanted == set()
    assert all(form.texts["en"][text].strip() for text in known)


@pytest.mark.parametrize("slug", ENGLISH)
def test_english_texts_cover_the_page(slug):
    entry = FORMS[slug]
    plain = {name for name in PLAIN if isinstance(entry[name], str)} - {"slug", "legal_basis"}

    assert plain - set(entry["english"]) == set()
    assert len(entry["english"].get("needed", [])) == len(entry.get("needed", []))
    assert set(english_texts(entry)) >= {entry["title"], entry["mail_text"]}


@pytest.mark.parametrize("slug", FORMS)
def test_mails_and_notices_say_what_they_must(slug):
    entry = FORMS[slug]

    for text in (entry["mail_text"], entry.get("english", {}).get("mail_text", "{link}{reference}{due}")):
        words = {word for _, word, _, _ in Formatter().parse(text) if word is not None}
        assert words == {"reference", "link", "due"}
    assert "Art. 6" in entry["legal_basis"]
    assert "lösch" in entry["retention"]
    assert set(entry["case_type"]["state_words"]) == set(CaseState.values)


@pytest.mark.parametrize("slug", FORMS)
def test_prices_are_those_of_the_service(slug):
    entry = FORMS[slug]
    fees = {fee.get("cents") for fee in SERVICES.get(entry.get("service"), {}).get("fees", [])}

    assert {price["cents"] for price in entry.get("prices", [])} <= fees


@pytest.mark.parametrize("slug", FORMS)
def test_links_lead_to_what_exists(slug):
    known = {"dienstleistungen": SERVICES, "formular": FORMS}

    assert [match for match in ADDRESS.findall(str(FORMS[slug])) if match[1] not in known[match[0]]] == []


def test_every_form_is_offered_where_people_look_for_it():
    offered = {
        row.get("form")
        for entry in SERVICES.values()
        for row in entry["online_services"]
        if row["kind"] == "internal"
    }

    assert set(FORMS) - offered == {"barriere-melden"}
    assert "/formular/barriere-melden/" in str(content_files.read("pages"))


def test_the_english_home_page_leads_to_every_form_that_speaks_english():
    linked = re.findall(r"/en/formular/([a-z0-9-]+)/", content_files.read("welcome")["en"]["body"])

    assert sorted(linked) == sorted(ENGLISH)
