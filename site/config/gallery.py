"""The style guide of development: every component with long German content, at `/entwicklung/bausteine/`."""

import tomllib
from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from home.domain.written_frame import html_of, shown
from search.checkboxes import Option, checkbox_items

SAMPLES = Path(settings.BASE_DIR) / "templates" / "components" / "gallery.toml"


class SampleForm(forms.Form):
    """One field of each kind that `components/form_field` draws."""

    name = forms.CharField(label="Ihr Name", help_text="So, wie er in Ihrem Ausweis steht.", max_length=80)
    email = forms.EmailField(label="E-Mail-Adresse", required=False)
    postcode = forms.CharField(label="Postleitzahl", max_length=5)
    district = forms.ChoiceField(
        label="Stadtteil", choices=[("", "Bitte wählen"), ("altstadt", "Altstadt"), ("oberau", "Oberau")]
    )
    reply = forms.ChoiceField(
        label="Wie sollen wir Ihnen antworten?",
        choices=[("mail", "Per E-Mail"), ("phone", "Am Telefon"), ("none", "Gar nicht")],
        widget=forms.RadioSelect,
        help_text="Eine Antwort dauert in der Regel drei Arbeitstage.",
    )
    topics = forms.MultipleChoiceField(
        label="Worum geht es?",
        choices=[
            ("a", "Verständlichkeit"),
            ("b", "Falsche oder veraltete Angaben"),
            ("c", "Barrierefreiheit"),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    message = forms.CharField(label="Ihre Nachricht", widget=forms.Textarea, max_length=2000)
    consent = forms.BooleanField(label="Ich habe die Hinweise zum Datenschutz gelesen.")


def samples() -> dict[str, Any]:
    """The sample data, with texts that begin with a tag marked as HTML."""
    return _with_html(tomllib.loads(SAMPLES.read_text(encoding="utf-8")))


def _with_html(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _with_html(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_html(item) for item in value]
    if isinstance(value, str) and value.startswith("<"):
        return mark_safe(value)
    return value


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component; `?theme=dark` forces a scheme."""
    context = samples()
    for name, field in (("departments", "amt"), ("channels", "weg")):
        context[name] = checkbox_items(field, (Option(**option) for option in context[name]))
    frame = context["frame"]
    frame |= {"theme": request.GET.get("theme", ""), **shown(html_of(frame), frame["navigation"])}
    context["form"] = SampleForm()
    context["form_with_errors"] = SampleForm(
        {"name": "", "email": "kim@", "postcode": "35990", "message": ""}, prefix=None, auto_id="fehler_%s"
    )
    return render(request, "components/gallery.html", context)
