"""Elements of the message, in the order that the schema asks for."""

import re
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from django.utils import timezone

from .vocabulary import NAMESPACE, PREFIX

register_namespace(PREFIX, NAMESPACE)
# What XML 1.0 cannot hold; the JSON beside it does.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def new(name: str) -> Element:
    return Element(f"{{{NAMESPACE}}}{name}")


def add(parent: Element, name: str, text: str | None = None) -> Element:
    element = SubElement(parent, f"{{{NAMESPACE}}}{name}")
    if text is not None:
        element.text = FORBIDDEN.sub("\ufffd", text)
    return element


def add_if(parent: Element, name: str, text: str) -> None:
    if text:
        add(parent, name, text)


def add_code(parent: Element, name: str, code: str, **attributes: str) -> None:
    """Codes stand in an element without a namespace."""
    SubElement(_with(add(parent, name), attributes), "code").text = code


def moment(value: datetime) -> str:
    return timezone.localtime(value).isoformat(timespec="microseconds")


def as_bytes(element: Element) -> bytes:
    return tostring(element, encoding="utf-8")


def _with(element: Element, attributes: dict[str, str]) -> Element:
    element.attrib.update(attributes)
    return element
