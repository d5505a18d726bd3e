import pytest

from outbox.domain.nightly import run_nightly_checks
from outbox.enums import Severity
from outbox.models import NightlyFinding
from outbox.registries import Finding, NightlyCheck, nightly_checks

pytestmark = pytest.mark.django_db

BROKEN_LINK = Finding(Severity.WARNING, "Toter Verweis", "/redaktion/pages/7/edit/")
NO_ALT_TEXT = Finding(Severity.INFO, "Bild ohne Alternativtext")


@pytest.fixture(autouse=True)
def no_other_checks():
    with nightly_checks.fresh():
        yield


def texts() -> list[str]:
    return list(NightlyFinding.objects.order_by("pk").values_list("text", flat=True))


def test_findings_are_stored_with_their_check():
    nightly_checks.register(NightlyCheck("links", run=lambda: [BROKEN_LINK], label="Verweise"))

    run_nightly_checks()

    finding = NightlyFinding.objects.get()
    assert (finding.check_name, finding.severity, finding.text, finding.url) == (
        "links",
        Severity.WARNING,
        "Toter Verweis",
        "/redaktion/pages/7/edit/",
    )


def test_finding_keeps_the_day_it_was_first_seen_until_it_is_gone():
    findings = [BROKEN_LINK]
    nightly_checks.register(NightlyCheck("links", run=lambda: findings, label="Verweise"))
    run_nightly_checks()
    first = NightlyFinding.objects.get()
    findings.append(NO_ALT_TEXT)

    run_nightly_checks()
    again = NightlyFinding.objects.get(text=BROKEN_LINK.text)
    new = NightlyFinding.objects.get(text=NO_ALT_TEXT.text)
    findings.clear()
    run_nightly_checks()

    assert again.first_seen_at == first.first_seen_at < again.last_seen_at
    assert new.first_seen_at == new.last_seen_at
    assert texts() == []


def test_check_that_breaks_is_a_finding_and_stops_no_other():
    def broken() -> list[Finding]:
        raise LookupError("no index")

    nightly_checks.register(NightlyCheck("search", run=broken, label="Suche"))
    nightly_checks.register(NightlyCheck("links", run=lambda: [BROKEN_LINK], label="Verweise"))

    run_nightly_checks()

    assert texts() == ["Die Prüfung ist abgebrochen: LookupError: no index", "Toter Verweis"]
    assert NightlyFinding.objects.get(check_name="search").severity == Severity.ERROR


def test_findings_of_a_check_that_no_longer_exists_are_forgotten():
    nightly_checks.register(NightlyCheck("links", run=lambda: [BROKEN_LINK], label="Verweise"))
    run_nightly_checks()

    with nightly_checks.fresh():
        run_nightly_checks()

    assert texts() == []
