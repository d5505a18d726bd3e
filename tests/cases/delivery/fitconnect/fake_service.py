"""A delivery service as FIT-Connect documents its API, with a destination that opens what it gets."""

import base64
import json
import re
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import cache
from hashlib import sha512
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from django.utils import timezone
from jwcrypto.jwe import JWE
from jwcrypto.jwk import JWK
from jwcrypto.jws import JWS

DESTINATION = "92f2f581-c89d-44a5-b834-1fe3f6fa48d5"
SERVICE = "urn:de:fim:leika:leistung:99102004000000"
SCHEMA = "https://schema.example.org/fall/1.0.0/fall.schema.json"
CLIENT, SECRET = "sender", "sehr geheim"
EVENTS = "https://schema.fitko.de/fit-connect/events/"


@cache
def key(name: str, bits: int = 4096) -> rsa.RSAPrivateKey:
    """Made once: they take a second each. `name` tells two apart."""
    return rsa.generate_private_key(65537, bits)


def certificate(
    subject: rsa.RSAPrivateKey, issuer: rsa.RSAPrivateKey, name: str, by: str, days: int = 30
) -> str:
    """Base64 of the DER, as `x5c` holds it."""
    start = timezone.now() - timedelta(days=60)
    made = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, by)]))
        .public_key(subject.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=60 + days))
        .sign(issuer, hashes.SHA512())
    )
    return base64.b64encode(made.public_bytes(serialization.Encoding.DER)).decode()


def chain(days: int = 30) -> list[str]:
    owner, root = key("destination"), key("root", 2048)
    return [certificate(owner, root, "ziel", "wurzel", days), certificate(root, root, "wurzel", "wurzel")]


def public_key(**changes: object) -> dict[str, object]:
    public = JWK.from_pyca(key("destination").public_key()).export_public(as_dict=True)
    wanted = {"kid": "ziel-1", "alg": "RSA-OAEP-256", "key_ops": ["wrapKey"], "x5c": chain()}
    return {**{name: public[name] for name in ("kty", "n", "e")}, **wanted, **changes}


class Service(ThreadingHTTPServer):
    """`trouble` says what happens to the next requests: (pattern of the request, status or `cut`)."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.key = public_key()
        self.tokens: set[str] = set()
        self.submissions: dict[str, dict] = {}
        self.asked: list[str] = []
        self.trouble: list[tuple[str, int | str]] = []
        self.event_signer = key("service", 2048)
        self.status = "active"

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def handed_in(self) -> list[dict]:
        return [each for each in self.submissions.values() if each["data"]]

    def event(self, submission: str, kind: str) -> str:
        claims = {
            "iss": self.address,
            "iat": int(time.time()),
            "jti": str(uuid.uuid4()),
            "sub": f"submission:{submission}",
            "events": {EVENTS + kind: {}},
        }
        token = JWS(json.dumps(claims))
        header = json.dumps({"alg": "PS512", "typ": "secevent+jwt", "kid": "dienst-1"})
        token.add_signature(JWK.from_pyca(self.event_signer), protected=header)
        return str(token.serialize(compact=True))


class Handler(BaseHTTPRequestHandler):
    server: Service

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def do_PUT(self) -> None:
        self._answer()

    def log_message(self, *args: object) -> None:
        pass

    def _answer(self) -> None:
        path, body = urlsplit(self.path).path, self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.asked.append(f"{self.command} {path}")
        trouble = next(
            (each for each in self.server.trouble if re.search(each[0], self.server.asked[-1])), None
        )
        if trouble:
            self.server.trouble.remove(trouble)
            if isinstance(trouble[1], int):
                return self._say(trouble[1], {"type": "https://schema.fitko.de/problems/trouble"})
        answer = self._do(path, body)
        if trouble:  # Accepted, but nobody hears of it.
            self.connection.close()
            return None
        return self._say(*answer)

    def _do(self, path: str, body: bytes) -> tuple[int, object]:
        if path == "/token":
            return self._token(parse_qs(body.decode()))
        if path == "/.well-known/jwks.json":
            public = JWK.from_pyca(key("service", 2048).public_key()).export_public(as_dict=True)
            return 200, {"keys": [{**public, "kid": "dienst-1"}]}
        if self.headers.get("Authorization", "").removeprefix("Bearer ") not in self.server.tokens:
            return 401, {}
        parts = path.removeprefix("/v1/").split("/")
        if self.command == "GET" and parts[0] == "destinations":
            return self._destination(parts)
        if self.command == "GET" and parts[0] == "cases":
            logs = [each["events"] for each in self.server.submissions.values() if each["case"] == parts[1]]
            return 200, {"eventLog": logs[0]}
        if self.command == "POST":
            return self._announce(json.loads(body))
        submission = self.server.submissions[parts[1]]
        if len(parts) == 4:
            assert self.headers["Content-Type"] == "application/jose"
            assert parts[3] in submission["announced"]
            submission["attachments"][parts[3]] = opened(body.decode())
            return 204, None
        return self._submit(parts[1], submission, json.loads(body))

    def _token(self, typed: dict[str, list[str]]) -> tuple[int, object]:
        wanted = {"grant_type": ["client_credentials"], "client_id": [CLIENT], "client_secret": [SECRET]}
        if typed != wanted:
            return 401, {"error": "invalid_client"}
        token = str(uuid.uuid4())
        self.server.tokens.add(token)
        return 200, {"access_token": token, "token_type": "bearer", "expires_in": 1800}

    def _destination(self, parts: list[str]) -> tuple[int, object]:
        assert parts[1] == DESTINATION
        if len(parts) > 2:
            return 200, self.server.key
        schemas = [{"schemaUri": SCHEMA, "mimeType": "application/json"}]
        services = [{"identifier": SERVICE, "submissionSchemas": schemas}]
        kid, status = self.server.key["kid"], self.server.status
        return 200, {"encryptionKid": kid, "status": status, "services": services}

    def _announce(self, value: dict) -> tuple[int, object]:
        assert value["destinationId"] == DESTINATION
        assert value["serviceType"]["identifier"] == SERVICE
        assert all(uuid.UUID(each).version == 4 for each in value["announcedAttachments"])
        submission, case = str(uuid.uuid4()), str(uuid.uuid4())
        self.server.submissions[submission] = {
            "case": case,
            "announced": set(value["announcedAttachments"]),
            "attachments": {},
            "data": b"",
            "events": [self.server.event(submission, "create-submission")],
        }
        return 201, {"submissionId": submission, "caseId": case, "destinationId": DESTINATION}

    def _submit(self, number: str, submission: dict, value: dict) -> tuple[int, object]:
        if submission["data"]:
            return 409, {
                "type": "https://schema.fitko.de/fit-connect/submission-api/problems/already-submitted"
            }
        assert set(submission["attachments"]) == submission["announced"]
        submission["metadata"] = json.loads(opened(value["encryptedMetadata"]))
        submission["data"] = opened(value["encryptedData"])
        submission["events"].append(self.server.event(number, "submit-submission"))
        return 202, {"submissionId": number}

    def _say(self, status: int, value: object) -> None:
        self.send_response(status)
        self.end_headers()
        if value is not None:
            self.wfile.write(json.dumps(value).encode())


def opened(sealed: str) -> bytes:
    """What only the destination reads."""
    token = JWE()
    token.deserialize(sealed, key=JWK.from_pyca(key("destination")))
    header = token.jose_header
    assert (header["alg"], header["enc"], header["kid"]) == ("RSA-OAEP-256", "A256GCM", "ziel-1")
    content: bytes = token.payload
    return content


def fits(described: dict, content: bytes) -> bool:
    return described == {"type": "sha512", "content": sha512(content).hexdigest()}


@contextmanager
def running() -> Iterator[Service]:
    service = Service()
    threading.Thread(target=service.serve_forever, daemon=True).start()
    try:
        yield service
    finally:
        service.shutdown()
        service.server_close()
