"""Delivery lists: read in any order, twice, with mistakes, and never kept."""

import os
import time
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as some

from outbox.domain.running import run_due_jobs
from servicefinder.passports.domain.journal import THE_SYSTEM, broken
from servicefinder.passports.domain.records import find
from servicefinder.passports.domain.retention import delete_expired
from servicefinder.passports.domain.taking_over import discard
from servicefinder.passports.enums import LineProblem, RunState
from servicefinder.passports.imports.folder import take_from_folder
from servicefinder.passports.imports.reading import NotAList, read
from servicefinder.passports.imports.receiving import receive
from servicefinder.passports.models import (
    DocumentRecord,
    ImportRun,
    ImportSlice,
    MeasuredTime,
    PassportEntry,
)
from tests.factories.passports import FACT, HEADER, SERIAL, csv_file, day, deliver, line

COURSE = ("herstellung", "bereit", "ausgehaendigt")


@pytest.mark.django_db
def test_checking_counts_and_changes_nothing_until_agreed():
    deliver(line())
    run = receive(csv_file(line(), line("T22000134"), line(status="ausgehaendigt", days=-1), "unsinn"))
    run_due_jobs()

    run.refresh_from_db()
    assert (run.state, run.lines, run.bad, run.new, run.changed) == (RunState.CHECKED, 4, 1, 1, 1)
    assert run.bad_lines == [[5, LineProblem.COLUMNS]]
    assert DocumentRecord.objects.count() == 1
    assert discard(run.pk, THE_SYSTEM) and not ImportSlice.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (2, 0, 1)])
def test_order_and_repetition_do_not_matter(order):
    lines = [line(status=COURSE[index], days=-10 + index * 3) for index in range(3)]
    for index in (*order, *order):
        deliver(lines[index])

    found = find(SERIAL, FACT)
    assert (found.state, found.ordered_on, found.ready_on, found.handed_out_on) == (
        3,
        day(-10),
        day(-7),
        day(-4),
    )
    assert DocumentRecord.objects.count() == 1


@pytest.mark.django_db
def test_within_one_list_order_does_not_matter_either():
    deliver(*(line(status=COURSE[index], days=-10 + index * 3) for index in (2, 0, 1, 0)))

    assert find(SERIAL, FACT).state == 3 and find(SERIAL, FACT).ready_on == day(-7)


@pytest.mark.django_db
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ","])
def test_encodings_and_separators(encoding, separator):
    text = f"{HEADER}\r\n{line(status='ausgehändigt')}\r\n".replace(";", separator)

    run = receive(BytesIO(text.encode(encoding)), automatic=True)
    run_due_jobs()

    run.refresh_from_db()
    assert (run.new, run.bad) == (1, 0)


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        (line(kind="bibliotheksausweis"), LineProblem.KIND),
        (line("T2200012"), LineProblem.SERIAL),
        (line("T220001294"), LineProblem.CHECK_DIGIT),
        (line(fact="12.3.80"), LineProblem.FACT),
        (line(status="weg"), LineProblem.STATE),
        (line(place="mond"), LineProblem.PLACE),
        (line().replace(day(-3).isoformat(), "31.2.2026"), LineProblem.DAY),
        (line(days=3), LineProblem.DAY),
        (line(status="ausgehaendigt", days=-15), LineProblem.TOO_OLD),
        (line(days=-366), LineProblem.TOO_OLD),
        ("x" * 5000, LineProblem.ENCODING),
        ('"offen', LineProblem.COLUMNS),
    ],
)
def test_a_bad_line_is_told_by_number_and_reason(bad, problem):
    found = list(read(csv_file(line(), bad, line()), "birthday", {"mitte"}))

    assert [number for number, _ in found] == [2, 3, 4]
    assert found[1][1] == problem


@pytest.mark.django_db
def test_what_is_no_list_is_refused_in_words():
    run = receive(BytesIO(b"name,vorname\nM\xfcller,Erika\n"))

    assert run.state == RunState.REFUSED and "dokumentart" in run.refusal
    assert "ller" not in run.refusal


@hypothesis_settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    some.one_of(some.binary(max_size=400), some.text(max_size=300).map(lambda t: f"{HEADER}\n{t}".encode()))
)
def test_no_bytes_break_the_reader(content):
    try:
        for number, found in read(BytesIO(content), "birthday", {"mitte"}):
            assert number > 1 and found
    except NotAList:
        pass


@pytest.mark.django_db
def test_watched_folder_is_overwritten_and_emptied(settings, tmp_path):
    settings.PASSPORT_FOLDER = tmp_path
    file = tmp_path / "lieferung.csv"
    file.write_bytes(csv_file(line()).getvalue())
    kept = tmp_path / "spur"
    os.link(file, kept)  # The same bytes on the disk under another name.
    take_from_folder()
    assert file.exists()  # Somebody may still be writing.
    os.utime(file, (time.time() - 60,) * 2)

    take_from_folder()
    run_due_jobs()

    assert not file.exists()
    assert set(kept.read_bytes()) == {0}
    assert find(SERIAL, FACT).state == 2


@pytest.mark.django_db
def test_interrupted_between_slices_goes_on_and_doubles_nothing(monkeypatch):
    monkeypatch.setattr("servicefinder.passports.imports.receiving.LINES_PER_SLICE", 2)
    serials = [f"T2200{number:04}" for number in range(100, 107)]
    run = receive(csv_file(*map(line, serials)), automatic=True)
    from servicefinder.passports.domain import taking_over

    real, calls = taking_over.write, []

    def dies(lines):
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return real(lines)

    monkeypatch.setattr(taking_over, "write", dies)
    with pytest.raises(KeyboardInterrupt):
        taking_over.apply(str(run.pk), {})
    assert ImportSlice.objects.count() == 2
    taking_over.apply(str(run.pk), {})

    run.refresh_from_db()
    assert (run.state, run.new, run.done_slices, DocumentRecord.objects.count()) == (RunState.DONE, 7, 4, 7)


@pytest.mark.django_db
def test_records_go_by_rule_with_proof_and_leave_only_figures():
    deliver(
        line("T22000134", status="ausgehaendigt", days=-14),
        line("T22000155", days=-364, ordered=-380),
        line("T22000176", days=-1),
        is_complete=True,
    )
    DocumentRecord.objects.filter(state=3).update(
        handed_out_on=day(-15), ready_on=day(-20), ordered_on=day(-40)
    )
    DocumentRecord.objects.filter(ready_on=day(-364)).update(ready_on=day(-366))

    assert delete_expired() == 2

    assert DocumentRecord.objects.count() == 1
    entry = PassportEntry.objects.filter(kind="deleted").get()
    assert entry.counts == {"handed_out": 1, "not_fetched": 1}
    assert set(MeasuredTime.objects.values_list("step", "days")) == {
        ("production", 20),
        ("pickup", 5),
        ("production", 14),
    }
    assert list(broken()) == []
    PassportEntry.objects.filter(pk=entry.pk).update(counts={"handed_out": 0, "not_fetched": 1})
    assert list(broken()) == [f"Eintrag {entry.sequence} wurde verändert"]


@pytest.mark.django_db
def test_lists_and_journal_hold_no_content():
    deliver(line(), line("T220001294"))

    run = ImportRun.objects.get()
    everything = f"{run.bad_lines}{run.refusal}{list(PassportEntry.objects.values())}"
    assert SERIAL not in everything and FACT not in everything


@pytest.mark.django_db
def test_an_old_list_does_not_bring_back_what_was_deleted():
    old = line(days=-20, ordered=-40)
    deliver(old, is_complete=True)
    deliver(line(status="ausgehaendigt", days=0))
    DocumentRecord.objects.update(handed_out_on=day(-15))
    assert delete_expired() == 1

    again = deliver(old, line("T22000134"))
    assert (again.new, again.old, DocumentRecord.objects.count()) == (1, 1, 1)
    assert find(SERIAL, FACT) is None

    complete = deliver(old, is_complete=True)
    assert (complete.new, complete.old) == (1, 0)


@pytest.mark.django_db
def test_an_old_line_still_carries_on_what_is_known():
    deliver(line(status="herstellung", days=-20), is_complete=True)

    late = deliver(line(days=-16))

    assert (late.changed, late.old) == (1, 0)
    assert find(SERIAL, FACT).state == 2
