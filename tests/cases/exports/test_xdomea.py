import io
import tracemalloc
from uuid import uuid4
from zipfile import ZipFile

import pytest
from django.core.management import call_command

from servicefinder.cases.domain.case_json import case_as_json
from servicefinder.cases.domain.contents import Contents, IncomingFile, Person, Row, Section
from servicefinder.cases.domain.journal import THE_SYSTEM
from servicefinder.cases.domain.transitions import move
from servicefinder.cases.enums import CaseState, EntryKind
from servicefinder.cases.exports.xdomea.reading import NotAnAbgabe, read_abgabe
from servicefinder.cases.exports.xdomea.writing import closed_cases, write_abgabe
from servicefinder.cases.models import Case
from tests.factories.cases import opened_case

pytestmark = pytest.mark.django_db

FILES = (
    IncomingFile("Lageplan & <Skizze>.pdf", "application/pdf", b"%PDF-1.7 plan"),
    IncomingFile("Foto.png", "image/png", b"\x89PNG\r\n\x1a\n"),
)


def closed_case(**values: object) -> Case:
    case = opened_case(**values).case
    for state in (CaseState.IN_WORK, CaseState.DECIDED, CaseState.CLOSED):
        move(case, state, THE_SYSTEM)
    return case


def written(cases, process_id=None) -> io.BytesIO:
    file = io.BytesIO()
    write_abgabe(file, cases, process_id=process_id or uuid4())
    file.seek(0)
    return file


@pytest.fixture
def schema(shared_dir):
    from lxml import etree

    file = shared_dir / "schemas" / "xdomea-3.1.0" / "xdomea.xsd"
    if not file.is_file():
        pytest.skip(f"{file} is absent")
    return etree.XMLSchema(file=str(file))


def message_of(file: io.BytesIO) -> bytes:
    with ZipFile(file) as package:
        [name] = [name for name in package.namelist() if name.endswith(".xml")]
        return package.read(name)


def test_the_message_is_valid(schema):
    from lxml import etree

    closed_case(files=FILES)
    strange = Person("O\x01’Neill & <Söhne>", "Zoë", "zoe@example.org", "+49 1", "kein Datum")
    closed_case(contents=Contents(strange, (Section("Ä", (Row("ß\x0b", "😀\x00"),)),)))
    closed_case(contents=Contents())

    message = etree.fromstring(message_of(written(closed_cases())))

    schema.assertValid(message)
    assert len(message.findall("{*}Schriftgutobjekt")) == 3


def test_names_and_identifiers_are_those_of_the_standard_and_stay_the_same():
    case, process_id = closed_case(files=FILES), uuid4()

    with ZipFile(written([case], process_id)) as package:
        names = set(package.namelist())
    with ZipFile(written([case])) as package:
        again = set(package.namelist())

    assert f"{process_id}_Abgabe.Abgabe.0401.xml" in names
    documents = {f"{each.pk}.{'pdf' if 'pdf' in each.media_type else 'png'}" for each in case.documents.all()}
    assert documents < names
    assert {name for name in names if "Abgabe" not in name} == {
        name for name in again if "Abgabe" not in name
    }


def test_reading_it_back_gives_the_same_case():
    case = closed_case(files=FILES)

    [found] = read_abgabe(written([case]))

    assert (found.id, found.reference, found.closed) == (case.pk, case.reference, True)
    assert (found.family_name, found.given_names) == ("Müller-Lüdenscheidt", "Erika")
    assert found.data == case_as_json(case)
    sent = {file.name: file.content for file in FILES}
    assert {each.name: each.content for each in found.documents} == sent
    entries = list(case.journal.order_by("sequence"))
    assert [each[0] for each in found.history] == [entry.by_name for entry in entries]
    assert [each[3] for each in found.history] == [entry.to_state for entry in entries]


def test_what_was_changed_on_the_way_is_noticed():
    original = written([closed_case(files=FILES)])
    changed = io.BytesIO()
    with ZipFile(original) as source, ZipFile(changed, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content + b"!" if name.endswith(".pdf") else content)

    with pytest.raises(NotAnAbgabe, match="changed"):
        list(read_abgabe(changed))
    with pytest.raises(NotAnAbgabe):
        list(read_abgabe(io.BytesIO(b"nothing")))


def test_a_message_needs_a_case():
    with pytest.raises(ValueError, match="needs a case"):
        written([])


@pytest.mark.slow
def test_a_thousand_closed_cases_make_a_valid_message(schema, tmp_path):
    """One case a thousand times: what is tried is the writing, not the factory."""
    from lxml import etree

    case = closed_case(files=FILES[:1])
    with (tmp_path / "all.zip").open("w+b") as file:
        assert write_abgabe(file, (case for _ in range(1000)), process_id=uuid4()) == 1000
        message = etree.fromstring(message_of(file))

    schema.assertValid(message)
    assert len(message.findall("{*}Schriftgutobjekt")) == 1000


def test_many_cases_take_no_more_memory_than_a_few(tmp_path):
    case = closed_case(files=(IncomingFile("gross.pdf", "application/pdf", bytes(500_000)),))
    peaks = []
    for count in (3, 40):
        with (tmp_path / f"{count}.zip").open("w+b") as file:
            tracemalloc.start()
            write_abgabe(file, (case for _ in range(count)), process_id=uuid4())
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()

    assert peaks[1] < peaks[0] + 1_000_000


def test_the_command_writes_the_file_and_journals_each_case(tmp_path, capsys):
    case, other = closed_case(), closed_case()
    opened_case()

    call_command("export_xdomea", str(tmp_path), reference=[case.reference])

    [file] = tmp_path.iterdir()
    assert [found.id for found in read_abgabe(file.open("rb"))] == [case.pk]
    assert case.journal.filter(kind=EntryKind.EXPORTED).count() == 1
    assert not other.journal.filter(kind=EntryKind.EXPORTED).exists()
