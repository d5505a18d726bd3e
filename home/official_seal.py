"""The seal of official notices: what it covers, and how to delete one on purpose.

A notice is sealed when it is published for the first time. From then on its content, address and
visibility stay as they are. `sealed_text` is the exact text whose SHA-256 the page shows as proof.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

import structlog
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

if TYPE_CHECKING:
    from home.models import CityDocument, OfficialNoticeAttachment, OfficialNoticePage

log = structlog.get_logger(__name__)

READ_BYTES = 1024 * 1024
REFUSAL = (
    "Diese Bekanntmachung ist veröffentlicht und damit unveränderlich."
    " Berichtigen Sie sie durch eine neue Bekanntmachung, die auf sie verweist."
)

_deletion_allowed: ContextVar[bool] = ContextVar("official_seal_deletion_allowed", default=False)


class NoticeIsSealed(ValidationError):
    """Something would change or remove a published official notice.

    About the whole page, by field: what answers in JSON asks an error for its fields.
    """

    def __init__(self) -> None:
        super().__init__({NON_FIELD_ERRORS: ValidationError(REFUSAL, code="sealed")})


@contextmanager
def deletion_allowed(reason: str) -> Iterator[None]:
    """Allow deleting sealed notices inside the block; the reason is logged.

    For what stands above the rule: a court's order, or the removal of demo content.
    """
    log.warning("official_seal.deletion_allowed", reason=reason)
    token = _deletion_allowed.set(True)
    try:
        yield
    finally:
        _deletion_allowed.reset(token)


def is_deletion_allowed() -> bool:
    return _deletion_allowed.get()


def sealed_text(notice: "OfficialNoticePage") -> str:
    """All that is sealed, as JSON with sorted keys. Files count by the SHA-256 that was noted for them."""
    content = {
        "title": notice.title,
        "kind": notice.kind,
        "issued_on": notice.issued_on.isoformat(),
        "archived_after": notice.archived_after.isoformat() if notice.archived_after else None,
        "department": notice.department,
        "corrects": str(notice.corrects.translation_key) if notice.corrects else None,
        "body": without_ids(notice.body.get_prep_value()),
        "attachments": [sealed_attachment(attachment) for attachment in notice.attachments.all()],
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1)


def sealed_attachment(attachment: "OfficialNoticeAttachment") -> dict[str, str]:
    return {"title": attachment.title, "sha256": attachment.sha256}


def without_ids(value: Any) -> Any:
    """A block's value without the ids that Wagtail gives to blocks: they say nothing to a reader."""
    if isinstance(value, dict):
        return {key: without_ids(item) for key, item in value.items() if key != "id"}
    if isinstance(value, list | tuple):
        return [without_ids(item) for item in value]
    return value


def digest_of(text: str) -> str:
    """SHA-256 of the UTF-8 text, as hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def file_digest(document: "CityDocument") -> str:
    """SHA-256 of the file as it is stored now. Raises OSError where it is gone."""
    digest = hashlib.sha256()
    with document.file.storage.open(document.file.name, "rb") as file:
        while chunk := file.read(READ_BYTES):
            digest.update(chunk)
    return digest.hexdigest()
