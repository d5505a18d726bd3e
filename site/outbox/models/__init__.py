from .findings import NightlyFinding
from .heartbeats import WorkerHeartbeat
from .jobs import Job
from .mails import OutgoingMail
from .schedule_entries import ScheduleEntry

__all__ = ["Job", "NightlyFinding", "OutgoingMail", "ScheduleEntry", "WorkerHeartbeat"]
