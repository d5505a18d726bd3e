"""The search knows exactly what the read models say."""

from datetime import UTC, datetime

import pytest

from search.documents import SearchDocument
from search.registries import facets, result_types, sources
from servicefinder.catalogue.models import OfficePage, ServicePage
from tests.factories.catalogue import (
    ContactPersonPageFactory,
    DepartmentPageFactory,
    LifeSituationFactory,
    OfficePageFactory,
    ServicePageFactory,
    publish,
    translate,
)

pytestmark = pytest.mark.django_db


def documents(source: str, pk: object) -> list[SearchDocument]:
    found = sources.get(source)
    assert found is not None
    return found.documents_for(str(pk))


def test_service_with_everything() -> None:
    department = DepartmentPageFactory(title="Bürgeramt")
    end = datetime(2099, 1, 1, tzinfo=UTC)
    page = ServicePageFactory(
        title="Reisepass",
        slug="reisepass",
        parent=department,
        whole=True,
        restricted=True,
        live_status_until=end,
        demand=5,
        tagged=["Ausweise"],
        in_situations=[LifeSituationFactory(title="Reisen")],
    )

    (document,) = documents("service", page.service_id)

    assert (document.type, document.id, document.language) == ("service", str(page.service_id), "de")
    assert (document.title, document.url) == ("Reisepass", "/dienstleistungen/reisepass/")
    assert document.alternatives == ("Reisepass Ausstellung", "Pass", "ePass", "Paß", "Ausweise")
    assert document.leika == ("99085001012000",)
    assert (document.department, document.status, document.demand) == ("Bürgeramt", "restricted", 5)
    assert document.changes_at == end
    assert document.facets == {
        "audience": ("citizen",),
        "life_situation": ("reisen",),
        "online": ("yes",),
        "free": (),
    }
    for words in (
        "zehn Jahre",
        "bisheriger Pass",
        "kein Papierfoto",
        "32 Seiten",
        "Termin buchen",
        "Sie wohnen hier.",
    ):
        assert words in document.body
    assert "<" not in document.body


def test_restriction_that_is_over_is_not_shown() -> None:
    page = ServicePageFactory(restricted=True, live_status_until=datetime(2020, 1, 1, tzinfo=UTC))

    assert documents("service", page.service_id)[0].status == "normal"


def test_each_language_is_a_document() -> None:
    page = ServicePageFactory(title="Reisepass")
    translate(page, title="Passport")

    found = {document.language: document.title for document in documents("service", page.service_id)}

    assert found == {"de": "Reisepass", "en": "Passport"}


def test_offices_and_departments() -> None:
    department = DepartmentPageFactory(
        title="Bürgeramt", leader="Dr. Karin Feld", description="<p>Wir helfen.</p>"
    )
    office = OfficePageFactory(title="Rathaus", parent=department, public_transport="Bus 3")
    ContactPersonPageFactory(title="Anna Schmidt", function="Ausweise", parent=department)
    publish(department)

    (of_office,) = documents("office", office.office_id)
    (of_department,) = documents("department", department.department_id)

    assert (of_office.title, of_office.department) == ("Rathaus", "Bürgeramt")
    assert of_office.body == "Marktplatz 1, 35990 Auenstadt.\nBus 3."
    assert of_department.body == ("Wir helfen.\nLeitung: Dr. Karin Feld.\nKontakt: Anna Schmidt Ausweise.")
    assert "Bürgerbüro" in of_department.alternatives


def test_texts_read_like_sentences() -> None:
    page = ServicePageFactory(
        whole=True, requirements="<h3>Alter</h3><ul><li>ab 18</li><li>nur hier</li></ul>"
    )

    lines = documents("service", page.service_id)[0].body.split("\n")

    assert "Alter" in lines
    assert "ab 18; nur hier" in lines
    assert "Unterlagen: bisheriger Pass, Passfoto (kein Papierfoto)." in lines
    assert "Gebühren: 32 Seiten (ab 24 Jahren)." in lines
    assert "Termin buchen: Online." in lines


def test_service_says_what_can_be_done_at_once() -> None:
    page = ServicePageFactory(title="Reisepass", whole=True)
    closed = ServicePageFactory(title="Ausweis", whole=True, live_status="closed", live_status_reason="x")
    plain = ServicePageFactory(title="Beratung")

    actions = [documents("service", each.service_id)[0].action for each in (page, closed, plain)]

    assert actions == ["Termin buchen", "", ""]


def test_life_situations_are_a_facet_with_their_titles() -> None:
    situation = LifeSituationFactory(title="Reisen")
    ServicePageFactory(in_situations=[situation])
    facet = facets.get("life_situation")
    assert facet is not None

    assert facet.labels(["reisen", "unbekannt"], "de") == {"reisen": "Reisen"}


def test_what_is_not_public_is_no_document() -> None:
    department = DepartmentPageFactory()
    draft = ServicePageFactory(parent=department, draft=True)
    ended = ServicePageFactory(parent=department)
    ServicePage.objects.get(pk=ended.pk).unpublish()
    gone = OfficePageFactory(parent=department)
    OfficePage.objects.get(pk=gone.pk).delete()
    shown = ServicePageFactory(parent=department)

    assert documents("service", draft.service_id) == documents("service", ended.service_id) == []
    assert documents("office", gone.office_id) == []
    service_source = sources.get("service")
    assert service_source is not None
    assert list(service_source.public_pks()) == [str(shown.service_id)]


def test_types_have_names_that_people_read() -> None:
    assert [result_types.plural(name) for name in ("service", "office", "department")] == [
        "Dienstleistungen",
        "Standorte",
        "Ämter",
    ]
