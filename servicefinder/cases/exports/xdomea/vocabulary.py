"""Names and codes of xdomea 3.1.0."""

from uuid import NAMESPACE_URL, UUID, uuid5

NAMESPACE = "urn:xoev-de:xdomea:schema:3.1.0"
PREFIX = "xdomea"
MESSAGE = "Abgabe.Abgabe.0401"
MESSAGE_CODE = "0401"
ELECTRONIC = "001"
# Code list "Dateiformat": 100 is "Sonstiges" (xdomea-Baukasten.xsd); then the name is given in words.
OTHER_FORMAT = "100"
FORMAT_NAMES = {
    "application/pdf": "PDF",
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "application/json": "JSON",
}
FORMAT_LIST = "urn:xoev-de:xdomea:codeliste:dateiformat"
FORMAT_LIST_VERSION = "2.0"
EXTENSIONS = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "application/json": "json",
    "application/zip": "zip",
    "text/plain": "txt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
}
MANIFEST = "manifest-sha512.txt"
DATA_TITLE = "Angaben zum Vorgang"


def data_document_id(case_id: UUID) -> UUID:
    """The document with the case's data: the same in every message about the case."""
    return uuid5(NAMESPACE_URL, f"{NAMESPACE}:{case_id}:data")


def file_name(document_id: UUID, media_type: str) -> str:
    return f"{document_id}.{EXTENSIONS.get(media_type, 'bin')}"
