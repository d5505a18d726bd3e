"""Fills drafts of an online form up to the last button, and sets up a form page of `wagtail.contrib.forms`.

Run as a program: `DATA_DIR=… python tests/bench/submission_preparing.py 400 /file/for/tokens`. For benchmarks
only. Each draft asks and answers the same; the form page has as many fields as the draft has answers.
"""

import os
import sys
from datetime import date
from pathlib import Path
from random import Random

BASE_DIR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(BASE_DIR), str(BASE_DIR / "site")]
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from wagtail.models import Site

from democity.loading.case_filling import Applicant, filled
from servicefinder.forms.domain.drafts import open_draft, save_step, start
from servicefinder.forms.domain.versions import current_version
from servicefinder.forms.domain.walking import Walk
from servicefinder.forms.models import FormPage
from tests.bench.comparison.models import ContactField, ContactPage

SLUG, CONTACT_SLUG = "anliegen-schreiben", "bench-kontakt"
SAMPLE = {"art": "idee", "betreff": "Mehr Schatten", "anliegen": "Bitte pflanzen Sie Bäume.", "anlagen": None}
WHO = Applicant(
    "Bächle",
    "Kim",
    date(1980, 2, 29),
    {"street": "Gerberweg", "house_number": "3", "postal_code": "35390", "city": "Auenstadt"},
    "kim@example.org",
    "+49 6499 1234",
)


def prepare_drafts(count: int) -> list[str]:
    version = current_version(FormPage.objects.get(slug=SLUG).form)
    if version is None:
        raise LookupError(SLUG)
    tokens = []
    for number in range(count):
        _, token = start(version, "de")
        draft = open_draft(token)
        answers = filled(draft.form, WHO, date.today(), Random(1), SAMPLE)  # noqa: S311
        for asked in Walk(draft.form, answers).steps:
            own = {field.name: answers.get(field.name) for field in asked.fields}
            draft = save_step(draft, asked.step, own, done=True)
        tokens.append(token)
        if not number:
            prepare_comparison(len(answers))
    return tokens


def prepare_comparison(fields: int) -> None:
    call_command("migrate", "wagtailforms", verbosity=0)
    with connection.schema_editor() as editor:
        editor.create_model(ContactPage)
        editor.create_model(ContactField)
    home = Site.objects.get(is_default_site=True).root_page
    page = home.add_child(
        instance=ContactPage(
            title="Kontakt",
            slug=CONTACT_SLUG,
            to_address="amt@example.org",
            from_address="web@example.org",
            subject="Eine Nachricht",
        )
    )
    kinds = ["singleline"] * (fields - 2) + ["multiline", "email"]
    for number, kind in enumerate(kinds):
        page.form_fields.add(
            ContactField(
                sort_order=number, label=f"Feld {number}", clean_name=f"feld_{number}", field_type=kind
            )
        )
    page.save()
    page.save_revision().publish()


if __name__ == "__main__":
    Path(sys.argv[2]).write_text("\n".join(prepare_drafts(int(sys.argv[1]))))
