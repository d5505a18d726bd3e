import json

import pytest

from outbox.domain.running import run_due_jobs
from outbox.models import Job
from servicefinder.cases.delivery.fitconnect import FitConnect
from servicefinder.cases.delivery.fitconnect.metadata import SCHEMA as METADATA_SCHEMA
from servicefinder.cases.delivery.http import ReceiverDown, ReceiverRefuses
from servicefinder.cases.domain.contents import IncomingFile
from servicefinder.cases.domain.deliveries import DELIVERY_KIND
from servicefinder.cases.domain.documents import hand_in
from servicefinder.cases.enums import DeliveryState
from servicefinder.cases.models import Delivery
from tests.cases.delivery.fitconnect import fake_service
from tests.cases.delivery.fitconnect.fake_service import CLIENT, DESTINATION, SCHEMA, SECRET, SERVICE, fits
from tests.factories.cases import opened_case

pytestmark = pytest.mark.django_db

FILE = IncomingFile("Lageplan & Skizze.pdf", "application/pdf", b"%PDF-1.7 plan" * 500)


@pytest.fixture
def service():
    with fake_service.running() as running:
        yield running


@pytest.fixture
def delivery(service, settings) -> Delivery:
    settings.DELIVERY_SECRETS = {"fit": SECRET}
    settings.DELIVERY_PRIVATE_ADDRESSES = True
    options = {
        "destination": DESTINATION,
        "service": SERVICE,
        "schema": SCHEMA,
        "api": f"{service.address}/v1",
        "token_url": f"{service.address}/token",
        "client": CLIENT,
        "secret": "fit",
    }
    opened_case(files=(FILE,), deliver_to=(("fitconnect", options),))
    return Delivery.objects.get()


def attempt() -> None:
    Job.objects.filter(kind=DELIVERY_KIND).update(due_at="2020-01-01T00:00Z")
    run_due_jobs()


def test_the_authority_opens_the_case_and_what_belongs_to_it(service, delivery):
    receipt = FitConnect().deliver(delivery)

    [(number, submission)] = service.submissions.items()
    assert receipt == number
    data, metadata = submission["data"], submission["metadata"]
    assert json.loads(data)["reference"] == delivery.case.reference
    assert json.loads(data)["$schema"] == SCHEMA
    structure = metadata["contentStructure"]
    assert structure["data"]["submissionSchema"] == {"schemaUri": SCHEMA, "mimeType": "application/json"}
    assert fits(structure["data"]["hash"], data)
    for each in structure["attachments"]:
        assert fits(each["hash"], submission["attachments"][each["attachmentId"]])
    described = [(each["purpose"], each["filename"], each["mimeType"]) for each in structure["attachments"]]
    assert described == [
        ("form", f"{delivery.case.reference}.pdf", "application/pdf"),
        ("attachment", FILE.name, FILE.media_type),
    ]
    assert FILE.content in submission["attachments"].values()
    assert metadata["$schema"] == METADATA_SCHEMA
    assert metadata["additionalReferenceInfo"]["senderReference"] == delivery.case.reference


def test_it_is_settled_by_the_worker_with_the_number_of_the_submission(service, delivery):
    attempt()

    delivery.refresh_from_db()
    assert (delivery.state, [delivery.receipt]) == (DeliveryState.DONE, list(service.submissions))


def test_a_token_that_has_run_out_is_fetched_again(service, delivery):
    service.trouble = [("POST /v1/submissions", 401)]

    FitConnect().deliver(delivery)

    assert len(service.handed_in) == 1
    assert service.asked.count("POST /token") == 2


@pytest.mark.parametrize("status", [429, 500, 503])
@pytest.mark.parametrize(
    "where", ["POST /token", "GET /v1/destinations", "POST /v1/submissions", "/attachments/", "PUT"]
)
def test_trouble_anywhere_is_tried_again_and_handed_in_once(service, delivery, where, status):
    service.trouble = [(where, status)]

    with pytest.raises(ReceiverDown, match=str(status)):
        FitConnect().deliver(delivery)
    delivery.refresh_from_db()
    FitConnect().deliver(delivery)

    assert len(service.submissions) == 1
    assert len(service.handed_in) == 1


@pytest.mark.parametrize("where", ["/attachments/", "PUT /v1/submissions/[^/]+$"])
def test_what_was_accepted_unheard_is_not_handed_in_twice(service, delivery, where):
    service.trouble = [(where, "cut")]
    with pytest.raises(ReceiverDown, match="nicht erreichbar"):
        FitConnect().deliver(delivery)
    delivery.refresh_from_db()
    handed_in_before = len(service.handed_in)
    service.asked.clear()

    [number] = service.submissions
    assert FitConnect().deliver(delivery) == number

    assert len(service.handed_in) == 1
    sent_again = [each for each in service.asked if each.startswith(("PUT", "POST /v1"))]
    assert bool(sent_again) == (handed_in_before == 0)


def test_an_event_that_the_service_did_not_sign_counts_for_nothing(service, delivery):
    FitConnect().deliver(delivery)
    delivery.refresh_from_db()
    [(number, submission)] = service.submissions.items()
    service.event_signer = fake_service.key("somebody", 2048)
    submission["events"] = [service.event(number, "submit-submission")]

    with pytest.raises(ReceiverRefuses, match="nicht echt"):
        FitConnect().deliver(delivery)


def test_only_what_was_announced_is_sent_though_documents_came_since(service, delivery):
    service.trouble = [("/attachments/", 500)]
    with pytest.raises(ReceiverDown):
        FitConnect().deliver(delivery)
    delivery.refresh_from_db()

    hand_in(delivery.case, [IncomingFile("Nachtrag.pdf", "application/pdf", b"%PDF-1.7 x")])

    FitConnect().deliver(delivery)

    assert len(service.handed_in[0]["attachments"]) == 2


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"key_ops": ["wrapKey", "unwrapKey"]}, "key_ops"),
        ({"alg": "RSA-OAEP"}, "alg"),
        ({"kty": "EC"}, "kty"),
        ({"n": "AQAB"}, "Schlüssel des Ziels"),
        ({"x5c": []}, "kein Zertifikat"),
        ({"x5c": ["kein Zertifikat"]}, "nicht lesbar"),
        ({"x5c": fake_service.chain()[1:]}, "anderen Schlüssel"),
        ({"x5c": fake_service.chain(days=-10)}, "abgelaufen"),
        ({"x5c": [fake_service.chain()[0], fake_service.chain()[0]]}, "nicht zusammen"),
    ],
)
def test_nothing_is_encrypted_with_a_key_that_is_not_fit(service, delivery, changes, said):
    service.key = fake_service.public_key(**changes)

    with pytest.raises(ReceiverRefuses, match=said):
        FitConnect().deliver(delivery)

    assert not any(each.startswith("PUT") for each in service.asked)


def test_only_the_test_environment_may_do_without_a_certificate(service, delivery):
    service.key = fake_service.public_key(x5c=[])
    delivery.options["test"] = True

    FitConnect().deliver(delivery)

    assert len(service.handed_in) == 1


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("service", "urn:de:fim:leika:leistung:1", "diese Leistung nicht"),
        ("schema", "https://schema.example.org/anders", "dieses Fachdatenschema nicht"),
        ("client", "niemand", "Die Anmeldung bei FIT-Connect lehnt mit 401 ab"),
        ("destination", "", "fehlt: Kennung des Ziels"),
    ],
)
def test_what_is_set_up_wrongly_is_named(service, delivery, name, value, said):
    delivery.options[name] = value

    with pytest.raises(ReceiverRefuses, match=said):
        FitConnect().deliver(delivery)

    assert service.submissions == {}


def test_a_destination_out_of_service_is_said(service, delivery):
    service.status = "created"

    with pytest.raises(ReceiverRefuses, match="nicht in Betrieb"):
        FitConnect().deliver(delivery)
