import pytest

from servicefinder.catalogue.imports.readers import dldb, ozg
from servicefinder.catalogue.imports.records import ImportFiles, RefusedRecord, UnreadableFile

from .conftest import LEIKA_HEADER, OFFICE, OZG_HEADER, SERVICE


def read_dldb(file, locations=None):
    return list(dldb.read(ImportFiles((file,), locations)))


def read_ozg(*files):
    return list(ozg.read(ImportFiles(files)))


def test_a_dldb_service_and_its_office(dldb_file):
    office, service = read_dldb(dldb_file(SERVICE), dldb_file(OFFICE, name="locations.json"))

    assert office.fields["title"] == "Bürgerbüro"
    assert office.fields["address"] == "Ringstraße 5"
    assert office.fields["latitude"] == "50.584123"
    assert service.department == "Kreisverwaltung"
    assert service.url == "https://example.org/services/100"
    assert service.fields["synonyms"] == "Pass\nePass"
    assert service.fields["leika"] == ["99085001012000"]
    assert service.fields["fees_note"] == "<p>70 Euro</p>"
    assert [row["url"] for row in service.fields["online_services"]] == [
        "https://example.org/termin/100",
        "https://example.org/vollmacht.pdf",
    ]


def test_free_of_charge_becomes_a_fee_that_filters_understand(dldb_file):
    [service] = read_dldb(dldb_file(SERVICE | {"fees": "<p>kostenlos</p>"}))

    assert service.fields["fees"] == [{"label": "Gebühr", "kind": "free"}]
    assert service.fields["fees_note"] == ""


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"name": ""}, "leer"),
        ({"name": None}, "leer"),
        ({"name": "x" * 300}, "300 Zeichen"),
        ({"description": ["keine", "Liste"]}, "Text erwartet"),
        ({"description": "a\x00b"}, "Steuerzeichen"),
        ({"locations": "falsch"}, "indices"),
        ({"meta": "falsch"}, "attribute"),
    ],
)
def test_a_broken_dldb_record_stops_only_itself(dldb_file, change, reason):
    refused, good = read_dldb(dldb_file(SERVICE | change, SERVICE | {"id": "101"}))

    assert isinstance(refused, RefusedRecord)
    assert reason in refused.reason
    assert refused.place == "services.json, Eintrag 1"
    assert good.external_id == "101"


def test_entries_that_are_no_objects_and_duplicate_ids_are_refused(dldb_file):
    items = read_dldb(dldb_file("Text", None, SERVICE, SERVICE))

    assert [type(item).__name__ for item in items] == [
        "RefusedRecord",
        "RefusedRecord",
        "ImportRecord",
        "RefusedRecord",
    ]
    assert "mehrfach" in items[3].reason


def test_a_json_file_that_breaks_off_keeps_what_came_before(dldb_file):
    file = dldb_file(SERVICE, SERVICE | {"id": "101"}, SERVICE | {"id": "102"})
    whole = file.read_bytes()
    file.write_bytes(whole[: whole.rindex(b'"102"') + 3])

    *good, last = read_dldb(file)

    assert [item.external_id for item in good] == ["100", "101"]
    assert "nicht lesbar" in last.reason


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"data": []}', b"\xff\xfe\x00", b"<xml/>", b'{"data": 5}']
)
def test_a_file_that_is_no_dldb_is_named(tmp_path, content):
    file = tmp_path / "services.json"
    file.write_bytes(content)

    with pytest.raises(UnreadableFile, match=r"services\.json"):
        read_dldb(file)


def test_json_in_the_wrong_encoding_is_refused_not_garbled(tmp_path):
    file = tmp_path / "services.json"
    file.write_bytes('{"data": [{"id": "1", "name": "Gebühr"}]}'.encode("latin-1"))

    with pytest.raises(UnreadableFile, match="UTF-8"):
        read_dldb(file)


def test_ozg_services_collect_their_leika_entries(csv_file):
    services = csv_file(OZG_HEADER, ["10177", "Reisepass", "Ausweise", "Querschnitt"])
    leika = csv_file(
        LEIKA_HEADER,
        ["99085001000000", "Reisepass", "2/3", "10177", "§ 1 Passgesetz (PassG) [http://example.org/p]"],
        ["99085001012000", "Reisepass Ausstellung", "2/3", "10177", ""],
        name="leika.csv",
    )

    [record] = read_ozg(leika, services)

    assert record.fields["leika"] == ["99085001000000", "99085001012000"]
    assert record.fields["typisierung"] == "2/3"
    assert record.fields["legal_bases"] == [
        {"title": "Passgesetz (PassG)", "paragraph": "§ 1", "url": "http://example.org/p"}
    ]
    assert record.fields["tags"] == ["Querschnitt", "Ausweise"]


def test_a_missing_column_is_named(csv_file):
    file = csv_file(["ozg_id", "name"], ["1", "x"])

    with pytest.raises(UnreadableFile, match="lage, themenfeld"):
        read_ozg(file)


def test_bad_csv_rows_are_refused_one_by_one(csv_file):
    file = csv_file(
        OZG_HEADER,
        ["1", "gut", "", ""],
        ["", "ohne Kennung", "", ""],
        ["1", "doppelt", "", ""],
        ["2", "zu", "viele", "Spalten", "hier"],
        ["3", "x" * 200_000, "", ""],
        ["4", "auch gut", "", ""],
    )
    file.write_bytes(file.read_bytes() + "5,Gebühr,,\r\n".encode("latin-1"))

    items = read_ozg(file)

    assert [item.external_id for item in items if not isinstance(item, RefusedRecord)] == ["1", "4"]
    reasons = [item.reason for item in items if isinstance(item, RefusedRecord)]
    for expected in ("leer", "mehrfach", "zu viele Spalten", "nicht lesbar", "kodiert"):
        assert any(expected in reason for reason in reasons), expected


def test_the_real_catalogues_are_read_whole(shared_dir):
    dldb_items = list(
        dldb.read(
            ImportFiles(
                (shared_dir / "catalogue/dldb/services_de.json",),
                shared_dir / "catalogue/dldb/locations_de.json",
            )
        )
    )
    ozg_items = read_ozg(
        shared_dir / "catalogue/ozg/ozg_leistungen.csv", shared_dir / "catalogue/ozg/leika_leistungen.csv"
    )

    assert len([item for item in dldb_items if item.kind == "service"]) == 287
    assert len([item for item in dldb_items if item.kind == "office"]) == 109
    assert len(ozg_items) == 557
    assert len([item for item in ozg_items if item.fields["leika"]]) == 533
