"""What people type into each kind of field, and what becomes of it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.datastructures import MultiValueDict

from servicefinder.forms.domain.definitions import FieldDef
from servicefinder.forms.registries import FieldKind, field_kinds
from tests.factories.uploads import pdf_file, picture_file

IBAN = "DE89370400440532013000"


def pdf() -> SimpleUploadedFile:
    return SimpleUploadedFile("brief.pdf", pdf_file().read())


def jpeg() -> SimpleUploadedFile:
    return SimpleUploadedFile("bild.jpg", picture_file("JPEG").read())


def kind_of(name: str) -> FieldKind:
    kind = field_kinds.get(name)
    assert kind is not None
    return kind


def field(kind: str, **values: Any) -> FieldDef:
    return FieldDef(**{"name": "f", "kind": kind, "label": "Frage", **values})


def form_of(definition: FieldDef, data: Any = None, language: str = "de", stored: Any = None) -> forms.Form:
    kind = kind_of(definition.kind)
    query = QueryDict(mutable=True)
    for key, value in (data or {}).items():
        query.setlist(key, value if isinstance(value, list) else [value])
    form = forms.Form(query if data is not None else None, use_required_attribute=False)
    form.fields[definition.name] = kind.form_field(definition, language)
    form.fields[definition.name].initial = kind.initial(stored)
    return form


def answer(definition: FieldDef, data: Any, language: str = "de") -> Any:
    form = form_of(definition, data if isinstance(data, dict) else {"f": data}, language)
    assert form.is_valid(), form.errors.as_text()
    return kind_of(definition.kind).stored(form.cleaned_data[definition.name])


def mistake(definition: FieldDef, data: Any, language: str = "de") -> str:
    form = form_of(definition, data if isinstance(data, dict) else {"f": data}, language)
    assert not form.is_valid(), form.cleaned_data
    return " ".join(form.errors[definition.name])


def drawn(form: forms.Form, definition: FieldDef) -> str:
    context = {"field": form[definition.name], "definition": definition}
    return render_to_string(kind_of(definition.kind).template, context)


@pytest.mark.parametrize(
    ("kind", "options", "typed", "stored", "shown"),
    [
        ("text", {}, "  Anna\u0000  Weber ", "Anna Weber", "Anna Weber"),
        ("longtext", {}, "eins\r\nzwei", "eins\nzwei", "eins\nzwei"),
        ("number", {}, "12", "12", "12"),
        ("number", {"places": 1, "unit": "m²"}, "12,5", "12.5", "12,5\u00a0m²"),
        ("number", {"places": 1}, "12.5", "12.5", "12,5"),
        ("number", {}, "1.500", "1500", "1500"),
        ("number", {"min": "-5"}, "−3", "-3", "-3"),
        ("money", {}, "12,50", "12.50", "12,50\u00a0€"),
        ("money", {}, "1.234,5 €", "1234.50", "1.234,50\u00a0€"),
        ("money", {}, "12.50", "12.50", "12,50\u00a0€"),
        ("time", {}, "14.30", "14:30", "14:30 Uhr"),
        ("time", {}, "9 Uhr", "09:00", "09:00 Uhr"),
        ("email", {}, " erika@example.org ", "erika@example.org", "erika@example.org"),
        ("phone", {}, "0641/306-1234", "+49 641 3061234", "+49 641 3061234"),
        ("phone", {}, "+43 1 4000-0", "+43 1 40000", "+43 1 40000"),
        ("phone", {}, "0049 (0)641 306 1234", "+49 641 3061234", "+49 641 3061234"),
        ("iban", {}, "de89 3704-0044 0532 0130 00", IBAN, "DE89 3704 0044 0532 0130 00"),
        ("yesno", {}, "no", False, "Nein"),
        ("yesno", {}, "yes", True, "Ja"),
        ("consent", {}, "on", True, "Ja"),
    ],
)
def test_what_is_typed_is_understood(kind: str, options: Any, typed: str, stored: Any, shown: str) -> None:
    definition = field(kind, options=options)

    assert answer(definition, typed) == stored
    assert kind_of(kind).shown(definition, stored, "de") == shown


@pytest.mark.parametrize(
    ("kind", "options", "typed", "said"),
    [
        ("text", {"max_length": 3}, "Anna", "höchstens 3 Zeichen, es sind 4"),
        ("text", {}, "", "Bitte füllen Sie „Frage“ aus."),
        ("number", {}, "zwölf", "Bitte eine Zahl eingeben, zum Beispiel 12."),
        ("number", {}, "1e5", "Bitte eine Zahl"),
        ("number", {}, "NaN", "Bitte eine Zahl"),
        ("number", {}, "1" * 400, "Bitte eine Zahl"),
        ("number", {}, "1,5", "Bitte eine ganze Zahl"),
        ("number", {"min": "1", "max": "10"}, "11", "Bitte höchstens 10 eingeben."),
        ("money", {}, "-1", "mindestens 0,00\u00a0€"),
        ("money", {}, "1,234", "höchstens 2 Stellen"),
        ("time", {}, "25:00", "Bitte eine Uhrzeit"),
        ("time", {"earliest": "08:00"}, "7:59", "nicht vor 08:00"),
        ("email", {}, "erika@", "Bitte eine E-Mail-Adresse"),
        ("phone", {}, "12", "mit Vorwahl"),
        ("iban", {}, "DE88370400440532013000", "Diese IBAN stimmt nicht."),
        ("yesno", {}, "", "Bitte wählen Sie bei „Frage“ etwas aus."),
        ("consent", {}, "", "Bitte stimmen Sie zu"),
    ],
)
def test_mistakes_are_named(kind: str, options: Any, typed: str, said: str) -> None:
    assert said in mistake(field(kind, options=options), typed)


def test_english_people_are_spoken_to_in_english() -> None:
    assert mistake(field("number"), "x", "en") == "Please enter a number, for example 12."
    assert answer(field("number", options={"places": 2}), "1,234.50", "en") == "1234.5"
    assert kind_of("money").shown(field("money"), "1234.50", "en") == "€1,234.50"


def test_a_message_of_the_form_stands_for_all_errors() -> None:
    definition = field("number", options={"min": "1", "max": "10"}, message="Eine Zahl von 1 bis 10, bitte.")

    for typed in ("", "x", "0", "11", "1,5"):
        assert mistake(definition, typed) == "Eine Zahl von 1 bis 10, bitte."


@pytest.mark.parametrize(
    "boxes",
    [
        ("27", "3", "1986"),
        ("27.", "März", "1986"),
        ("27.3.1986", "", ""),
        ("", "", "1986-03-27"),
        ("27. März 1986", "", ""),
    ],
)
def test_a_day_in_three_boxes_or_pasted_into_one(boxes: tuple[str, str, str]) -> None:
    data = dict(zip(("f_day", "f_month", "f_year"), boxes, strict=True))

    stored = answer(field("date"), data)

    assert stored == "1986-03-27"
    assert kind_of("date").value(stored) == date(1986, 3, 27)
    assert kind_of("date").shown(field("date"), stored, "de") == "27. März 1986"


@pytest.mark.parametrize("boxes", [("30", "2", "2026"), ("1", "1", "26"), ("1", "", ""), ("²", "1", "2026")])
def test_no_day_is_no_answer(boxes: tuple[str, str, str]) -> None:
    data = dict(zip(("f_day", "f_month", "f_year"), boxes, strict=True))

    assert "Tag, Monat und vierstelligem Jahr" in mistake(field("date"), data)


def test_days_have_limits() -> None:
    data = {"f_day": "1", "f_month": "1", "f_year": "2200"}

    assert "nicht nach dem" in mistake(field("date", options={"latest": "today"}), data)
    assert "nicht vor dem 1. Januar 2201" in mistake(field("date", options={"earliest": "2201-01-01"}), data)


def test_names_in_the_characters_of_the_standard() -> None:
    data = {"f_given_names": " Thị  Minh ", "f_family_name": "Đorđević-O’Neil"}

    assert answer(field("person"), data) == {"given_names": "Thị Minh", "family_name": "Đorđević-O’Neil"}
    assert "И" in mistake(field("person"), {**data, "f_given_names": "Иван"})
    assert "Bitte angeben: Familienname." in mistake(field("person"), {"f_given_names": "Erika"})


def test_name_at_birth_and_birthday_on_demand() -> None:
    definition = field("person", options={"birth_name": True, "birth_date": True})
    data = {
        "f_given_names": "Erika",
        "f_family_name": "Mustermann",
        "f_birth_name": "Gabler",
        "f_birth_date": "12.8.1964",
    }

    stored = answer(definition, data)

    assert stored["birth_date"] == "1964-08-12"
    assert kind_of("person").shown(definition, stored, "de") == (
        "Erika Mustermann\ngeboren als Gabler\ngeboren am 12. August 1964"
    )


def test_addresses_here_and_abroad() -> None:
    here = {"f_street": "Am Zollhaus 3", "f_postcode": "D-35390", "f_city": "Gießen", "f_country": "DE"}
    abroad = {"f_street": "1 Main St", "f_postcode": "", "f_city": "Dublin", "f_country": "IE"}

    assert answer(field("address"), here)["postcode"] == "35390"
    assert kind_of("address").shown(field("address"), answer(field("address"), abroad), "de") == (
        "1 Main St\nDublin\nIrland"
    )
    assert "fünf Ziffern" in mistake(field("address"), {**here, "f_postcode": "3539"})
    assert "Frage" in mistake(field("address"), {"f_country": "DE"})


@pytest.mark.parametrize(
    ("shape", "typed", "kept"),
    [
        ("digits", "276 0981-02345678", "276098102345678"),
        ("plate", "au–en  428", "AU-EN 428"),
        ("plate", "M A 1 H", "M A 1 H"),
        ("plate", "LÖ-X 9", "LÖ-X 9"),
        ("plate", "ab 12 cde", "AB 12 CDE"),
    ],
)
def test_numbers_of_things_are_read_as_people_write_them(shape: str, typed: str, kept: str) -> None:
    assert answer(field("text", options={"shape": shape}), typed) == kept


@pytest.mark.parametrize(
    ("shape", "typed"),
    [
        ("digits", "Ostanlage 5"),
        ("digits", "２７６"),
        ("plate", "Ostanlage 5"),
        ("plate", "Bahnhof 3"),
        ("plate", "ohne"),
        ("plate", "ЖА 1"),
    ],
)
def test_what_is_no_number_of_a_thing_is_refused(shape: str, typed: str) -> None:
    assert mistake(field("text", options={"shape": shape}), typed).startswith("Bitte ")
    assert mistake(field("text", options={"shape": shape}), typed, "en").startswith("Please ")


def test_lengths_of_digits_count_without_blanks() -> None:
    chip = field("text", options={"shape": "digits", "min_length": 15, "max_length": 15})

    assert answer(chip, "276 098 102 345 678") == "276098102345678"
    assert "15" in mistake(chip, "276 098 102 345 67")


HERE = {"f_street": "Am Zollhaus 3", "f_postcode": "35390", "f_city": "Gießen", "f_country": "DE"}


@pytest.mark.parametrize(
    ("kind", "typed", "wrong"),
    [
        ("address", {**HERE, "f_postcode": "3599"}, ["id_f_2"]),
        ("address", {**HERE, "f_city": "", "f_street": ""}, ["id_f_0", "id_f_3"]),
        ("address", {"f_country": "DE"}, ["id_f_0", "id_f_3"]),
        ("person", {"f_given_names": "Erika", "f_family_name": ""}, ["id_f_1"]),
        ("date", {"f_day": "31", "f_month": "2", "f_year": "2026"}, ["id_f_0", "id_f_1", "id_f_2"]),
    ],
)
def test_only_the_boxes_that_are_wrong_are_marked_and_described(
    kind: str, typed: dict[str, str], wrong: list[str]
) -> None:
    form = form_of(field(kind), typed)
    assert not form.is_valid()

    page = BeautifulSoup(drawn(form, field(kind)), "html.parser")
    marked = page.select("[aria-invalid]")
    parts = [each for each in marked if each.get("aria-describedby")]

    assert [each["id"] for each in marked] == wrong
    assert all(page.find(id=each["aria-describedby"]).text.strip() for each in parts)
    assert parts or page.find(id="id_f-fehler").text.strip()


def test_few_answers_are_radio_buttons_and_many_a_list() -> None:
    few = field("choice", options={"choices": [{"value": str(n), "label": f"Nummer {n}"} for n in range(3)]})
    many = field("choice", options={"choices": [{"value": str(n), "label": f"Nummer {n}"} for n in range(9)]})

    assert drawn(form_of(few), few).count('type="radio"') == 3
    assert "<select" in drawn(form_of(many), many)
    assert answer(few, "2") == "2"
    assert kind_of("choice").shown(few, "2", "de") == "Nummer 2"
    assert "aus der Liste" in mistake(few, "7")


def test_several_answers_within_limits() -> None:
    choices = [{"value": each, "label": each.upper()} for each in "abc"]
    definition = field("choices", options={"choices": choices, "least": 2, "most": 2})

    assert answer(definition, {"f": ["a", "c"]}) == ["a", "c"]
    assert kind_of("choices").shown(definition, ["a", "c"], "de") == "A\nC"
    assert "mindestens 2" in mistake(definition, {"f": ["a"]})
    assert "höchstens 2" in mistake(definition, {"f": ["a", "b", "c"]})


def test_files_are_checked_and_counted() -> None:
    definition = field("file", options={"max_files": 2})
    made = kind_of("file").form_field(definition, "de")

    assert [each.name for each in made.clean([pdf(), jpeg()])] == [pdf().name, jpeg().name]
    with pytest.raises(forms.ValidationError, match="höchstens 2"):
        made.clean([pdf(), pdf(), pdf()])
    with pytest.raises(forms.ValidationError, match="laden Sie eine Datei"):
        made.clean([])
    assert kind_of("file").shown(definition, [{"id": "1", "name": "a.pdf", "size": 2_000_000}], "de") == (
        "a.pdf (1,9\u00a0MB)"
    )


CHILDREN = field(
    "group",
    options={
        "entry": "Kind",
        "most": 3,
        "fields": [
            {"name": "name", "kind": "text", "label": "Vorname"},
            {"name": "born", "kind": "date", "label": "Geburtstag", "required": False},
        ],
    },
)


def test_a_group_asks_the_same_several_times() -> None:
    data = {"f-count": "3", "f-0-name": "Anna", "f-0-born_day": "1.2.2020", "f-1-name": "", "f-2-name": "Ben"}

    stored = answer(CHILDREN, data)

    assert stored == [{"name": "Anna", "born": "2020-02-01"}, {"name": "Ben"}]
    assert kind_of("group").shown(CHILDREN, stored, "de") == (
        "Kind 1\nVorname: Anna\nGeburtstag: 1. Februar 2020\n\nKind 2\nVorname: Ben"
    )
    assert "Kind 2, Vorname: Bitte füllen Sie „Vorname“ aus." in mistake(
        CHILDREN, {**data, "f-count": "2", "f-1-born_day": "1"}
    )
    assert "Frage" in mistake(CHILDREN, {"f-count": "999999"})


def test_buttons_add_and_take_away_entries() -> None:
    data = QueryDict("f-count=2&f-0-name=Anna&f-1-name=Ben&f-1-born_day=3&other=x")
    with_add, with_remove = data.copy(), data.copy()
    with_add["f-add"], with_remove["f-remove"] = "1", "0"
    group = kind_of("group")

    more, less = group.pressed(CHILDREN, with_add), group.pressed(CHILDREN, with_remove)

    assert group.pressed(CHILDREN, data) is None
    assert more is not None and more["f-count"] == "3"
    assert less is not None
    assert dict(less.items()) == {"f-count": "1", "f-0-name": "Ben", "f-0-born_day": "3", "other": "x"}


def test_a_group_draws_what_was_stored_and_what_was_typed() -> None:
    stored = [{"name": "Anna", "born": "2020-02-01"}]
    shown = drawn(form_of(CHILDREN, stored=stored), CHILDREN)
    typed = drawn(form_of(CHILDREN, {"f-count": "1", "f-0-born_day": "77"}), CHILDREN)

    assert 'value="Anna"' in shown
    assert 'value="2020"' in shown
    assert 'name="f-add"' in shown
    assert 'value="77"' in typed
    assert "vierstelligem Jahr" in typed


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("text", {"max_length": 0}),
        ("number", {"min": "a"}),
        ("number", {"min": "3", "max": "2"}),
        ("date", {"earliest": "morgen"}),
        ("choice", {}),
        ("choice", {"choices": [{"value": "a", "label": "A"}, {"value": "a", "label": "B"}]}),
        ("choices", {"choices": [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}], "least": 3}),
        ("file", {"types": ["exe"]}),
        ("group", {}),
        ("group", {"fields": [{"name": "a", "kind": "file", "label": "Datei"}]}),
        ("group", {"fields": "abc"}),
        ("calculated", {"expression": {"op": "eval", "args": []}}),
    ],
)
def test_wrong_options_are_told_to_the_editor(kind: str, options: Any) -> None:
    assert kind_of(kind).problems(field(kind, options=options))


@pytest.mark.parametrize(
    ("kind", "tokens"),
    [
        ("email", ['autocomplete="email"', 'inputmode="email"', 'type="email"']),
        ("phone", ['autocomplete="tel"', 'type="tel"']),
        ("money", ['inputmode="decimal"']),
        ("person", ['autocomplete="given-name"', 'autocomplete="family-name"', "<fieldset"]),
        ("address", ['autocomplete="postal-code"', 'autocomplete="country"', ">Deutschland</option>"]),
        ("date", ['inputmode="numeric"', ">Tag<", ">Monat<", ">Jahr<", "<legend"]),
        ("file", ['type="file"', 'accept="']),
        ("longtext", ["<textarea"]),
        ("consent", ['type="checkbox"']),
    ],
)
def test_browsers_and_screen_readers_know_what_is_asked(kind: str, tokens: list[str]) -> None:
    definition = field(kind, help="Ein Hinweis.")
    html = drawn(form_of(definition, {"f": ""}), definition)

    for token in [*tokens, "Ein Hinweis.", "-hinweis", "-fehler"]:
        assert token in html
    assert 'style="' not in html


def test_what_is_not_asked_is_shown() -> None:
    info = field("info", help="Erster Absatz.\n\nZweiter.")
    total = field("calculated", options={"expression": {"field": "a"}, "unit": "€"})

    assert "<p>Zweiter.</p>" in render_to_string(kind_of("info").template, {"definition": info})
    answer_shown = kind_of("calculated").shown(total, "12.5", "de")
    html = render_to_string(kind_of("calculated").template, {"definition": total, "answer": answer_shown})
    assert "12,50\u00a0€" in html
    assert kind_of("calculated").value("12.5") == Decimal("12.5")


def test_an_upload_arrives_as_a_list() -> None:
    definition = field("file", options={"max_files": 2})
    form = forms.Form(QueryDict(), MultiValueDict({"f": [pdf(), pdf()]}))
    form.fields["f"] = kind_of("file").form_field(definition, "de")

    assert form.is_valid(), form.errors
    assert len(form.cleaned_data["f"]) == 2
