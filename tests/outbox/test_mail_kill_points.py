"""A mail server sees each mail at least once, always with the same Message-ID, whenever the worker dies."""

import subprocess
import sys
from email import message_from_bytes
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

from tests.bench.serving import free_port

BASE_DIR = Path(__file__).resolve().parents[2]
WORK = """
import os, signal, sys
sys.path[:0] = [".", "site"]
import django
django.setup()
from outbox.domain.mail import queue_mail
from outbox.domain.running import run_due_jobs
from outbox.models import Job, OutgoingMail
from django.core.mail import EmailMessage

def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)

send = EmailMessage.send

def send_and_die(self, *args, **kwargs):
    send(self, *args, **kwargs)
    die()

point = sys.argv[1]
if point == "queue":
    queue_mail(to=["amt@stadt.example"], subject="Neues", text="Guten Tag", key="one")
    sys.exit()
Job.objects.filter(state="running").update(leased_until="2020-01-01T00:00Z")
if point == "before":
    EmailMessage.send = die
if point == "accepted":
    EmailMessage.send = send_and_die
run_due_jobs()
if point == "committed":
    die()
"""


class Server:
    """Keeps what it accepted."""

    def __init__(self) -> None:
        self.ids: list[str] = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - as aiosmtpd names it
        self.ids.append(message_from_bytes(envelope.content)["Message-ID"])
        return "250 OK"


@pytest.fixture
def smtp():
    handler = Server()
    handler.port = free_port()  # The controller asks its server on the port that it was given.
    controller = Controller(handler, hostname="127.0.0.1", port=handler.port)
    controller.start()
    yield handler
    controller.stop()


def run(processes, smtp: Server, point: str) -> int:
    environment = processes.environment | {"EMAIL_URL": f"smtp://127.0.0.1:{smtp.port}"}
    command = [sys.executable, "-c", WORK, point]
    return subprocess.run(command, env=environment, cwd=BASE_DIR, check=False, timeout=300).returncode


@pytest.mark.slow
@pytest.mark.parametrize(("point", "handed_over"), [("before", 1), ("accepted", 2), ("committed", 1)])
def test_a_kill_at_each_point(processes, smtp, point, handed_over):
    assert run(processes, smtp, "queue") == 0
    assert run(processes, smtp, point) == -9
    assert run(processes, smtp, "none") == 0
    assert run(processes, smtp, "none") == 0

    assert len(smtp.ids) == handed_over
    assert len(set(smtp.ids)) == 1
    assert len(processes.query("SELECT id FROM outbox_outgoingmail WHERE sent_at IS NOT NULL")) == 1
