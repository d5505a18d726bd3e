"""The windows that attempts are counted in, and how a subject is written down."""

from datetime import UTC, datetime, timedelta

from django.utils.crypto import salted_hmac


def window_start(now: datetime, per: timedelta) -> datetime:
    """Start of the window of length `per` in which `now` lies."""
    seconds = per.total_seconds()
    return datetime.fromtimestamp(now.timestamp() // seconds * seconds, tz=UTC)


def subject_digest(scope: str, subject: str) -> str:
    """Keyed: nobody reads from a count whose it is."""
    return salted_hmac("limits", f"{scope}\0{subject}", algorithm="sha256").hexdigest()
