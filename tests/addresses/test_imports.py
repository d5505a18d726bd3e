"""Files of addresses: what is taken over, what is refused with its line; a second time changes nothing."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from servicefinder.addresses.domain.lookup import houses_for
from servicefinder.addresses.domain.ranges import in_words
from servicefinder.addresses.imports.utm import to_degrees
from servicefinder.addresses.models import Address, Area, AreaRange, Street
from tests.factories import addresses as made

pytestmark = pytest.mark.django_db

HOUSES = """strasse;hausnummer;zusatz;plz;stadtteil;breite;laenge
Ostanlage;5;;35990;Ostviertel;50,5846;8,6905
Ostanlage;5;A;35990;Ostviertel;;
Müllerstraße;12;;35991;Nordstadt;;
"""
COORDINATES = """NBA;OI;QUA;LAN;RBZ;KRS;GMD;OTT;SSS;HNR;ADZ;EAST;NORTH;STN;PLZ;ONM;ZON;POT
N;DEHE0000001;A;06;5;31;005;0001;00042;5;a;32477123,456;5605432,100;Ostanlage;35990;Auenstadt;;Ostviertel
N;DEHE0000002;A;06;5;31;005;0001;00042;7;;32477140,000;5605432,100;Ostanlage;35990;Auenstadt;;
L;DEHE0000003;A;06;5;31;005;0001;00042;9;;32477150,000;5605432,100;Ostanlage;35990;Auenstadt;;
"""


def take(tmp_path: Path, text: str | bytes, name: str = "csv", *options: str) -> str:
    file, said = tmp_path / "datei", StringIO()
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    try:
        call_command(
            "import_addresses", str(file), "--format", name, *options, stdout=said, stderr=StringIO()
        )
    except CommandError as refused:
        said.write(str(refused))
    return said.getvalue()


class TestHouses:
    def test_are_taken_over_once_and_found(self, tmp_path: Path) -> None:
        first = take(tmp_path, HOUSES)
        ids = set(Address.objects.values_list("pk", flat=True))
        again = take(tmp_path, HOUSES)

        assert "Neue Adressen: 3" in first and "Neue Straßen: 2" in first
        assert "Unveränderte Adressen: 3" in again and "Neue Adressen: 0" in again
        assert set(Address.objects.values_list("pk", flat=True)) == ids
        assert [str(house) for house in houses_for("muellerstr 12")] == ["Müllerstraße 12"]
        assert houses_for("ostanl 5")[0].latitude == 50.5846

    def test_a_dry_run_writes_nothing(self, tmp_path: Path) -> None:
        assert "Neue Adressen: 3" in take(tmp_path, HOUSES, "csv", "--dry-run")
        assert not Street.objects.exists()

    def test_a_change_keeps_the_id_that_stands_in_bookmarks(self, tmp_path: Path) -> None:
        house = made.houses("Ostanlage", "5")[0]

        assert "Geänderte Adressen: 1" in take(tmp_path, HOUSES)
        assert Address.objects.get(pk=house.pk).district.name == "Ostviertel"

    def test_gaps_are_told_with_their_lines_and_refuse_the_file_only_if_that_is_wished(
        self, tmp_path: Path
    ) -> None:
        made.houses("Ostanlage", "1", "3", "9")
        school = Area.objects.create(kind="school", name="Auenschule")
        street = Street.objects.get(name="Ostanlage")
        AreaRange.objects.create(area=school, street=street, last_number=5)
        file = HOUSES + "Ostanlage;17;;35990;Ostviertel;;\n"

        refused = take(tmp_path, file, "csv", "--refuse-gaps")
        assert "Zeile 5: Vor Ostanlage 17 fehlt Nr. 11, 13, 15 auf dieser Straßenseite." in refused
        assert "Nichts wurde übernommen." in refused and Address.objects.count() == 3
        told = take(tmp_path, file)
        assert "Hinweis: Zeile 5: Ostanlage 17 liegt in keinem Gebiet: Grundschule." in told
        assert "Zeile 2" not in told and "Übernommen." in told
        assert "liegt in keinem" not in take(tmp_path, file)

    def test_from_a_spreadsheet_in_windows_1252_with_commas(self, tmp_path: Path) -> None:
        text = 'Strasse,Hausnummer,PLZ,Stadtteil\nMüllerstraße,"12b",35991,Südstadt\n'

        assert "Neue Adressen: 1" in take(tmp_path, text.encode("cp1252"))
        assert [str(house) for house in houses_for("Müllerstraße 12b")] == ["Müllerstraße 12 b"]

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ("ostanlage;5 a;;35990;Ostviertel;;", "Zeile 5: ostanlage 5 a steht schon in Zeile 3."),
            ("Ostanlage;fünf;;35990;Ostviertel;;", "Zeile 5: „fünf“ ist keine Hausnummer."),
            ("Ostanlage;0;;35990;Ostviertel;;", "Zeile 5: „0“ ist keine Hausnummer."),
            ("Ostanlage;7;;3599;Ostviertel;;", "Zeile 5: „3599“ ist keine Postleitzahl."),
            ("Ostanlage;7;;35990;;;", "Zeile 5: Der Stadtteil fehlt."),
            ("Ostanlage;7;;35990;Ost;999;8", "Zeile 5: 999 liegt außerhalb des Möglichen."),
            ("Ostanlage;7;;35990;Ost;50;", "Zeile 5: Von den Koordinaten ist nur eine angegeben."),
        ],
    )
    def test_one_bad_line_refuses_all_and_is_named(self, tmp_path: Path, line: str, said: str) -> None:
        answer = take(tmp_path, HOUSES + line + "\n")

        assert said in answer and "Nichts wurde übernommen." in answer
        assert not Address.objects.exists()

    @pytest.mark.parametrize("text", ["", "a;b\n1;2\n", "\x00\x01", "strasse;hausnummer;plz;stadtteil\n"])
    def test_what_is_no_such_file_is_said(self, tmp_path: Path, text: str) -> None:
        assert take(tmp_path, text).strip()
        assert not Address.objects.exists()


class TestHouseCoordinates:
    def test_are_taken_over_in_degrees_without_the_ones_that_are_gone(self, tmp_path: Path) -> None:
        take(tmp_path, COORDINATES, "hk")
        houses = {str(each): each for each in Address.objects.select_related("street", "district")}

        assert set(houses) == {"Ostanlage 5 a", "Ostanlage 7"}
        assert (houses["Ostanlage 5 a"].latitude, houses["Ostanlage 5 a"].longitude) == (
            50.6003357,
            8.6767509,
        )
        assert houses["Ostanlage 5 a"].district.name == "Ostviertel"
        assert houses["Ostanlage 7"].district.name == "Auenstadt"

    def test_a_line_without_a_place_is_refused(self, tmp_path: Path) -> None:
        answer = take(tmp_path, COORDINATES.replace("32477140,000", "477140"), "hk")

        assert "Zeile 3: „477140“" in answer and not Address.objects.exists()

    @pytest.mark.parametrize(
        ("zone", "east", "north", "latitude", "longitude"),
        # EPSG:25832 and 25833 to EPSG:4258, computed with PROJ 9.
        [
            (32, 477123.456, 5605432.1, 50.600335656, 8.676750869),
            (32, 349925.06, 5685090.386, 51.297328695, 6.847357479),
            (33, 385802.013, 5816000.099, 52.482187494, 13.318342425),
            (32, 690000.0, 5330000.0, 48.094917429, 11.551844804),
        ],
    )
    def test_degrees_are_those_of_proj(
        self, zone: int, east: float, north: float, latitude: float, longitude: float
    ) -> None:
        assert to_degrees(zone, east, north) == pytest.approx((latitude, longitude), abs=1e-8)


class TestAreas:
    @pytest.fixture(autouse=True)
    def city(self) -> None:
        made.houses("Ostanlage", "1", "2", "3", "12", "12a", "12c")
        made.houses("Am Wehr", "1")

    def test_replace_what_was_there_and_a_second_time_changes_nothing(self, tmp_path: Path) -> None:
        text = (
            "art;gebiet;strasse;seite;von;bis\nGrundschule;Auenschule;Ostanlage;ungerade;;\n"
            "Grundschule;Lindenschule;Ostanl.;gerade;;12a\nGrundschule;Lindenschule;Ostanlage;;12b;\n"
            "Grundschule;Lindenschule;Am Wehr;;;\n"
        ).replace("Ostanl.", "ostanlage")
        # 12 b to the end would take the odd ones behind it as well: they belong to the Auenschule.
        text = text.replace(";;12b;\n", ";gerade;12b;\n")

        assert "Übernommen." in take(tmp_path, text, "areas")
        assert "Übernommen." in take(tmp_path, text, "areas")
        assert Area.objects.count() == 2
        assert sorted(in_words(each) for each in AreaRange.objects.all()) == [
            "1–12 a gerade",
            "ab 12 b gerade",
            "alle",
            "ungerade",
        ]

    def test_overlaps_and_gaps_are_refused_with_their_lines(self, tmp_path: Path) -> None:
        text = (
            "art;gebiet;strasse;seite;von;bis\nWahllokal;07;Ostanlage;;1;3\nWahllokal;08;Ostanlage;;3;12\n"
            "Wahllokal;09;Ostanlage;;12c;\n"
        )
        answer = take(tmp_path, text, "areas")

        assert "Zeile 3: Ostanlage 3–12 (08) überschneidet sich mit Zeile 2: 1–3 (07)." in answer
        assert "Zeile 4: Ostanlage ab 12 c (09) überschneidet sich mit Zeile 3" in answer
        assert "Wahllokal: 1 Straßen fehlen: Am Wehr." in answer
        assert not Area.objects.exists()
        short = take(tmp_path, text.replace(";3;12\n", ";4;12a\n"), "areas")
        assert "überschneidet" not in short
        gap = take(tmp_path, text.replace(";3;12\n", ";12;12\n").replace("12c", "13"), "areas")
        assert "überschneidet" not in gap and "liegt in keinem" not in gap
        gap = take(
            tmp_path, "art;gebiet;strasse;bis\nWahllokal;1;Ostanlage;2\nWahllokal;1;Am Wehr;\n", "areas"
        )
        assert "Zeile 2: Wahllokal: Ostanlage 3, 12, 12 a, 12 c liegt in keinem Gebiet." in gap

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ("Schloss;A;Ostanlage;;;", "keine Art von Gebiet"),
            ("Wahllokal;A;Nirgendweg;;;", "Die Straße „Nirgendweg“ gibt es nicht."),
            ("Wahllokal;A;Ostanlage;links;;", "keine Seite"),
            ("Wahllokal;A;Ostanlage;;9;3", "„bis“ liegt vor „von“"),
        ],
    )
    def test_a_line_without_sense_is_named(self, tmp_path: Path, line: str, said: str) -> None:
        answer = take(tmp_path, f"art;gebiet;strasse;seite;von;bis\n{line}\n", "areas")

        assert said in answer and "Zeile 2: " in answer
