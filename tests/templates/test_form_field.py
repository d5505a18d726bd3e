"""Fields of Django forms in the design system's markup."""

import datetime

from django import forms


class Everything(forms.Form):
    name = forms.CharField(
        label="Ihr Name",
        help_text="Wie im Ausweis.",
        max_length=80,
        error_messages={"required": "Wie heißen Sie?"},
    )
    email = forms.EmailField(label="E-Mail", required=False)
    born = forms.DateField(label="Geburtstag", widget=forms.DateInput(attrs={"type": "date"}))
    message = forms.CharField(label="Nachricht", widget=forms.Textarea)
    district = forms.ChoiceField(label="Stadtteil", choices=[("", "Bitte wählen"), ("oberau", "Oberau")])
    reply = forms.ChoiceField(
        label="Antwort", choices=[("mail", "Mail"), ("no", "Nein")], widget=forms.RadioSelect
    )
    topics = forms.MultipleChoiceField(
        label="Themen", choices=[("a", "A"), ("b", "B")], widget=forms.CheckboxSelectMultiple, required=False
    )
    consent = forms.BooleanField(label="Einverstanden")
    ticket = forms.CharField(widget=forms.HiddenInput)


def test_label_hint_and_error_are_tied_to_the_field(render):
    form = Everything({"name": ""})

    field = render("form_field", field=form["name"])

    described_by = field.input["aria-describedby"].split()
    assert field.label["for"] == field.input["id"]
    assert [field.find(id=name).get_text(strip=True) for name in described_by] == [
        "Wie im Ausweis.",
        "Wie heißen Sie?",
    ]
    assert (field.input["aria-invalid"], field.input["maxlength"]) == ("true", "80")
    assert field.input.has_attr("required")


def test_what_may_be_left_out_says_so(render):
    field = render("form_field", field=Everything()["email"], autocomplete="email")

    assert "freiwillig" in field.label.text
    assert (field.input["type"], field.input["autocomplete"]) == ("email", "email")
    assert not field.input.has_attr("required")


def test_values_come_back_as_they_were_typed(render):
    form = Everything({"name": 'Kim "O\'Neil" <kim>', "message": "Zeile 1\nZeile 2", "district": "oberau"})

    assert render("form_field", field=form["name"]).input["value"] == 'Kim "O\'Neil" <kim>'
    assert render("form_field", field=form["message"]).textarea.text == "\nZeile 1\nZeile 2"
    assert render("form_field", field=form["district"]).select_one("option[selected]")["value"] == "oberau"


def test_days_are_given_to_the_browser_in_its_own_notation(render):
    form = Everything(initial={"born": datetime.date(1990, 3, 1)})

    field = render("form_field", field=form["born"])

    assert (field.input["type"], field.input["value"]) == ("date", "1990-03-01")


def test_choices_are_a_group_with_a_name(render):
    form = Everything({"reply": "no", "topics": ["b"]})

    radios = render("form_field", field=form["reply"])
    boxes = render("form_field", field=form["topics"])

    assert radios.fieldset.legend.text.strip() == "Antwort"
    assert [radio["value"] for radio in radios.select("input[checked]")] == ["no"]
    assert [box["value"] for box in boxes.select("input[checked]")] == ["b"]
    assert all(boxes.find("label", attrs={"for": box["id"]}) for box in boxes.select("input"))


def test_hidden_fields_have_no_label(render):
    field = render("form_field", field=Everything(initial={"ticket": "abc"})["ticket"])

    assert (field.input["type"], field.input["value"]) == ("hidden", "abc")
    assert field.find("label") is None


def test_summary_leads_to_each_field_that_is_wrong(render):
    form = Everything({"name": "Kim", "reply": ""})
    form.is_valid()
    form.add_error(None, "Bitte später noch einmal.")

    summary = render("error_summary", form=form)

    assert summary.div.has_attr("autofocus")
    assert "Bitte später noch einmal." in summary.text
    for link in summary.select("a"):
        name = next(field.name for field in form if link["href"] == f"#{field.auto_id}")
        assert render("form_field", field=form[name]).find(id=link["href"][1:]) is not None


def test_summary_is_silent_without_errors(render):
    assert render("error_summary", form=Everything()).get_text(strip=True) == ""
