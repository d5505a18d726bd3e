"""The Submission API (version 1) of FIT-Connect as a sender uses it.

Reference: https://docs.fitko.de/fit-connect/docs/apis/submission-api/
"""

import json
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from jwcrypto.common import JWException
from jwcrypto.jwk import JWK
from jwcrypto.jws import JWS

from ..http import Answer, ReceiverDown, ReceiverRefuses, ask

UNAUTHORIZED = 401
EVENT_TYPE, EVENT_ALGORITHM = "secevent+jwt", "PS512"
SUBMITTED = "https://schema.fitko.de/fit-connect/events/submit-submission"


class Client:
    """One delivery's requests. Raises ReceiverDown (later) and ReceiverRefuses (not like this)."""

    def __init__(self, api: str, token_url: str, client_id: str, secret: str) -> None:
        self.api = api.rstrip("/")
        self._token_url = token_url
        self._credentials = {
            "grant_type": "client_credentials",
            "client_id": client_id,
            "client_secret": secret,
        }
        self._token = ""

    def destination(self, destination: str) -> dict[str, Any]:
        return _value(self._send("GET", f"/destinations/{quote(destination)}"))

    def key(self, destination: str, key_id: str) -> dict[str, Any]:
        return _value(self._send("GET", f"/destinations/{quote(destination)}/keys/{quote(key_id, safe='')}"))

    def announce(self, destination: str, service: dict[str, str], attachments: list[str]) -> dict[str, Any]:
        body = {"destinationId": destination, "announcedAttachments": attachments, "serviceType": service}
        return _value(self._send("POST", "/submissions", json.dumps(body)))

    def attach(self, submission: str, attachment: str, sealed: str) -> None:
        path = f"/submissions/{submission}/attachments/{attachment}"
        self._send("PUT", path, sealed, content_type="application/jose")

    def submit(self, submission: str, sealed_metadata: str, sealed_data: str) -> None:
        body = {"encryptedMetadata": sealed_metadata, "encryptedData": sealed_data}
        self._send("PUT", f"/submissions/{submission}", json.dumps(body))

    def was_submitted(self, submission: str, case: str) -> bool:
        """By a security event token that the delivery service signed."""
        log = _value(self._send("GET", f"/cases/{case}/events?limit=500")).get("eventLog") or []
        keys = self._service_keys() if log else {}
        return any(_says_submitted(each, submission, keys) for each in log)

    def _service_keys(self) -> dict[str, dict[str, Any]]:
        place = urlsplit(self.api)
        answer = ask("GET", f"{place.scheme}://{place.netloc}/.well-known/jwks.json", None, {})
        return {str(each.get("kid")): each for each in _value(answer).get("keys") or []}

    def _send(
        self, method: str, path: str, body: str | None = None, content_type: str = "application/json"
    ) -> Answer:
        """With a fresh token where the first has run out."""
        for attempt in (1, 2):
            headers = {"Authorization": f"Bearer {self._token or self._fetch_token()}"}
            if body is not None:
                headers["Content-Type"] = content_type
            answer = ask(method, self.api + path, body.encode() if body is not None else None, headers)
            if answer.status != UNAUTHORIZED or attempt == 2:
                break
            self._token = ""
        return _accepted(answer)

    def _fetch_token(self) -> str:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        answer = ask("POST", self._token_url, urlencode(self._credentials).encode(), headers)
        self._token = str(_value(_accepted(answer, "Die Anmeldung bei FIT-Connect")).get("access_token", ""))
        return self._token


def _says_submitted(token: str, submission: str, keys: dict[str, dict[str, Any]]) -> bool:
    """False for a token of another event, too; ReceiverRefuses for one that nobody of theirs signed."""
    signed = JWS()
    try:
        signed.deserialize(token)
        claims = json.loads(signed.objects["payload"])
        if claims.get("sub") != f"submission:{submission}" or SUBMITTED not in claims.get("events", {}):
            return False
        header = signed.jose_header
        if header.get("typ") != EVENT_TYPE or header.get("alg") != EVENT_ALGORITHM:
            raise ReceiverRefuses("Ein Eintrag im Ereignisprotokoll ist nicht so signiert, wie er muss.")
        signed.verify(JWK(**keys[header["kid"]]), EVENT_ALGORITHM)
    except (JWException, AttributeError, KeyError, TypeError, ValueError) as error:
        raise ReceiverRefuses("Das Ereignisprotokoll von FIT-Connect ist nicht echt.") from error
    return True


def _accepted(answer: Answer, what: str = "FIT-Connect") -> Answer:
    if 200 <= answer.status < 300:
        return answer
    try:
        problem = json.loads(answer.body)
        kind = str(problem.get("type", "")).rsplit("/", 1)[-1]
    except (ValueError, AttributeError):
        kind = ""
    raise ReceiverRefuses(f"{what} lehnt mit {answer.status} ab{f' ({kind})' if kind else ''}.")


def _value(answer: Answer) -> dict[str, Any]:
    try:
        value = json.loads(answer.body)
    except ValueError as error:
        raise ReceiverDown("FIT-Connect antwortet unverständlich.") from error
    if not isinstance(value, dict):
        raise ReceiverDown("FIT-Connect antwortet unverständlich.")
    return value
