"""Imports against the database: created, updated, unchanged, kept, refused."""

import json
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site

from home.models import HomePage
from servicefinder.catalogue.domain.installation import install_catalogue
from servicefinder.catalogue.imports.records import ImportFiles
from servicefinder.catalogue.imports.report import Status
from servicefinder.catalogue.imports.running import run_import
from servicefinder.catalogue.models import (
    DepartmentPage,
    ImportDifference,
    ImportRun,
    OfficePage,
    PublishedService,
    ServicePage,
    SourceRecord,
)

from .conftest import LEIKA_HEADER, OFFICE, OZG_HEADER, SERVICE

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def city():
    home = HomePage(title="Auenstadt", slug="auenstadt")
    Page.objects.get(depth=1).add_child(instance=home)
    Site.objects.update(root_page=home)
    install_catalogue(home)
    return home


@pytest.fixture
def run(dldb_file):
    """Import the given services, with one office."""

    def run(*services, **options):
        files = ImportFiles((dldb_file(*services),), dldb_file(OFFICE, name="locations.json"))
        return run_import(files, "dldb", **options)[1]

    return run


def edit(page, user=None, publish=False, **values):
    page = page.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(page, name, value)
    revision = page.save_revision(user=user)
    if publish:
        revision.publish()


def latest():
    return ServicePage.objects.get().get_latest_revision_as_object()


def test_a_published_import_is_live_with_office_and_department(run):
    report = run(SERVICE, publish=True)

    page = ServicePage.objects.get()
    assert report.count("service", Status.CREATED) == 1
    assert report.count("office", Status.CREATED) == 1
    assert page.live
    assert [row.office for row in page.offices.all()] == [OfficePage.objects.get().office]
    assert page.get_parent().title == "Kreisverwaltung"
    assert PublishedService.objects.get().title == "Reisepass"
    assert SourceRecord.objects.count() == 2


def test_without_publish_it_is_a_draft_nobody_sees(run):
    run(SERVICE)

    assert not ServicePage.objects.get().live
    assert not PublishedService.objects.exists()


def test_the_second_run_changes_nothing(run):
    run(SERVICE, publish=True)
    revisions = ServicePage.objects.get().revisions.count()

    report = run(SERVICE, publish=True)

    assert report.count("service", Status.UNCHANGED) == 1
    assert report.count("office", Status.UNCHANGED) == 1
    assert ServicePage.objects.get().revisions.count() == revisions


def test_publishing_later_publishes_what_was_a_draft(run):
    run(SERVICE)

    run(SERVICE, publish=True)

    assert ServicePage.objects.get().live
    assert OfficePage.objects.get().live
    assert DepartmentPage.objects.get().live


def test_a_change_of_the_source_is_taken_over(run):
    run(SERVICE, publish=True)

    report = run(SERVICE | {"name": "Reisepass beantragen", "fees": "<p>75 Euro</p>"}, publish=True)

    page = ServicePage.objects.get()
    assert report.count("service", Status.UPDATED) == 1
    assert page.title == "Reisepass beantragen"
    assert page.fees_note == "<p>75 Euro</p>"


def test_an_edit_of_the_department_survives_a_change_of_the_source(run):
    run(SERVICE, publish=True)
    edit(ServicePage.objects.get(), title="Unser Titel", body="<p>Unser Text</p>", publish=True)

    report = run(SERVICE | {"name": "Deren Titel"}, publish=True)

    assert report.count("service", Status.CONFLICTING) == 1
    assert latest().title == "Unser Titel"
    assert latest().body == "<p>Unser Text</p>"
    difference = ImportDifference.objects.get(field="title")
    assert (difference.base, difference.current, difference.incoming) == (
        "Reisepass",
        "Unser Titel",
        "Deren Titel",
    )
    assert run(SERVICE | {"name": "Deren Titel"}, publish=True).count("service", Status.UNCHANGED) == 1


def test_an_unpublished_draft_of_the_department_is_not_published_by_an_import(run):
    run(SERVICE, publish=True)
    author = get_user_model().objects.create(username="autorin")
    edit(ServicePage.objects.get(), user=author, summary="Noch nicht freigegeben.")

    report = run(SERVICE | {"fees": "<p>80 Euro</p>"}, publish=True)

    page = ServicePage.objects.get()
    assert "nicht veröffentlicht" in report.outcomes[0].notes[-1]
    assert page.summary != "Noch nicht freigegeben."
    assert latest().summary == "Noch nicht freigegeben."
    assert latest().fees_note == "<p>80 Euro</p>"


def test_saving_in_the_editor_is_not_an_edit(run):
    run(SERVICE, publish=True)
    body = latest().body.replace("<p>", '<p data-block-key="x1y2z">', 1)
    edit(ServicePage.objects.get(), body=body, publish=True)

    report = run(SERVICE | {"description": "<p>Neu bei der Quelle.</p>"}, publish=True)

    assert report.count("service", Status.UPDATED) == 1
    assert latest().body == "<p>Neu bei der Quelle.</p>"


def test_what_was_deleted_here_is_not_created_again(run):
    run(SERVICE, publish=True)
    ServicePage.objects.get().delete()

    report = run(SERVICE, publish=True)

    assert not ServicePage.objects.exists()
    assert report.count("service", Status.REFUSED) == 1


def test_a_renamed_department_still_gets_its_services(run):
    run(SERVICE, publish=True)
    edit(DepartmentPage.objects.get(), title="Amt für Bürgerdienste", publish=True)

    run(SERVICE, SERVICE | {"id": "101", "name": "Personalausweis"}, publish=True)

    assert DepartmentPage.objects.count() == 1


def test_a_possible_double_is_reported_and_can_be_attached(run, csv_file):
    run(SERVICE, publish=True)
    services = csv_file(OZG_HEADER, ["10177", "Pass", "", ""])
    leika = csv_file(LEIKA_HEADER, ["99085001012000", "Pass", "2/3", "10177", ""], name="leika.csv")
    files = ImportFiles((services, leika))

    _, tried = run_import(files, "ozg", dry_run=True)
    _, attached = run_import(files, "ozg", attach={"10177": "reisepass"})

    assert tried.outcomes[0].doubles == ("Reisepass (reisepass)",)
    assert attached.count("service", Status.CONFLICTING) == 1
    assert ServicePage.objects.count() == 1
    assert latest().title == "Reisepass"
    assert latest().ozg == "10177"
    assert set(SourceRecord.objects.filter(kind="service").values_list("source", flat=True)) == {
        "dldb",
        "ozg",
    }


def test_a_dry_run_writes_nothing(run):
    report = run(SERVICE, dry_run=True)

    assert report.count("service", Status.CREATED) == 1
    assert report.outcomes == []
    for model in (ServicePage, OfficePage, DepartmentPage, SourceRecord, ImportRun):
        assert not model.objects.exists()


def test_a_record_that_does_not_fit_our_fields_harms_nothing_else(run):
    long_label = {"forms": [{"name": "x" * 300, "link": "https://example.org/a"}], "links": []}

    report = run(SERVICE | long_label, SERVICE | {"id": "101"}, publish=True)

    assert report.count("service", Status.REFUSED) == 1
    assert report.count("service", Status.CREATED) == 1


def test_the_command_says_what_it_did(dldb_file, tmp_path):
    out = StringIO()
    report_file = tmp_path / "report.json"

    call_command(
        "import_services",
        "--format",
        "dldb",
        str(dldb_file(SERVICE, {"id": "x"})),
        "--report",
        str(report_file),
        stdout=out,
    )

    assert (
        "Dienstleistung: 1 neu, 0 geändert, 0 unverändert, 0 mit Abweichungen, 1 abgelehnt" in out.getvalue()
    )
    assert "Das Feld 'name' fehlt." in out.getvalue()
    assert {entry["status"] for entry in json.loads(report_file.read_text())} == {"created", "refused"}


def test_the_command_names_an_unreadable_file(tmp_path):
    with pytest.raises(CommandError, match=r"nirgends\.json"):
        call_command("import_services", "--format", "dldb", str(tmp_path / "nirgends.json"))

    assert not ImportRun.objects.exists()


@pytest.mark.slow
def test_both_real_catalogues_lose_none_of_fifty_edits(shared_dir):
    dldb = ImportFiles(
        (shared_dir / "catalogue/dldb/services_de.json",), shared_dir / "catalogue/dldb/locations_de.json"
    )
    ozg = ImportFiles(
        (
            shared_dir / "catalogue/ozg/ozg_leistungen.csv",
            shared_dir / "catalogue/ozg/leika_leistungen.csv",
        )
    )
    _, first = run_import(dldb, "dldb", publish=True)
    _, second = run_import(ozg, "ozg")
    pages = list(ServicePage.objects.order_by("pk"))
    edited = {page.pk: f"Von Hand {page.pk}" for page in [*pages[:25], *pages[-25:]]}
    for page in pages:
        if page.pk in edited:
            edit(page, summary=edited[page.pk], title=edited[page.pk], publish=True)

    _, third = run_import(dldb, "dldb", publish=True)
    _, fourth = run_import(ozg, "ozg")

    assert first.count("service", Status.CREATED) == 287
    assert first.count("office", Status.CREATED) == 109
    assert second.count("service", Status.CREATED) == 557
    assert sum(1 for page in pages if page.ozg and page.leika.exists()) == 533
    assert third.count("service", Status.UNCHANGED) == 287
    assert third.count("office", Status.UNCHANGED) == 109
    assert fourth.count("service", Status.UNCHANGED) == 557
    kept = {
        page.pk: page.get_latest_revision_as_object() for page in ServicePage.objects.filter(pk__in=edited)
    }
    assert {pk: page.title for pk, page in kept.items()} == edited
    assert {pk: page.summary for pk, page in kept.items()} == edited
