"""Building a form in the back office: drafts save freely, publishing is checked, departments stay apart."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import WorkflowState
from wagtail.test.utils.form_data import nested_form_data, rich_text

from servicefinder.catalogue.enums import Role
from servicefinder.catalogue.models import DepartmentPage
from servicefinder.forms.domain.definitions import FormDef
from servicefinder.forms.domain.exchange import export_form, read_form
from servicefinder.forms.domain.templates import template, template_names
from servicefinder.forms.domain.versions import definition_of
from servicefinder.forms.models import Draft, FormPage, FormVersion
from tests.factories.catalogue import DepartmentPageFactory, member_of, publish
from tests.factories.form_pages import COMPLETE, DEFINITION, form_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def department() -> DepartmentPage:
    return DepartmentPageFactory(title="Kämmerei")


@pytest.fixture
def approver(department: DepartmentPage, client: Client) -> Client:
    client.force_login(member_of(department, Role.APPROVER, "achim"))
    return client


def posted(page: FormPage | None, **changes: Any) -> dict[str, Any]:
    """What the editor sends for a form of one step."""
    condition = {"match": "all", "rows": {"count": 0}, "expression": ""}
    field = {
        "type": "text",
        "deleted": "",
        "order": "0",
        "id": "",
        "value": {"label": "Rufname", "required": "on", "condition": condition},
    }
    step = {
        "title": "Um welchen Hund geht es?",
        "fields": {"count": "1", "0": field},
        "stops": {"count": 0},
        "condition": condition,
    }
    steps = {"count": "1", "0": {"type": "step", "deleted": "", "order": "0", "id": "", "value": step}}
    data = nested_form_data(
        {
            "title": "Hund anmelden",
            "slug": "hund-anmelden",
            "steps": steps,
            "prices": {"count": "0"},
            "minutes": "5",
            **{name: value for name, value in COMPLETE.items() if name not in ("introduction", "next_steps")},
            "introduction": rich_text(COMPLETE["introduction"]),
            "next_steps": rich_text(COMPLETE["next_steps"]),
            "payment": "",
            "case_type": page.case_type_id if page else "",
            "comments": {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": ""},
        }
    )
    return {**data, **changes}


def edit_address(page: FormPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_the_form_is_in_tabs_and_speaks_german(department: DepartmentPage, approver: Client) -> None:
    html = approver.get(edit_address(form_draft(department))).content.decode()

    for word in ("Schritte", "Gebühren", "Datenschutz", "Nach dem Absenden", "Übergabe", "Nur fragen, wenn"):
        assert word in html


def test_drafts_save_freely_and_get_names(department: DepartmentPage, approver: Client) -> None:
    page = form_draft(department)

    response = approver.post(edit_address(page), posted(page, purpose="", mail_text="", case_type=""))

    assert response.status_code == 302, response.content.decode()
    draft = FormPage.objects.get().get_latest_revision_as_object()
    assert draft.purpose == ""
    assert [field.name for field in definition_of(draft).fields()] == ["rufname"]
    assert draft.steps.get_prep_value()[0]["value"]["fields"][0]["value"]["name"] == "rufname"


def test_publishing_says_what_is_missing(department: DepartmentPage, approver: Client) -> None:
    page = form_draft(department)

    html = approver.post(
        edit_address(page), posted(page, purpose="", **{"action-publish": "1"})
    ).content.decode()

    assert '#tab-datenschutz">Datenschutz</a>: „Zweck“ fehlt.' in html
    assert not FormPage.objects.get().live

    approver.post(edit_address(page), posted(page, **{"action-publish": "1"}))

    assert FormPage.objects.get().live
    assert FormVersion.objects.get().number == 1


def with_condition(field: str, comparison: str, value: str) -> dict[str, Any]:
    """Of the only field of `posted`."""
    place = "steps-0-value-fields-0-value-condition-rows"
    row = {"field": field, "comparison": comparison, "value": value}
    start = {
        f"{place}-count": "1",
        f"{place}-0-deleted": "",
        f"{place}-0-order": "0",
        f"{place}-0-type": "item",
    }
    return {**start, **{f"{place}-0-value-{name}": each for name, each in row.items()}}


def errors_beside(html: str) -> list[tuple[list[str | int], str]]:
    """Where the editor shows which messages of the steps."""
    box = BeautifulSoup(html, "html.parser").find(id="steps")
    _, told = json.loads(box["data-w-block-arguments-value"])  # type: ignore[index,arg-type]
    return list(_messages(told or {}, []))


def _messages(error: dict[str, Any], way: list[str | int]) -> Iterator[tuple[list[str | int], str]]:
    yield from ((way, text) for text in error.get("messages", ()))
    inside = error.get("blockErrors", {})
    for part, each in inside.items() if isinstance(inside, dict) else enumerate(inside):
        if each:
            yield from _messages(each, [*way, part])


def test_what_is_wrong_with_a_condition_stands_beside_its_box(
    department: DepartmentPage, approver: Client
) -> None:
    page = form_draft(department)
    asked = with_condition("Rufname", "eq", "Rex")

    sent = {**posted(page), **asked, "action-publish": "1"}
    html = approver.post(edit_address(page), sent).content.decode()

    text = "Die Bedingung nennt „Rufname“, das erst später gefragt wird."
    assert errors_beside(html) == [(["0", "fields", "0", "condition", "rows", "0", "field"], text)]
    assert f"Feld „Rufname“</a>: {text}" in html or f"Feld „Rufname“: {text}" in html
    assert "Rex" in html
    assert not FormPage.objects.get().live


def test_a_draft_may_lack_a_value_but_not_have_a_wrong_one(
    department: DepartmentPage, approver: Client
) -> None:
    page = form_draft(department)

    lacks = approver.post(edit_address(page), {**posted(page), **with_condition("Rufname", "eq", "")})
    wrong = approver.post(edit_address(page), {**posted(page), **with_condition("Rufname", "gt", "7")})

    assert lacks.status_code == 302
    assert errors_beside(wrong.content.decode()) == [
        (
            ["0", "fields", "0", "condition", "rows", "0", "comparison"],
            "„ist größer als / später als“ geht nicht bei „Rufname“ (Text, eine Zeile).",
        )
    ]
    opened = approver.get(edit_address(page)).content.decode()
    assert "Bei der Bedingung zu „Rufname“ fehlt der Wert." in opened
    draft = FormPage.objects.get().get_latest_revision_as_object()
    (row,) = draft.steps.get_prep_value()[0]["value"]["fields"][0]["value"]["condition"]["rows"]
    assert row["value"]["field"] == "rufname"


def test_english_stands_beside_german(department: DepartmentPage, approver: Client) -> None:
    page = form_draft(department)
    shown = BeautifulSoup(approver.get(edit_address(page)).content, "html.parser")
    german = [box["value"] for box in shown.select('[name^="english_texts-"][name$="-de"]')]
    number = german.index("Um welchen Hund geht es?")

    texts = {f"english_texts-{n}-de": text for n, text in enumerate(german)}
    english = {f"english_texts-{number}-en": "Which dog is it about?\r\nReally"}
    count = {"english_texts-count": str(len(german))}
    answer = approver.post(edit_address(page), {**posted(page), **count, **texts, **english})

    assert answer.status_code == 302, answer.content.decode()
    draft = FormPage.objects.get().get_latest_revision_as_object()
    assert draft.english_texts == {"Um welchen Hund geht es?": "Which dog is it about?\nReally"}
    assert {"Hund anmelden", "Was möchten Sie tun?", "abmelden", COMPLETE["mail_text"]} <= set(german)
    assert len(german) == len(set(german))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (
            json.dumps(
                {
                    "blocks": [
                        {
                            "key": "a",
                            "text": "All <dogs>",
                            "type": "unstyled",
                            "depth": 0,
                            "inlineStyleRanges": [],
                            "entityRanges": [],
                        }
                    ],
                    "entityMap": {},
                }
            ),
            "<p>All &lt;dogs&gt;</p>",
        ),
        ("<p onclick='alert(1)'>All dogs</p>", "<p>Before</p>"),
        ("null", None),
    ],
    ids=["of the editor", "from elsewhere", "emptied"],
)
def test_formatted_english_comes_from_its_editor_only(
    department: DepartmentPage, approver: Client, typed: str, kept: str | None
) -> None:
    german = "<p>Alle Hunde brauchen eine Marke.</p>"
    page = form_draft(department, english_texts={german: "<p>Before</p>"})
    english = {"english_texts-count": "1", "english_texts-0-de": german, "english_texts-0-en": typed}

    answer = approver.post(edit_address(page), {**posted(page), **english})

    assert answer.status_code == 302, answer.content.decode()
    draft = FormPage.objects.get().get_latest_revision_as_object()
    assert draft.english_texts.get(german) == kept


def test_a_target_is_chosen_with_its_settings(department: DepartmentPage, approver: Client) -> None:
    page = form_draft(department)
    wanted = {"deliver_to-shown": "1", "deliver_to-target": ["email"], "deliver_to-email-to": "kasse@"}

    wrong = approver.post(edit_address(page), {**posted(page), **wanted})
    wanted["deliver_to-email-to"] = "kasse@stadt.example"
    right = approver.post(edit_address(page), {**posted(page), **wanted})

    html = wrong.content.decode()
    assert "Bitte prüfen Sie die Angaben zu: E-Mail an ein Amt." in html
    assert "Das ist keine vollständige E-Mail-Adresse. Sie sieht aus wie amt@stadt.example." in html
    assert 'value="kasse@"' in html
    assert right.status_code == 302
    draft = FormPage.objects.get().get_latest_revision_as_object()
    assert draft.deliver_to == [["email", {"to": "kasse@stadt.example"}]]


def test_approval_says_what_is_missing(department: DepartmentPage, approver: Client) -> None:
    page = form_draft(department)
    author = member_of(department, Role.AUTHOR, "anna")
    page.purpose = ""
    page.save_revision()
    page.get_workflow().start(page, author)
    state = page.current_workflow_task_state

    answer = approver.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]),
        {"comment": "Gut so."},
        follow=True,
    )

    assert "„Zweck“ fehlt" in answer.content.decode()
    assert not FormPage.objects.get().live
    assert page.workflow_states.get().status == WorkflowState.STATUS_IN_PROGRESS


def test_another_department_sees_nothing(department: DepartmentPage, client: Client) -> None:
    page = form_draft(department, title="Geheimes Formular")
    other = DepartmentPageFactory(title="Ordnungsamt")
    client.force_login(member_of(other, Role.APPROVER, "berta"))
    addresses = [
        edit_address(page),
        reverse("onlineforms_download", args=[page.pk]),
        reverse("onlineforms_try_out_page", args=[page.pk]),
        reverse("onlineforms_new", args=[department.pk]),
    ]

    for address in addresses:
        answer = client.get(address)
        assert answer.status_code in (302, 403), address
        assert "Geheimes Formular" not in answer.content.decode()
    assert client.post(reverse("onlineforms_try_out", args=[page.pk])).status_code in (302, 403)
    assert not Draft.objects.exists()
    assert (
        "Geheimes" not in client.get(reverse("wagtailadmin_explore", args=[department.pk])).content.decode()
    )


def test_a_copy_is_another_form(department: DepartmentPage, approver: Client) -> None:
    page = publish(form_draft(department))

    copied = page.copy(update_attrs={"title": "Katze", "slug": "katze", "live": False})

    assert copied.form_id != page.form_id
    assert definition_of(copied) == definition_of(page)


def test_a_download_can_be_uploaded_again(department: DepartmentPage, approver: Client) -> None:
    page = form_draft(department)

    file = approver.get(reverse("onlineforms_download", args=[page.pk]))
    upload = SimpleUploadedFile("form.json", file.content)
    answer = approver.post(reverse("onlineforms_new", args=[department.pk]), {"file": upload}, follow=True)

    assert "ist als Entwurf angelegt" in answer.content.decode()
    created = FormPage.objects.exclude(pk=page.pk).get()
    assert created.form_id != page.form_id
    assert not created.live
    assert export_form(created) == export_form(page)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe", "kein JSON"),
        (b"[" * 100_000, "JSON"),
        (b"[]", "kein Online-Formular"),
        (b'{"online_form": 1, "title": "A"}', "keine Formulardefinition"),
        (
            b'{"online_form":1,"title":"A","definition":{"format":1,"steps":[{"name":"a","title":"A",'
            b'"fields":[{"name":"b","kind":"hologramm","label":"B"}]}]}}',
            "definition.steps[0].fields[0]: Die Art „hologramm“ gibt es nicht.",
        ),
        (
            b'{"online_form":1,"title":"A","definition":{"format":1,"steps":[{"name":"a","title":5}]}}',
            "steps[0].title: Hier steht etwas anderes als erwartet.",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_the_place(
    department: DepartmentPage, approver: Client, content: bytes, said: str
) -> None:
    upload = SimpleUploadedFile("form.json", content)

    html = approver.post(reverse("onlineforms_new", args=[department.pk]), {"file": upload}).content.decode()

    assert said in html
    assert not FormPage.objects.exists()


def file_of_form(**changes: Any) -> SimpleUploadedFile:
    steps = [{"name": "a", "title": changes.pop("step", "A")}]
    data = {"online_form": 1, "title": "Hund", "definition": {"format": 1, "steps": steps}, **changes}
    return SimpleUploadedFile("form.json", json.dumps(data).encode())


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"title": "Hund \ud800"}, "title: Hier stehen Zeichen"),
        ({"title": "Hund\0"}, "title: Hier stehen Zeichen"),
        ({"teaser": "\ud800"}, "teaser: Hier stehen Zeichen"),
        ({"case_type": "\x1b"}, "case_type: Hier stehen Zeichen"),
        ({"page": {"mail_subject": "\ud800"}}, "page.mail_subject: Hier stehen Zeichen"),
        ({"page": {"\ud800": "x"}}, "page.\\ud800: Hier stehen Zeichen"),
        ({"step": "Tier\ud800"}, "definition.steps[0].title: Hier stehen Zeichen"),
        ({"page": {"payment": "foo"}}, "page.payment: „foo“ gibt es hier nicht."),
        ({"page": {"mail_subject": "x" * 151}}, "page.mail_subject: Hier muss ein Text von höchstens 150"),
        ({"page": {"mail_subject": 1}}, "page.mail_subject: Hier muss ein Text"),
        ({"title": " \n "}, "title: Der Titel fehlt"),
    ],
)
def test_what_no_page_could_show_is_refused_with_the_place(
    department: DepartmentPage, approver: Client, changes: dict[str, Any], said: str
) -> None:
    address = reverse("onlineforms_new", args=[department.pk])

    html = approver.post(address, {"file": file_of_form(**changes)}).content.decode()

    assert said in html
    assert not FormPage.objects.exists()


def test_a_title_without_letters_still_gets_an_address(department: DepartmentPage, approver: Client) -> None:
    address = reverse("onlineforms_new", args=[department.pk])

    for title in ("!!!", "\U0001f436", "Größe\ndes Hundes"):
        assert approver.post(address, {"file": file_of_form(title=title)}).status_code == 302

    made = FormPage.objects.order_by("pk").values_list("title", "slug")
    assert list(made) == [
        ("!!!", "seite"),
        ("\U0001f436", "seite-2"),
        ("Größe des Hundes", "groesse-des-hundes"),
    ]


def test_what_has_one_line_in_the_editor_has_one_in_a_file() -> None:
    page = {"mail_subject": "Ihr Hund\nBcc: x@y.example", "needed": "Chip\nPass"}

    values = read_form(file_of_form(page=page).read()).values

    assert (values["mail_subject"], values["needed"]) == ("Ihr Hund Bcc: x@y.example", "Chip\nPass")


def test_every_template_is_in_order(department: DepartmentPage, approver: Client) -> None:
    assert len(template_names()) >= 4
    for name, title in template_names():
        incoming = template(name)
        assert incoming.problems == [], title
        assert (
            read_form(
                json.dumps({"online_form": 1, "title": title, "definition": incoming.form.as_json()}).encode()
            ).form
            == incoming.form
        )

    approver.post(reverse("onlineforms_new", args=[department.pk]), {"template": "anmeldung"})

    made, wanted = definition_of(FormPage.objects.get()), template("anmeldung").form
    assert [(each.name, each.label) for each in made.fields()] == [
        (each.name, each.label) for each in wanted.fields()
    ]


def test_trying_out_makes_a_draft_of_what_was_saved_last(
    department: DepartmentPage, approver: Client
) -> None:
    page = form_draft(department)

    page_before = approver.get(reverse("onlineforms_try_out_page", args=[page.pk]))
    answer = approver.post(reverse("onlineforms_try_out", args=[page.pk]))

    assert "Jetzt ausprobieren" in page_before.content.decode()
    title = BeautifulSoup(page_before.content, "html.parser").title
    assert title and " ".join(title.text.split()).startswith(f"Formular ausprobieren: {page.title}")
    assert answer.status_code == 302
    assert answer["Location"].startswith(f"/formular/{page.slug}/")
    assert FormDef.from_json(Draft.objects.get().version.definition) == FormDef.from_json(DEFINITION)
    assert FormVersion.objects.get().number == 0
