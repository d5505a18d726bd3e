"""Health of one node as JSON: `/healthz` (the process answers) and `/readyz` (it can do its work)."""

from collections.abc import Callable, Collection
from typing import Any

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from outbox.domain.heartbeats import heartbeat_age
from search.domain.health import index_health, names_answer

WORKER_SILENCE_LIMIT_SECONDS = 120

Check = Callable[[], dict[str, Any]]


@never_cache
def alive(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "ok"})


@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """200 when every part works, else 503; the body names each part.

    Also 200, `limited`, while the search answers by names alone: no other node would know more.
    """
    checks: dict[str, Check] = {
        "database": _database,
        "migrations": _migrations,
        "search_index": _search_index,
        "worker": _worker,
    }
    parts = {name: _result(check) for name, check in checks.items()}
    status = _status(parts.values())
    code = 503 if status == "unavailable" else 200
    return JsonResponse({"status": status, "parts": parts}, status=code)


def _status(parts: Collection[dict[str, Any]]) -> str:
    if all(part["ok"] for part in parts):
        return "ok"
    return "limited" if all(part["ok"] or part.get("limited") for part in parts) else "unavailable"


def _result(check: Check) -> dict[str, Any]:
    try:
        return check()
    except DatabaseError:
        return {"ok": False, "reason": "database does not answer"}


def _database() -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return {"ok": True, "vendor": connection.vendor}


def _migrations() -> dict[str, Any]:
    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    return {"ok": missing == 0, "missing": missing}


def _search_index() -> dict[str, Any]:
    health = index_health()
    age = health.lag_seconds if health.answers else None
    part = {"ok": health.answers, "state": health.state.value, "age_seconds": age}
    return part if health.answers else {**part, "limited": names_answer()}


def _worker() -> dict[str, Any]:
    age = heartbeat_age()
    return {"ok": age is not None and age < WORKER_SILENCE_LIMIT_SECONDS, "heartbeat_age_seconds": age}
