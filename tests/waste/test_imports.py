"""Files of tours and houses: tried first, whole or not at all, and the same again changes nothing."""

from collections.abc import Iterable
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as some

from servicefinder.waste.domain.approving import approve
from servicefinder.waste.domain.contents import content_of
from servicefinder.waste.domain.problems import NotPlannable
from servicefinder.waste.domain.publishing import publish
from servicefinder.waste.enums import ImportKind, ImportState, RhythmKind
from servicefinder.waste.exports.plans import ranges_table, tours_table
from servicefinder.waste.imports.ranges import read_ranges
from servicefinder.waste.imports.running import check, discard, take_over
from servicefinder.waste.imports.tables import decoded
from servicefinder.waste.models import ListedDate, Plan, PlanImport, Rhythm, ServedRange, Tour, TourRange
from tests.factories import waste as made
from tests.waste.backoffice_people import worker
from uploads.domain.tables import NotATable, lines_of

pytestmark = pytest.mark.django_db
TOURS = "tour;name;abfallart;rhythmus;alle;ab;welcher;von;bis;tage"
RANGES = "strasse;von;bis;seite;tour"


def file_of(heading: str, *lines: str) -> bytes:
    return "\r\n".join((heading, *lines)).encode()


def problems(run: PlanImport) -> list[tuple[int | None, str]]:
    return [(line, text) for line, text in run.problems]


def plan_with(*codes: str, houses: Iterable[int] = (1, 2, 3, 4, 5)) -> Plan:
    for number in houses:
        made.address("Ostanlage", number)
    for code in codes:
        made.rhythm(made.tour(code, 2027, streets=(), state="draft"), date(2027, 1, 5))
    return Plan.objects.get(year=2027)


def test_tours_with_every_rhythm() -> None:
    plan = plan_with("alt")
    made.fraction("Biotonne", "biotonne")
    data = file_of(
        TOURS,
        "N1;Tour Nord;restmüll;wochen;2;5.1.2027;;;;",
        "n1;Tour Nord;biotonne;monat;;7.1.2027;letzter;1.4.2027;31.10.2027;",
        "n1;Tour Nord;Biotonne;tage;;;;;;11.1.2027 2027-02-01",
    )
    run = check(plan, ImportKind.TOURS, data)
    assert run.state == ImportState.CHECKED, run.problems
    assert not Tour.objects.filter(code="n1").exists()
    take_over(run)

    weeks, monthly, listed = (
        Rhythm.objects.get(tour__code="n1", kind=kind)
        for kind in (RhythmKind.WEEKS, RhythmKind.MONTHLY, RhythmKind.LISTED)
    )
    assert (weeks.interval, weeks.anchor) == (2, date(2027, 1, 5))
    assert (monthly.nth, monthly.valid_from, monthly.valid_until) == (
        -1,
        date(2027, 4, 1),
        date(2027, 10, 31),
    )
    assert [each.day for each in ListedDate.objects.filter(rhythm=listed)] == [
        date(2027, 1, 11),
        date(2027, 2, 1),
    ]
    assert Tour.objects.get(code="alt").rhythms.count() == 1


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("n 1;Nord;Restmüll;wochen;1;5.1.2027;;;;", "Kennung"),
        ("n1;;Restmüll;wochen;1;5.1.2027;;;;", "Name"),
        ("n1;Nord;Gold;wochen;1;5.1.2027;;;;", "Abfallart"),
        ("n1;Nord;Restmüll;täglich;1;5.1.2027;;;;", "Rhythmus"),
        ("n1;Nord;Restmüll;wochen;0;5.1.2027;;;;", "Zahl von 1 bis 26"),
        ("n1;Nord;Restmüll;wochen;1;31.2.2027;;;;", "kein Tag"),
        ("n1;Nord;Restmüll;wochen;1;;;;;", "erste Tag"),
        ("n1;Nord;Restmüll;monat;;5.1.2027;5;;;", "Zahl von 1 bis 4"),
        ("n1;Nord;Restmüll;tage;;;;;;", "fehlen die Tage"),
        ("n1;Nord;Restmüll;tage;;;;;;1.1.2028", "nicht zwischen"),
        ("n1;Nord;Restmüll;wochen;1;5.1.2027;;1.5.2027;1.4.2027;", "vor „von“"),
    ],
)
def test_mistakes_are_told_by_line(line: str, sentence: str) -> None:
    run = check(plan_with("alt"), ImportKind.TOURS, file_of(TOURS, "", line))
    ((number, text),) = problems(run)
    assert number == 3 and sentence in text


def test_seasons_must_not_overlap_and_names_not_differ() -> None:
    data = file_of(
        TOURS,
        "n1;Nord;Restmüll;wochen;1;5.1.2027;;1.1.2027;30.4.2027;",
        "n1;Nord;Restmüll;wochen;2;5.1.2027;;30.4.2027;31.12.2027;",
        "n1;Süd;Restmüll;wochen;2;5.1.2027;;1.1.2027;2.1.2027;",
    )
    found = problems(check(plan_with("alt"), ImportKind.TOURS, data))
    assert [number for number, _ in found] == [3, 4] and "Zeile 2" in found[0][1] and "Nord" in found[1][1]


def test_tour_must_not_take_what_another_takes_from_the_same_houses() -> None:
    plan = plan_with("ost", "west")
    bio = made.fraction("Biotonne", "biotonne")
    Rhythm.objects.filter(tour__code="west").update(fraction=bio)
    take_over(check(plan, ImportKind.RANGES, file_of(RANGES, "Ostanlage;;;;ost", "Ostanlage;4;;;west")))
    data = file_of(TOURS, "west;Tour West;Restmüll;wochen;2;5.1.2027;;;;")

    assert problems(check(plan, ImportKind.TOURS, data)) == [
        (2, "2 Adressen bekämen diese Abfallart auch von der Tour ost.")
    ]


def test_houses_move_only_after_taking_over() -> None:
    plan = plan_with("ost", "west")
    take_over(check(plan, ImportKind.RANGES, file_of(RANGES, "Ostanlage;;;;ost")))
    data = file_of(RANGES, "OSTANLAGE;;;ungerade;ost", "Ostanlage;1;;gerade;west")
    run = check(plan, ImportKind.RANGES, data)

    assert run.state == ImportState.CHECKED, run.problems
    assert (run.effect["houses"], run.effect["total"]) == (0, 5)  # Both tours come on the same days.
    assert TourRange.objects.count() == 1
    Rhythm.objects.filter(tour__code="west").update(anchor=date(2027, 1, 7))
    again = check(plan, ImportKind.RANGES, data)
    assert (again.effect["houses"], again.effect["rows"][0]["house"]) == (2, "Ostanlage 2")
    take_over(again)

    content = content_of(plan)
    repeated = check(plan, ImportKind.RANGES, data)
    assert repeated.effect["houses"] == 0
    take_over(repeated)
    assert content_of(plan) == content
    with pytest.raises(NotPlannable, match="schon"):
        take_over(repeated)
    assert not discard(repeated)


@pytest.mark.parametrize(
    ("lines", "number", "sentence"),
    [
        (("Ostanlage;1;3;;ost",), 2, "ohne Tour wären Nr. 4, 5"),
        (("Ostanlage;1;3;;ost", "Ostanlage;3;;;west"), 3, "mit Zeile 2: zwei Touren hätten Nr. 3"),
        (("Nirgendweg;;;;ost",), 2, "gibt es nicht"),
        (("Ostanlage;;;;süd",), 2, "in diesem Plan nicht"),
        (("Ostanlage;5;3;;ost",), 2, "vor „von“"),
        (("Ostanlage;3c;3a;;ost",), 2, "vor „von“"),
        (("Ostanlage;null;;;ost",), 2, "keine Hausnummer"),
        (("Ostanlage;;;links;ost",), 2, "Seite"),
    ],
)
def test_gaps_and_overlaps_are_refused_with_their_lines(
    lines: tuple[str, ...], number: int, sentence: str
) -> None:
    run = check(plan_with("ost", "west"), ImportKind.RANGES, file_of(RANGES, *lines))
    ((line, text),) = problems(run)
    assert (run.state, line) == (ImportState.REFUSED, number) and sentence in text


def test_two_tours_with_different_bins_may_share_a_house() -> None:
    plan = plan_with("ost", "west")
    Rhythm.objects.filter(tour__code="west").update(fraction=made.fraction("Altpapier", "altpapier"))
    run = check(plan, ImportKind.RANGES, file_of(RANGES, "Ostanlage;;;;ost", "Ostanlage;;;;west"))
    assert run.state == ImportState.CHECKED, run.problems


def test_what_is_exported_can_be_read_in_and_changes_nothing() -> None:
    plan = plan_with("ost", "west")
    data = file_of(RANGES, "Ostanlage;1;2b;;ost", "Ostanlage;3;;;west")
    take_over(check(plan, ImportKind.RANGES, data))
    before = content_of(plan)
    for kind, table in ((ImportKind.TOURS, tours_table), (ImportKind.RANGES, ranges_table)):
        run = check(plan, kind, table(plan).encode())
        assert run.state == ImportState.CHECKED and run.effect["houses"] == 0, run.problems
        take_over(run)
    assert content_of(plan) == before


def test_in_a_public_plan_houses_and_tours_wait_for_publication() -> None:
    tour = made.published_year()
    plan = tour.plan
    made.address()
    take_over(check(plan, ImportKind.RANGES, file_of(RANGES, "Ostanlage;1;99;;nord")))
    take_over(check(plan, ImportKind.TOURS, file_of(TOURS, "nord;Tour Nord;Restmüll;wochen;2;2.1.2026;;;;")))
    plan.refresh_from_db()
    assert plan.has_changes and not plan.is_approved
    assert ServedRange.objects.get().last_number is None

    approve(plan)
    publish(plan)

    assert ServedRange.objects.get().last_number == 99 and plan.revisions.count() == 2


@pytest.mark.parametrize(
    "data",
    [b"", b"\0\1\2", b"strasse,tour", b"x" * 6_000_000, RANGES.encode() + b"\n;;;", b'strasse;tour\n"'],
)
def test_no_table_is_said_and_nothing_breaks(data: bytes) -> None:
    run = check(plan_with("ost"), ImportKind.RANGES, data)
    assert run.state == ImportState.REFUSED and len(run.problems) == 1


@given(some.binary(max_size=300) | some.text(max_size=300).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        list(lines_of(decoded(RANGES.encode() + b"\n" + data), ("strasse", "tour"), ("von", "bis", "seite")))
    except NotATable as problem:
        assert str(problem)


def test_page_shows_the_effect_and_takes_over() -> None:
    plan = plan_with("ost", "west")
    client = worker()
    address = reverse("waste_work:imports", args=[2027])
    upload = SimpleUploadedFile("zuordnung.csv", file_of(RANGES, "Ostanlage;;;;ost"))
    report = client.post(address, {"kind": "ranges", "file": upload}, follow=True)
    assert "Diese 5 Adressen ändern sich" in report.content.decode()

    run = PlanImport.objects.get()
    done = client.post(reverse("waste_work:take_over", args=[2027, run.pk]), follow=True)
    assert "übernommen" in done.content.decode() and TourRange.objects.count() == 1
    wrong = SimpleUploadedFile("x.csv", file_of(RANGES, "Ostanlage;;;;<b>"))
    text = client.post(address, {"kind": "ranges", "file": wrong}, follow=True).content.decode()
    assert "Zeile 2" in text and "&lt;b&gt;" in text and "Nichts wurde übernommen" in text
    assert client.post(address, {"kind": "gold"}).status_code == 422
    table = client.get(reverse("waste_work:table", args=[2027, "ranges"]))
    assert "Ostanlage;ost;1;;alle;" in table.content.decode() and plan.imports.count() == 2


def test_command_tries_takes_over_and_refuses(tmp_path: Path) -> None:
    plan_with("ost")
    file = tmp_path / "zuordnung.csv"
    file.write_bytes(file_of(RANGES, "Ostanlage;;;;ost"))
    said = StringIO()
    call_command("import_waste_plan", "2027", "ranges", str(file), "--dry-run", stdout=said)
    assert "Diese 5 von 5 Adressen" in said.getvalue() and not TourRange.objects.exists()
    call_command("import_waste_plan", "2027", "ranges", str(file), stdout=said)
    assert TourRange.objects.count() == 1
    file.write_bytes(file_of(RANGES, "Ostanlage;9;;;ost"))
    with pytest.raises(CommandError, match="Zeile 2: Ostanlage"):
        call_command("import_waste_plan", "2027", "ranges", str(file))


def test_checking_takes_few_queries(django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    plan = plan_with("ost", houses=range(1, 200))
    for number in range(60):
        made.address(f"Weg {number}", 1)
    lines = [f"Weg {number};;;;ost" for number in range(60)]
    with django_assert_max_num_queries(4):
        assert not read_ranges(file_of(RANGES, "Ostanlage;;;;ost", *lines).decode(), plan).problems


def test_check_command_writes_nothing() -> None:
    tour = made.published_year(2026)
    made.address()
    said = StringIO()
    call_command("check_waste_plan", "2027", "--copy-of", "2026", stdout=said, stderr=StringIO())
    assert "1 von 1 Adressen bekämen andere Tage." in said.getvalue()
    assert "Längster Abstand Restmüll" in said.getvalue()
    assert list(Plan.objects.all()) == [tour.plan]
