"""Reads a message 0401 back: what another system would find in it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha512
from typing import IO, Any
from uuid import UUID
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from defusedxml.ElementTree import iterparse

from .vocabulary import MANIFEST, MESSAGE, NAMESPACE, data_document_id

BLOCK_BYTES = 1024 * 1024
NAMES = {"x": NAMESPACE}


class NotAnAbgabe(ValueError):
    """`str()` says what is missing or was changed."""


@dataclass(frozen=True)
class ReadDocument:
    id: UUID
    title: str
    name: str
    file: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class ReadCase:
    """`data` is the JSON of `domain.case_json`; `history` are (actor, action, from, to)."""

    id: UUID
    reference: str
    subject: str
    case_type: str
    closed: bool
    family_name: str
    given_names: str
    data: dict[str, Any]
    documents: tuple[ReadDocument, ...]
    history: tuple[tuple[str, str, str, str], ...]


def read_abgabe(file: IO[bytes]) -> Iterator[ReadCase]:
    """One case at a time. Raises NotAnAbgabe, also where a file does not match the manifest."""
    try:
        package = ZipFile(file)
    except BadZipFile as error:
        raise NotAnAbgabe("not a ZIP file") from error
    with package:
        messages = [name for name in package.namelist() if name.endswith(f"_{MESSAGE}.xml")]
        if len(messages) != 1:
            raise NotAnAbgabe("there must be one message")
        _check_manifest(package)
        with package.open(messages[0]) as xml:
            for _, element in iterparse(xml, events=["end"]):
                if element.tag == f"{{{NAMESPACE}}}Schriftgutobjekt":
                    yield _case(package, element.find("x:Vorgang", NAMES))
                    element.clear()


def _case(package: ZipFile, element: Element) -> ReadCase:
    case_id = UUID(_text(element, "Identifikation/ID"))
    documents = [_document(package, each) for each in element.findall("x:Dokument", NAMES)]
    data_id = data_document_id(case_id)
    data = next((each for each in documents if each.id == data_id), None)
    if data is None:
        raise NotAnAbgabe(f"the data of {case_id} is missing")
    return ReadCase(
        id=case_id,
        reference=_text(element, "AllgemeineMetadaten/Kennzeichen"),
        subject=_text(element, "AllgemeineMetadaten/Betreff"),
        case_type=_text(element, "Typ"),
        closed=_text(element, "ZdA") == "true",
        family_name=_text(element, "Kontakt/Name/Familienname/Name"),
        given_names=_text(element, "Kontakt/Name/Vorname/Name"),
        data=json.loads(data.content),
        documents=tuple(each for each in documents if each.id != data_id),
        history=tuple(
            (
                _text(each, "Akteur"),
                _text(each, "Aktion"),
                _text(each, "MetadatumAlterWert"),
                _text(each, "MetadatumNeuerWert"),
            )
            for each in element.findall("x:HistorienProtokollInformation", NAMES)
        ),
    )


def _document(package: ZipFile, element: Element) -> ReadDocument:
    primary = "Version/Format/Primaerdokument"
    name = _text(element, f"{primary}/Dateiname")
    try:
        content = package.read(name)
    except KeyError as error:
        raise NotAnAbgabe(f"{name} is missing") from error
    return ReadDocument(
        id=UUID(_text(element, "Identifikation/ID")),
        title=_text(element, "AllgemeineMetadaten/Betreff"),
        name=_text(element, f"{primary}/DateinameOriginal"),
        file=name,
        content=content,
    )


def _check_manifest(package: ZipFile) -> None:
    try:
        lines = package.read(MANIFEST).decode().splitlines()
    except KeyError as error:
        raise NotAnAbgabe("the manifest is missing") from error
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    if set(listed) != set(package.namelist()) - {MANIFEST}:
        raise NotAnAbgabe("the manifest names other files than there are")
    for name, expected in listed.items():
        digest = sha512()
        with package.open(name) as file:
            while block := file.read(BLOCK_BYTES):
                digest.update(block)
        if digest.hexdigest() != expected:
            raise NotAnAbgabe(f"{name} was changed")


def _text(element: Element, path: str) -> str:
    found = element.find("/".join(f"x:{part}" for part in path.split("/")), NAMES)
    return (found.text or "") if found is not None else ""
