"""Site and worker as two child processes that live and end together."""

import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

STOP_SECONDS = 25
RESTART_PAUSE_SECONDS = 2


@dataclass
class Child:
    """One child process; `essential` ends everything with it, others are started again."""

    name: str
    command: Sequence[str]
    essential: bool
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def start(self) -> None:
        # A session of its own: Ctrl-C reaches only us, and we end the children in order.
        self.process = subprocess.Popen(self.command, start_new_session=True)  # noqa: S603 - our own commands

    @property
    def exit_code(self) -> int | None:
        return self.process.poll() if self.process else None

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)

    def wait_or_kill(self, deadline: float) -> None:
        if not self.process:
            return
        try:
            self.process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class _Stop(Exception):
    """A signal asked us to end."""


def _stop(*_: object) -> None:
    raise _Stop


def run_together(children: Sequence[Child]) -> int:
    """Run until a signal comes or an essential child ends. Returns the exit code for the shell."""
    for signal_number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signal_number, _stop)
    exit_code = 0
    try:
        for child in children:
            child.start()
        exit_code = _watch(children)
    except _Stop:
        pass
    finally:
        _end(children)
    return exit_code


def _watch(children: Sequence[Child]) -> int:
    while True:
        time.sleep(0.3)
        for child in children:
            if child.exit_code is None:
                continue
            if child.essential:
                return child.exit_code or 1
            sys.stderr.write(f"The {child.name} ended ({child.exit_code}) and is started again.\n")
            time.sleep(RESTART_PAUSE_SECONDS)
            child.start()


def _end(children: Sequence[Child]) -> None:
    for signal_number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signal_number, signal.SIG_IGN)
    for child in children:
        child.stop()
    deadline = time.monotonic() + STOP_SECONDS
    for child in children:
        child.wait_or_kill(deadline)
