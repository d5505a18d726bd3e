"""The back office's pages about background work."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry

from accounts.models import User
from outbox.enums import JobState, Severity
from outbox.models import Job, NightlyFinding, ScheduleEntry, WorkerHeartbeat

pytestmark = pytest.mark.django_db

OVERVIEW = "/redaktion/hintergrundarbeit/"
JOBS = "/redaktion/hintergrundarbeit/auftraege/"
TRACEBACK = "Traceback (most recent call last):\n  File ...\nValueError: kein solches <Dokument>\n"


@pytest.fixture
def administrator(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("chef", "chef@stadt.example", "geheim"))
    return client


@pytest.fixture
def editor() -> User:
    user = User.objects.create_user("redaktion")
    editors = Group.objects.create(name="Öffentlichkeitsarbeit")
    editors.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(editors)
    return user


def stuck_job(key: str = "seite:7", **fields) -> Job:
    values = {"state": JobState.STUCK, "attempts": 10, "last_error": TRACEBACK} | fields
    return Job.objects.create(kind="outbox.mail", key=key, **values)


def running_job() -> Job:
    return Job.objects.create(
        kind="outbox.mail",
        key="läuft",
        state=JobState.RUNNING,
        lease="x",
        leased_until=timezone.now() + timedelta(minutes=1),
    )


def test_overview_shows_why_a_job_is_stuck(administrator: Client):
    stuck_job()

    html = administrator.get(OVERVIEW).text

    assert "E-Mail versenden" in html
    assert "<summary>ValueError: kein solches &lt;Dokument&gt;</summary>" in html
    assert "Traceback (most recent call last)" in html
    assert "Alle noch einmal versuchen" in html


def test_overview_warns_when_no_worker_runs_and_names_one_that_does(administrator: Client):
    assert "Es läuft kein Arbeitsprozess" in administrator.get(OVERVIEW).text

    now = timezone.now()
    WorkerHeartbeat.objects.create(worker="knoten:17", started_at=now, beat_at=now)
    WorkerHeartbeat.objects.create(worker="knoten:16", started_at=now, beat_at=now - timedelta(minutes=3))
    html = administrator.get(OVERVIEW).text

    assert "knoten:17" in html
    assert html.count("schweigt") == 1
    assert "Es läuft kein Arbeitsprozess" not in html


def test_overview_lists_schedule_and_findings(administrator: Client):
    now = timezone.now()
    NightlyFinding.objects.create(
        check_name="uploads.scanner",
        severity=Severity.ERROR,
        text="Der Virenscanner schweigt",
        first_seen_at=now,
        last_seen_at=now,
    )
    ScheduleEntry.objects.create(
        name="outbox.publish_due",
        next_at=now,
        last_run_at=now,
        last_seconds=0.25,
        last_error="Seite „Kaputt“",
    )

    html = administrator.get(OVERVIEW).text

    assert "Der Virenscanner schweigt" in html and "Virenscanner</td>" in html
    assert "Geplantes veröffentlichen" in html and "Nächtliche Prüfungen" in html
    assert "0,25 s" in html and "Seite „Kaputt“" in html


def test_overview_takes_the_same_queries_for_many_jobs(administrator: Client):
    stuck_job()
    administrator.get(OVERVIEW)
    with CaptureQueriesContext(connection) as one:
        administrator.get(OVERVIEW)
    for number in range(30):
        stuck_job(f"seite:{number + 100}")

    with CaptureQueriesContext(connection) as many:
        administrator.get(OVERVIEW)

    assert len(many) == len(one)


def test_jobs_are_listed_by_kind_and_state_page_by_page(administrator: Client):
    for number in range(60):
        Job.objects.create(kind="outbox.mail", key=f"brief-{number:02}")
    Job.objects.create(kind="anderes.alt", key="fremd")

    first = administrator.get(JOBS, {"art": "outbox.mail"}).text
    second = administrator.get(JOBS, {"art": "outbox.mail", "seite": 2}).text
    foreign = administrator.get(JOBS, {"art": "anderes.alt"}).text

    assert "brief-00" in first and "brief-50" not in first and "fremd" not in first
    assert "brief-50" in second and "brief-00" not in second
    assert "Diese Version kennt die Art nicht" in foreign
    assert "Hier gibt es keinen Auftrag" in administrator.get(JOBS, {"zustand": "stuck"}).text


def test_retry_gives_a_stuck_job_all_attempts_again_and_is_logged(administrator: Client):
    job = stuck_job()

    response = administrator.post(f"{JOBS}{job.pk}/wiederholen/", {"zurueck": f"{JOBS}?art=outbox.mail"})

    job.refresh_from_db()
    assert (job.state, job.attempts) == (JobState.WAITING, 0)
    assert job.due_at <= timezone.now()
    assert response["Location"] == f"{JOBS}?art=outbox.mail"
    entry = ModelLogEntry.objects.get(action="outbox.retry")
    assert (entry.label, entry.user.username) == ("outbox.mail: seite:7", "chef")


def test_discard_removes_the_job_and_is_logged_with_its_reason(administrator: Client):
    job = stuck_job()

    administrator.post(f"{JOBS}{job.pk}/verwerfen/")

    assert not Job.objects.exists()
    entry = ModelLogEntry.objects.get(action="outbox.discard")
    assert entry.data == {"reason": "ValueError: kein solches <Dokument>"}


def test_all_stuck_jobs_are_retried_at_once_and_others_left_alone(administrator: Client):
    stuck_job("a")
    stuck_job("b")
    later = timezone.now() + timedelta(days=1)
    waiting = stuck_job("c", state=JobState.WAITING, attempts=3, due_at=later)

    administrator.post(f"{JOBS}wiederholen/")

    assert Job.objects.filter(state=JobState.WAITING, attempts=0).count() == 2
    waiting.refresh_from_db()
    assert (waiting.attempts, waiting.due_at) == (3, later)


@pytest.mark.parametrize("act", ["wiederholen", "verwerfen"])
def test_running_job_is_left_alone(administrator: Client, act: str):
    job = running_job()

    response = administrator.post(f"{JOBS}{job.pk}/{act}/", follow=True)

    assert "läuft gerade" in response.text
    assert Job.objects.get().state == JobState.RUNNING
    assert not ModelLogEntry.objects.filter(action__startswith="outbox").exists()


def test_button_leads_back_to_our_own_pages_only(administrator: Client):
    job = stuck_job()

    response = administrator.post(f"{JOBS}{job.pk}/wiederholen/", {"zurueck": "https://evil.example/"})

    assert response["Location"] == OVERVIEW


@pytest.mark.parametrize("address", [OVERVIEW, JOBS])
def test_editors_see_neither_pages_nor_menu_entry(client: Client, editor: User, address: str):
    client.force_login(editor)

    assert client.get(address).status_code in (302, 403)
    assert "hintergrundarbeit" not in client.get("/redaktion/", follow=True).text


@pytest.mark.parametrize("act", ["1/wiederholen/", "1/verwerfen/", "wiederholen/"])
def test_editors_can_change_nothing(client: Client, editor: User, act: str):
    job = stuck_job(pk=1)
    client.force_login(editor)

    client.post(JOBS + act)

    job.refresh_from_db()
    assert job.state == JobState.STUCK


def test_reading_changes_nothing(administrator: Client):
    job = stuck_job()

    assert administrator.get(f"{JOBS}{job.pk}/verwerfen/").status_code == 405
    assert Job.objects.exists()


def test_group_with_the_permission_sees_it(client: Client, editor: User):
    permission = Permission.objects.get(content_type__app_label="outbox", codename="change_job")
    editor.groups.get().permissions.add(permission)
    client.force_login(editor)

    assert "Zeitplan" in client.get(OVERVIEW).text
    assert "hintergrundarbeit" in client.get("/redaktion/", follow=True).text
