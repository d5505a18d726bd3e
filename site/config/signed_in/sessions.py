"""Django's sessions in the database."""

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.contrib.sessions.models import Session
from django.utils import timezone

from home.prepared_queries import PreparedQuery

_SESSION = PreparedQuery(
    lambda key, now: Session.objects.filter(session_key=key, expire_date__gt=now).values_list("session_data"),
    key=str,
    now=datetime,
)


class SessionStore(DatabaseSessions):
    """The name is part of what sessions are signed with."""

    def load(self) -> dict[str, Any]:
        for (data,) in _SESSION.rows(key=self.session_key, now=timezone.now()):
            return self.decode(data)
        self._session_key = None
        return {}
