import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from servicefinder.cases.delivery.secrets import SecretMissing
from servicefinder.cases.delivery.webhook import ReceiverDown, Webhook, WebhookRefused, signature
from servicefinder.cases.models import Delivery
from tests.factories.cases import opened_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def receiver():
    """A server that answers as told; `requests` holds headers and bodies."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            server.requests.append((self.headers, body))
            self.send_response(server.status)
            self.end_headers()
            self.wfile.write(b'{"id": "R-1"}')

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.requests, server.status = [], 201
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def delivery(receiver, settings) -> Delivery:
    settings.DELIVERY_SECRETS = {"kasse": "agreed"}
    settings.DELIVERY_PRIVATE_ADDRESSES = True
    url = f"http://127.0.0.1:{receiver.server_port}/in?x=1"
    opened_case(deliver_to=(("webhook", {"url": url, "secret": "kasse"}),))
    return Delivery.objects.get()


def test_the_case_arrives_signed_and_with_a_key_for_repetitions(receiver, delivery):
    assert Webhook().deliver(delivery) == "R-1"

    headers, body = receiver.requests[0]
    moment = headers["X-Signature"].partition(",")[0].removeprefix("t=")
    assert headers["X-Signature"] == f"t={moment},v1={signature(b'agreed', moment, body)}"
    assert headers["Idempotency-Key"] == str(delivery.pk)
    value = json.loads(body)
    assert value["contents"]["person"]["family_name"] == "Müller-Lüdenscheidt"
    assert value["reference"] == delivery.case.reference


def test_a_receiver_that_knows_the_key_has_the_case(receiver, delivery):
    receiver.status = 409

    assert Webhook().deliver(delivery) == "R-1"


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_receiver_in_trouble_is_asked_later(receiver, delivery, status):
    receiver.status = status

    with pytest.raises(ReceiverDown):
        Webhook().deliver(delivery)


@pytest.mark.parametrize("status", [302, 400, 401])
def test_a_refusal_and_a_redirection_are_said(receiver, delivery, status):
    receiver.status = status

    with pytest.raises(WebhookRefused, match=str(status)):
        Webhook().deliver(delivery)


def test_nobody_there_is_said(receiver, delivery):
    receiver.shutdown()
    receiver.server_close()

    with pytest.raises(ReceiverDown):
        Webhook().deliver(delivery)


@pytest.mark.parametrize(
    "url", ["https://127.0.0.1/", "https://10.0.0.1/", "https://[::1]/", "http://example.org/"]
)
def test_the_own_network_and_plain_http_are_refused(delivery, settings, url):
    settings.DELIVERY_PRIVATE_ADDRESSES = False
    delivery.options["url"] = url

    with pytest.raises(WebhookRefused):
        Webhook().deliver(delivery)


def test_without_its_secret_nothing_leaves(receiver, delivery, settings):
    settings.DELIVERY_SECRETS = {}

    with pytest.raises(SecretMissing, match="kasse"):
        Webhook().deliver(delivery)

    assert receiver.requests == []
