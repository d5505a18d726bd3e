"""Head of the message, a case (Vorgang), its documents."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID
from xml.etree.ElementTree import Element

from django.conf import settings
from django.utils import timezone

from ...domain.contents import Contents, Person
from ...enums import CaseState
from ...models import Case, JournalEntry
from .elements import add, add_code, add_if, moment, new
from .vocabulary import (
    ELECTRONIC,
    FORMAT_LIST,
    FORMAT_LIST_VERSION,
    MESSAGE_CODE,
    OTHER_FORMAT,
    file_name,
)


def head(process_id: UUID, sender: str, recipient: str) -> Element:
    element = new("Kopf")
    add(element, "ProzessID", str(process_id))
    add_code(
        element,
        "Nachrichtentyp",
        MESSAGE_CODE,
        listURI="urn:xoev-de:xdomea:codeliste:nachrichtentyp",
        listVersionID="2.0",
    )
    add(element, "Erstellungszeitpunkt", moment(timezone.now()))
    for role, name in (("Absender", sender), ("Empfaenger", recipient)):
        add(add(add(element, role), "Institution"), "Name", name)
    system = add(element, "SendendesSystem")
    add(system, "Produktname", settings.SITE_NAME)
    add(element, "Importbestaetigung", "1")
    add(element, "Empfangsbestaetigung", "true")
    return element


def case_element(case: Case, contents: Contents, documents: Iterable[Element]) -> Element:
    """A `Schriftgutobjekt`. `documents` are appended as they are."""
    wrapper = new("Schriftgutobjekt")
    element = add(wrapper, "Vorgang")
    add(add(element, "Identifikation"), "ID", str(case.pk))
    general = add(element, "AllgemeineMetadaten")
    add(general, "Betreff", case.type_version.name)
    add(general, "Kennzeichen", case.reference)
    add(general, "Federfuehrung", case.department.name)
    _medium(general)
    if sign := case.type_version.file_plan_sign:
        add(add(general, "Aktenplaneinheit"), "Kennzeichen", sign)
    add(element, "Typ", case.type_version.case_type.key)
    add(element, "ZdA", "true" if case.state == CaseState.CLOSED else "false")
    if case.closed_at:
        add(element, "ZdADatum", _day(timezone.localdate(case.closed_at)))
    period = add(element, "Laufzeit")
    add(period, "Beginn", _day(case.arrival_day))
    if case.closed_at:
        add(period, "Ende", _day(timezone.localdate(case.closed_at)))
    for entry in case.journal.order_by("sequence").iterator(chunk_size=500):
        _history(element, entry)
    element.extend(documents)
    _contact(element, contents.person)
    return wrapper


def document_element(
    document_id: UUID,
    title: str,
    media_type: str,
    file_format: tuple[str, str],
    added_at: object,
    source: str,
    original: str,
) -> Element:
    """`file_format` as `formats.format_of` says."""
    element = new("Dokument")
    add(add(element, "Identifikation"), "ID", str(document_id))
    general = add(element, "AllgemeineMetadaten")
    add(general, "Betreff", title)
    _medium(general)
    add_if(element, "Typ", source)
    version = add(element, "Version")
    add(version, "Nummer", "1")
    form = add(version, "Format")
    add_code(form, "Name", OTHER_FORMAT, listURI=FORMAT_LIST, listVersionID=FORMAT_LIST_VERSION)
    add(form, "SonstigerName", file_format[0])
    add(form, "Version", file_format[1])
    primary = add(form, "Primaerdokument")
    add(primary, "Dateiname", file_name(document_id, media_type))
    add_if(primary, "DateinameOriginal", original)
    add(primary, "DatumUhrzeit", moment(added_at))  # type: ignore[arg-type]
    return element


def _history(parent: Element, entry: JournalEntry) -> None:
    element = add(parent, "HistorienProtokollInformation")
    if entry.to_state:
        add(element, "MetadatumName", "Zustand")
        add_if(element, "MetadatumAlterWert", entry.from_state)
        add(element, "MetadatumNeuerWert", entry.to_state)
    add(element, "Akteur", entry.by_name)
    add(element, "DatumUhrzeit", moment(entry.at))
    add(element, "Bemerkung", f"Nr. {entry.sequence}, Prüfwert {entry.mac}")
    add(element, "Aktion", entry.get_kind_display())


def _contact(parent: Element, person: Person) -> None:
    if not any((person.family_name, person.given_names, person.email, person.phone)):
        return
    element = add(parent, "Kontakt")
    if person.family_name or person.given_names:
        name = add(element, "Name")
        for part, text in (("Familienname", person.family_name), ("Vorname", person.given_names)):
            if text:
                add(add(name, part), "Name", text)
    for address in (person.email, person.phone):
        if address:
            add(add(element, "Kommunikation"), "Kennung", address)
    if _is_day(person.birth_date):
        add(add(element, "Geburt"), "Datum", person.birth_date)


def _medium(parent: Element) -> None:
    add_code(parent, "Medium", ELECTRONIC, listURI="urn:xoev-de:xdomea:codeliste:medium", listVersionID="1.0")


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _day(value: date) -> str:
    return value.isoformat()
