import json
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from servicefinder.catalogue.enums import FeeKind, LiveStatus, OnlineServiceKind, OnlineStatus, TrustLevel
from servicefinder.catalogue.models import (
    OpeningHours,
    ServiceDocument,
    ServiceFee,
    ServiceLegalBasis,
    ServiceOnlineService,
)
from servicefinder.catalogue.registries import MeasuredDuration, measured_durations
from tests.catalogue.conftest import at
from tests.factories.catalogue import (
    ContactPersonPageFactory,
    DepartmentPageFactory,
    LifeSituationFactory,
    OfficePageFactory,
    ServicePageFactory,
    publish,
    save_draft,
    translate,
)

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")
QUERY_LIMIT = 8


def page_of(client: Client, slug: str) -> BeautifulSoup:
    response = client.get(f"/dienstleistungen/{slug}/")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(element: Any) -> str:
    return " ".join(element.get_text(" ").split())


def online_service(**values: Any) -> list[ServiceOnlineService]:
    return [ServiceOnlineService(**{"label": "Termin buchen", **values})]


def test_every_part_stands_under_a_heading_that_the_contents_list_names(client: Client) -> None:
    department = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    office = OfficePageFactory(title="Rathaus", slug="rathaus", parent=department)
    ServicePageFactory(
        title="Reisepass beantragen", slug="reisepass", parent=department, whole=True, at_offices=[office]
    )

    page = page_of(client, "reisepass")

    ids = [link["href"].removeprefix("#") for link in page.select(".toc a")]
    assert ids == [
        *("worum", "zielgruppe", "unterlagen", "kosten", "fristen", "dauer", "ablauf"),
        *("orte", "hinweise", "widerspruch", "recht"),
    ]
    for link in page.select(".toc a"):
        assert words(page.find(id=link["href"].removeprefix("#")).h2) == words(link)
    assert words(page.h1) == "Reisepass beantragen"


def test_a_part_without_content_has_no_heading(client: Client) -> None:
    ServicePageFactory(title="Fundsache melden", slug="fundsache")

    page = page_of(client, "fundsache")

    assert [words(heading) for heading in page.select("main h2")] == [
        *("So geht es heute", "Auf dieser Seite", "Wohin wende ich mich?", "Was fehlt?")
    ]


def test_online_is_one_clear_action_with_its_sign_in(client: Client) -> None:
    services = online_service(
        kind=OnlineServiceKind.EXTERNAL, url="https://termine.example/", trust_level=TrustLevel.HIGH
    )
    ServicePageFactory(title="Pass", slug="pass", online_services=services)

    box = page_of(client, "pass").select_one(".action-box")

    assert words(box.h2) == "Online erledigen"
    (button,) = box.select("a.action")
    assert button["href"] == "https://termine.example/"
    assert words(button).startswith("Termin buchen")
    assert "Online-Ausweis mit PIN" in words(box)


def test_what_is_only_announced_says_how_it_is_done_today(client: Client) -> None:
    services = online_service(
        kind=OnlineServiceKind.PLANNED,
        status=OnlineStatus.ANNOUNCED,
        text="Rufen Sie 06499 900-1200 an oder schreiben Sie an pass@auenstadt.example.",
    )
    ServicePageFactory(title="Pass", slug="pass", online_services=services)

    box = page_of(client, "pass").select_one(".action-box")

    assert words(box.h2) == "So geht es heute"
    assert box.select("a.action") == []
    assert [link["href"] for link in box.select("a")] == [
        "tel:+4964999001200",
        "mailto:pass@auenstadt.example",
    ]


def test_while_closed_nothing_is_offered_to_press(client: Client) -> None:
    services = online_service(kind=OnlineServiceKind.EXTERNAL, url="https://termine.example/")
    ServicePageFactory(
        title="Pass",
        slug="pass",
        online_services=services,
        live_status=LiveStatus.CLOSED,
        live_status_reason="Die Datenbank des Bundes ist gestört",
    )

    page = page_of(client, "pass")

    assert page.select("a.action") == []
    assert words(page.select_one(".status-banner")).startswith(
        "Zurzeit nicht möglich Die Datenbank des Bundes ist gestört"
    )


def test_a_restriction_is_gone_at_its_moment_without_a_publication(client: Client) -> None:
    until = datetime(2026, 12, 1, 12, tzinfo=BERLIN)
    with at(until - timedelta(days=1)):
        ServicePageFactory(title="Pass", slug="pass", restricted=True, live_status_until=until)

    with at(until - timedelta(minutes=1)):
        before = page_of(client, "pass")
    with at(until):
        after = page_of(client, "pass")

    assert "Wasserschaden im Archiv" in words(before.select_one(".status-banner"))
    assert after.select_one(".status-banner") is None


def test_todays_fees_are_shown_and_the_announced_ones_with_their_day(client: Client) -> None:
    new_year = date(2027, 1, 1)
    fees = [
        ServiceFee(label="Pass", cents=7000, valid_until=new_year - timedelta(days=1)),
        ServiceFee(label="Pass", cents=8000, valid_from=new_year),
    ]
    with at(datetime(2026, 12, 1, 12, tzinfo=BERLIN)):
        ServicePageFactory(title="Pass", slug="pass", fees=fees)

    with at(datetime(2026, 12, 31, 23, 59, tzinfo=BERLIN)):
        before = page_of(client, "pass").find(id="kosten")
    with at(datetime(2027, 1, 1, 0, 0, tzinfo=BERLIN)):
        after = page_of(client, "pass").find(id="kosten")

    assert [words(cell) for cell in before.select("tbody tr > *")] == [
        *("Pass", "70,00 €", "gültig bis 31. Dezember 2026")
    ]
    assert "Ab 1. Januar 2027" in words(before)
    assert "Pass: 80,00 €" in words(before)
    assert "70,00 €" not in words(after)
    assert [words(cell) for cell in after.select("tbody tr > *")] == ["Pass", "80,00 €", ""]


def test_four_facts_at_a_glance(client: Client) -> None:
    department = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    hours = [OpeningHours(weekday=0, opens=time(8), closes=time(18))]
    office = OfficePageFactory(title="Rathaus", slug="rathaus", parent=department, opening_hours=hours)
    ServicePageFactory(title="Pass", slug="pass", parent=department, whole=True, at_offices=[office])

    with at(datetime(2026, 11, 23, 10, tzinfo=BERLIN)):
        page = page_of(client, "pass")

    assert [words(fact) for fact in page.select(".facts > div")] == [
        "Das bringen Sie mit Bisheriger Pass Passfoto",
        "Das kostet es heute 70,00 €",
        "So lange dauert es 4 bis 6 Wochen Express: 3 Werktage.",
        "Dorthin wenden Sie sich Rathaus Heute bis 18 Uhr geöffnet",
    ]
    assert words(page.select_one(".office-card .open-state")) == "Heute bis 18 Uhr geöffnet"


def test_documents_are_a_checklist_with_form_and_condition(client: Client) -> None:
    documents = [
        ServiceDocument(name="alter Pass", form="original", needed_when="immer"),
        ServiceDocument(
            name="Vollmacht",
            form="form",
            needed_when="wenn jemand anderes kommt",
            template_url="https://formulare.example/vollmacht.pdf",
        ),
    ]
    ServicePageFactory(title="Pass", slug="pass", documents=documents)

    entries = page_of(client, "pass").select(".checklist > li")

    assert [words(entry) for entry in entries] == [
        "Alter Pass Original · immer nötig",
        "Vollmacht Formular · wenn jemand anderes kommt Vorlage: Vollmacht",
    ]
    assert entries[1].a["href"] == "https://formulare.example/vollmacht.pdf"


def test_people_related_services_and_life_situations_are_named(client: Client) -> None:
    department = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    person = ContactPersonPageFactory(title="Karin Feld", parent=department, phone="06499 900-1234")
    other = ServicePageFactory(title="Personalausweis", slug="personalausweis", parent=department)
    situation = LifeSituationFactory(title="Reisen", slug="reisen")
    ServicePageFactory(
        title="Pass",
        slug="pass",
        parent=department,
        with_contacts=[person],
        related_to=[other],
        in_situations=[situation],
    )

    page = page_of(client, "pass")

    assert "Karin Feld" in words(page.select_one(".contact-card"))
    assert page.select_one('.contact-card a[href="tel:+4964999001234"]') is not None
    assert [(words(link), link["href"]) for link in page.find(id="passend").select("a")] == [
        ("Personalausweis", "/dienstleistungen/personalausweis/"),
        ("Reisen", "/lebenslagen/reisen/"),
    ]


def test_law_is_folded_away(client: Client) -> None:
    bases = [ServiceLegalBasis(title="Passgesetz", paragraph="§ 1", url="https://gesetze.example/")]
    ServicePageFactory(title="Pass", slug="pass", legal_bases=bases)

    details = page_of(client, "pass").find(id="recht").details

    assert "open" not in details.attrs
    assert words(details.li) == "Passgesetz , § 1"


def test_machines_find_json_ld_canonical_address_and_twin(client: Client, settings: Any) -> None:
    service = ServicePageFactory(title="Pass </script>", slug="pass", whole=True)

    page = page_of(client, "pass")

    blocks = [json.loads(block.string) for block in page.select('script[type="application/ld+json"]')]
    (data,) = [block for block in blocks if block["@type"] == "GovernmentService"]
    assert data["name"] == "Pass </script>"
    assert data["url"] == f"{settings.BASE_URL}/dienstleistungen/pass/"
    assert data["identifier"] == ["99085001012000"]
    assert page.select_one('link[rel="canonical"]')["href"] == f"{settings.BASE_URL}/dienstleistungen/pass/"
    twin = page.select_one('link[type="application/json"]')["href"]
    assert twin == f"/api/v1/services/{service.service_id}"
    assert client.get(twin).json()["title"] == "Pass </script>"


def test_a_language_is_offered_only_where_the_service_is_described_in_it(client: Client) -> None:
    service = ServicePageFactory(title="Pass", slug="pass")
    ServicePageFactory(title="Ausweis", slug="ausweis")
    translate(service, "en", title="Passport", slug="passport")

    page = page_of(client, "pass")
    other = page_of(client, "ausweis")

    links = {link["hreflang"]: link["href"] for link in page.select("link[hreflang]")}
    assert links["en"].endswith("/en/dienstleistungen/passport/")
    assert links["de"].endswith("/dienstleistungen/pass/")
    assert other.select("link[hreflang]") == []
    english = client.get("/en/dienstleistungen/passport/")
    assert "<h1>Passport</h1>" in english.content.decode()


def test_an_older_address_redirects_for_good(client: Client) -> None:
    service = ServicePageFactory(title="Pass", slug="pass")
    publish(service, slug="reisepass")

    response = client.get("/dienstleistungen/pass/")

    assert (response.status_code, response["Location"]) == (301, "/dienstleistungen/reisepass/")
    assert client.get("/dienstleistungen/reisepass/").status_code == 200


def test_feedback_is_one_link_away(client: Client) -> None:
    ServicePageFactory(title="Pass", slug="pass")

    page = page_of(client, "pass")

    assert page.select_one('a[href="/feedback/pass/"]') is not None


def test_the_page_sets_no_cookie(client: Client) -> None:
    ServicePageFactory(title="Pass", slug="pass", whole=True)

    response = client.get("/dienstleistungen/pass/")

    assert response.cookies == {}
    assert "Cookie" not in response.headers.get("Vary", "")


def test_markup_in_plain_fields_is_text(client: Client) -> None:
    services = online_service(
        kind=OnlineServiceKind.PAPER, status=OnlineStatus.PAPER, text="<script>alert(1)</script> 06499 900-1"
    )
    ServicePageFactory(title="<b>Pass</b>", slug="pass", summary="<img src=x>", online_services=services)

    content = client.get("/dienstleistungen/pass/").content.decode()

    assert "<script>alert" not in content
    assert "<img src=x>" not in content
    assert "<h1>&lt;b&gt;Pass&lt;/b&gt;</h1>" in content


def test_measured_durations_stand_beside_the_typical_time(client: Client) -> None:
    service = ServicePageFactory(title="Pass", slug="pass", whole=True)

    class Cases:
        name = "test"

        def __init__(self, count: int) -> None:
            self.count = count

        def duration_of(self, service_id: Any) -> MeasuredDuration | None:
            assert service_id == service.service_id
            return MeasuredDuration(12.4, 29.6, self.count)

    with measured_durations.fresh():
        measured_durations.register(Cases(19))
        too_few = words(page_of(client, "pass").find(id="dauer"))
    with measured_durations.fresh():
        measured_durations.register(Cases(20))
        enough = words(page_of(client, "pass").find(id="dauer"))

    assert "Zuletzt gemessen" not in too_few
    assert "Die Hälfte von 20 Anträgen war nach 12 Tagen fertig, neun von zehn nach 30 Tagen." in enough


def test_a_page_takes_few_queries_whatever_its_length(client: Client) -> None:
    department = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    others = [ServicePageFactory(parent=department) for _ in range(3)]
    offices = [OfficePageFactory(parent=department, open=True) for _ in range(5)]
    people = [ContactPersonPageFactory(parent=department) for _ in range(3)]
    situations = [LifeSituationFactory() for _ in range(3)]
    ServicePageFactory(title="Kurz", slug="kurz", parent=department, at_offices=offices[:1])
    ServicePageFactory(
        title="Lang",
        slug="lang",
        parent=department,
        whole=True,
        at_offices=offices,
        with_contacts=people,
        related_to=others,
        in_situations=situations,
    )
    publish(ServicePageFactory(title="Viel", slug="viel", parent=department))
    client.get("/dienstleistungen/kurz/")

    with CaptureQueriesContext(connection) as short:
        client.get("/dienstleistungen/kurz/")
    with CaptureQueriesContext(connection) as long:
        client.get("/dienstleistungen/lang/")

    assert len(short) == len(long) <= QUERY_LIMIT


def test_a_preview_shows_the_draft_in_the_same_form(client: Client) -> None:
    service = ServicePageFactory(title="Pass", slug="pass", whole=True)
    save_draft(service, title="Pass beantragen")
    client.force_login(User.objects.create_superuser("admin"))

    preview = client.get(f"/redaktion/pages/{service.pk}/view_draft/")

    page = BeautifulSoup(preview.content, "html.parser")
    assert words(page.h1) == "Pass beantragen"
    assert words(page.find(id="kosten").h2) == "Was kostet es?"
    client.logout()
    assert words(page_of(client, "pass").h1) == "Pass"


def test_fees_without_an_amount_say_what_they_depend_on(client: Client) -> None:
    fees = [ServiceFee(label="Genehmigung", kind=FeeKind.TEXT, condition="nach Aufwand")]
    ServicePageFactory(title="Bauantrag", slug="bauantrag", fees=fees)

    page = page_of(client, "bauantrag")

    assert "Das kostet es heute Je nach Fall" in words(page.select_one(".facts"))
    assert [words(cell) for cell in page.select("#kosten tbody tr > *")] == [
        "Genehmigung",
        "–",
        "nach Aufwand",
    ]
