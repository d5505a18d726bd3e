"""What is sent: data, attachments, and the metadata that ties them together by hashes.

Metadata: https://schema.fitko.de/fit-connect/metadata/1.0.0/metadata.schema.json
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha512
from typing import Any

from ...domain.case_json import case_as_json
from ...domain.documents import content_of, name_of
from ...domain.receipts import receipt_pdf
from ...domain.sealing import Seal
from ...models import Case

SCHEMA = "https://schema.fitko.de/fit-connect/metadata/1.0.0/metadata.schema.json"
JSON_TYPE = "application/json"
# The key of the page with everything that was sent; the other attachments go by their document's id.
FORM = "form"


@dataclass(frozen=True)
class Attachment:
    id: str
    content: bytes
    media_type: str
    purpose: str
    name: str

    def described(self) -> dict[str, Any]:
        return {
            "attachmentId": self.id,
            "hash": hash_of(self.content),
            "mimeType": self.media_type,
            "purpose": self.purpose,
            "filename": self.name,
        }


def attachments_of(case: Case, announced: Mapping[str, str]) -> Iterator[Attachment]:
    """One at a time: those that were announced, even if others came since."""
    form = receipt_pdf(case, "de")
    yield Attachment(announced[FORM], form, "application/pdf", "form", f"{case.reference}.pdf")
    seal = Seal.of(case.pk)
    for each in case.documents.all():
        if attachment_id := announced.get(str(each.pk)):
            yield Attachment(
                attachment_id, content_of(each, seal), each.media_type, "attachment", name_of(each, seal)
            )


def data_of(case: Case, schema: str) -> bytes:
    return json.dumps({"$schema": schema, **case_as_json(case)}, ensure_ascii=False).encode()


def metadata_of(case: Case, data: bytes, schema: str, attachments: list[dict[str, Any]]) -> bytes:
    """`attachments` as `Attachment.described()` says."""
    value = {
        "$schema": SCHEMA,
        "contentStructure": {
            "data": {
                "hash": hash_of(data),
                "submissionSchema": {"schemaUri": schema, "mimeType": JSON_TYPE},
            },
            "attachments": attachments,
        },
        "additionalReferenceInfo": {
            "senderReference": case.reference,
            "applicationDate": case.arrival_day.isoformat(),
        },
    }
    return json.dumps(value, ensure_ascii=False).encode()


def hash_of(content: bytes) -> dict[str, str]:
    return {"type": "sha512", "content": sha512(content).hexdigest()}
