"""Announce, attach, submit: each attempt goes on with the submission that the first one announced."""

from typing import Any
from uuid import uuid4

from ...models import Case, Delivery
from ..http import ReceiverRefuses
from ..secrets import secret_of
from .client import Client
from .keys import checked_key, encrypted
from .metadata import FORM, JSON_TYPE, attachments_of, data_of, metadata_of
from .options import FitConnectOptions

NEEDED = {
    "destination": "Kennung des Ziels",
    "service": "Kennung der Leistung",
    "schema": "Adresse des Fachdatenschemas",
    "api": "Adresse des Zustelldienstes",
    "token_url": "Adresse der Anmeldung",
    "client": "Kennung des Absenders",
}


class FitConnect:
    """Options: those of `NEEDED`, and `{"secret": "name in DELIVERY_SECRETS", "test": true}`; `test` takes
    keys without a certificate, as the test environment has them. The receipt is the submission's id.
    """

    name = "fitconnect"
    label = "FIT-Connect"
    options_form = FitConnectOptions

    def deliver(self, delivery: Delivery) -> str:
        options = {**delivery.options}
        for name, label in NEEDED.items():
            if not options.get(name):
                raise ReceiverRefuses(f"Für FIT-Connect fehlt: {label}.")
        client = Client(options["api"], options["token_url"], options["client"], secret_of(delivery).decode())
        announced = delivery.progress
        # An attempt before this one may have been accepted without our hearing of it.
        if announced and client.was_submitted(announced["submission"], announced["case"]):
            return str(announced["submission"])
        destination = client.destination(options["destination"])
        if not announced:
            _check_service(destination, options)
            announced = self._announce(client, delivery, options)
        self._hand_in(client, delivery.case, options, announced, str(destination.get("encryptionKid", "")))
        return str(announced["submission"])

    def _announce(self, client: Client, delivery: Delivery, options: dict[str, Any]) -> dict[str, Any]:
        """Written down at once. Two attempts at the same time go on with the one that was written first."""
        documents = [str(each) for each in delivery.case.documents.values_list("pk", flat=True)]
        attachments = {each: str(uuid4()) for each in (FORM, *documents)}
        service = {"identifier": options["service"], "name": delivery.case.type_version.name}
        answer = client.announce(options["destination"], service, list(attachments.values()))
        try:
            said = {"submission": str(answer["submissionId"]), "case": str(answer["caseId"])}
        except KeyError as error:
            raise ReceiverRefuses("FIT-Connect nennt keine Kennung der Einreichung.") from error
        mine = Delivery.objects.filter(pk=delivery.pk, progress={})
        mine.update(progress={**said, "attachments": attachments})
        kept: dict[str, Any] = Delivery.objects.values_list("progress", flat=True).get(pk=delivery.pk)
        return kept

    def _hand_in(
        self, client: Client, case: Case, options: dict[str, Any], announced: dict[str, Any], key_id: str
    ) -> None:
        key = checked_key(
            client.key(options["destination"], key_id), key_id, certified=not options.get("test")
        )
        described = []
        for each in attachments_of(case, announced["attachments"]):
            client.attach(announced["submission"], each.id, encrypted(each.content, key, each.media_type))
            described.append(each.described())
        data = data_of(case, options["schema"])
        metadata = metadata_of(case, data, options["schema"], described)
        client.submit(
            announced["submission"], encrypted(metadata, key, JSON_TYPE), encrypted(data, key, JSON_TYPE)
        )


def _check_service(destination: dict[str, Any], options: dict[str, Any]) -> None:
    """Said before anything is sent: what the destination does not take it would refuse later."""
    if destination.get("status", "active") != "active":
        raise ReceiverRefuses("Das Ziel bei FIT-Connect ist nicht in Betrieb.")
    offered = [
        each for each in destination.get("services") or [] if each.get("identifier") == options["service"]
    ]
    if not offered:
        raise ReceiverRefuses("Das Ziel bei FIT-Connect nimmt diese Leistung nicht an.")
    schemas = {each.get("schemaUri") for one in offered for each in one.get("submissionSchemas") or []}
    if options["schema"] not in schemas:
        raise ReceiverRefuses("Das Ziel bei FIT-Connect nimmt dieses Fachdatenschema nicht an.")
