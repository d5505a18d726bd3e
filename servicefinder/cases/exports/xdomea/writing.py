"""Writes the ZIP of a message: memory holds one document and one case, however many there are."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha512
from tempfile import SpooledTemporaryFile
from typing import IO
from uuid import UUID
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings
from django.db.models import QuerySet

from ...domain.case_json import case_as_json
from ...domain.contents import Contents
from ...domain.documents import content_of, name_of
from ...domain.sealing import Seal
from ...enums import CaseState
from ...models import Case
from .elements import as_bytes
from .formats import format_of
from .messages import case_element, document_element, head
from .vocabulary import DATA_TITLE, MANIFEST, MESSAGE, NAMESPACE, PREFIX, data_document_id, file_name

COPY_BYTES = 1024 * 1024
# Names stand in it: only a very long message goes through a file.
MESSAGE_IN_MEMORY_BYTES = 32 * 1024 * 1024
RELATED = ("type_version__case_type", "department")
ROOT = f'<?xml version="1.0" encoding="UTF-8"?>\n<{PREFIX}:{MESSAGE} xmlns:{PREFIX}="{NAMESPACE}">\n'


class Package:
    """A ZIP and the manifest of what is in it."""

    def __init__(self, file: IO[bytes]) -> None:
        self.zip = ZipFile(file, "w", ZIP_DEFLATED)
        self.manifest: list[str] = []

    def add(self, name: str, content: bytes) -> None:
        self.zip.writestr(name, content)
        self.manifest.append(f"{sha512(content).hexdigest()}  {name}")

    def add_file(self, name: str, file: IO[bytes]) -> None:
        digest = sha512()
        with self.zip.open(name, "w", force_zip64=True) as target:
            while block := file.read(COPY_BYTES):
                digest.update(block)
                target.write(block)
        self.manifest.append(f"{digest.hexdigest()}  {name}")

    def close(self) -> None:
        self.zip.writestr(MANIFEST, "\n".join(self.manifest) + "\n")
        self.zip.close()


def write_abgabe(
    file: IO[bytes], cases: Iterable[Case], *, process_id: UUID, recipient: str = "Empfangende Stelle"
) -> int:
    """Write message 0401 about `cases` to `file`; how many. Raises DataErased, ValueError for none."""
    return sum(1 for _ in write_steps(file, cases, process_id=process_id, recipient=recipient))


def write_steps(
    file: IO[bytes], cases: Iterable[Case], *, process_id: UUID, recipient: str
) -> Iterator[Case]:
    """The same, yielding each case once it is written."""
    package = Package(file)
    with SpooledTemporaryFile(max_size=MESSAGE_IN_MEMORY_BYTES) as xml:
        xml.write(ROOT.encode())
        xml.write(as_bytes(head(process_id, settings.SITE_NAME, recipient)))
        written = 0
        for case in cases:
            xml.write(b"\n" + as_bytes(_write_case(package, case)))
            written += 1
            yield case
        if not written:
            raise ValueError("a message needs a case")
        xml.write(f"\n</{PREFIX}:{MESSAGE}>\n".encode())
        xml.seek(0)
        package.add_file(f"{process_id}_{MESSAGE}.xml", xml)
    package.close()


def closed_cases() -> QuerySet[Case]:
    return Case.objects.filter(state=CaseState.CLOSED).select_related(*RELATED).order_by("closed_at", "pk")


def _write_case(package: Package, case: Case) -> Element:
    seal = Seal.of(case.pk)
    value = case_as_json(case)
    documents = [_write_data(package, case, value)]
    for each in case.documents.all():
        content = content_of(each, seal)
        package.add(file_name(each.pk, each.media_type), content)
        documents.append(
            document_element(
                each.pk,
                each.get_source_display(),
                each.media_type,
                format_of(content, each.media_type),
                each.added_at,
                each.source,
                name_of(each, seal),
            )
        )
    return case_element(case, Contents.from_json(value["contents"]), documents)


def _write_data(package: Package, case: Case, value: dict) -> Element:
    """What was sent, as programs read it: the message itself has no place for a form's answers."""
    document_id = data_document_id(case.pk)
    content = json.dumps(value, ensure_ascii=False, indent=1).encode()
    package.add(file_name(document_id, "application/json"), content)
    return document_element(
        document_id,
        DATA_TITLE,
        "application/json",
        format_of(content, "application/json"),
        case.received_at,
        "data",
        f"{case.reference}.json",
    )
