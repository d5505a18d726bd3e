"""What a person can do about a job that waits or is stuck. Each act is written to Wagtail's log."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.log_actions import log

from outbox.enums import JobState
from outbox.models import Job

RETRY_ACTION = "outbox.retry"
DISCARD_ACTION = "outbox.discard"


def retry(job: Job, user: AbstractBaseUser) -> bool:
    """Try again now, with all attempts. False when the job runs or is gone meanwhile."""
    return _retry(Job.objects.filter(pk=job.pk), user) == 1


def retry_all_stuck(user: AbstractBaseUser) -> int:
    """Give every stuck job another chance, say after a server was down; how many."""
    return _retry(Job.objects.filter(state=JobState.STUCK), user)


def discard(job: Job, user: AbstractBaseUser) -> bool:
    """Give a job up for good. False when it runs or is gone meanwhile."""
    with transaction.atomic():
        deleted, _ = _idle(Job.objects.filter(pk=job.pk)).delete()
        if deleted:
            log(instance=job, action=DISCARD_ACTION, user=user, data={"reason": job.reason}, deleted=True)
    return bool(deleted)


def _retry(wanted: QuerySet[Job], user: AbstractBaseUser) -> int:
    with transaction.atomic():
        found = list(_idle(wanted))
        for job in found:
            log(instance=job, action=RETRY_ACTION, user=user, data={"reason": job.reason})
        return _idle(Job.objects.filter(pk__in=[job.pk for job in found])).update(
            state=JobState.WAITING, attempts=0, due_at=timezone.now()
        )


def _idle(found: QuerySet[Job]) -> QuerySet[Job]:
    return found.exclude(state=JobState.RUNNING)
