"""The interface as a whole: its parts, its errors, its description."""

import json
from functools import cache
from typing import Any

import structlog
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from search.api import BadParameter, SearchUnavailable

from . import life_situations, places, searching, services
from .problems import problem

DESCRIPTION = """What is live and public, for everybody's programs: read-only, without a key.

Addresses in answers are relative to the address of the answer. Answers carry a strong ETag;
errors are problem details (RFC 9457, `application/problem+json`)."""
SOON_SECONDS = 30

log = structlog.get_logger(__name__)

# No page with a browser of the interface: it would load scripts from elsewhere.
interface = NinjaAPI(
    title="Dienstleistungen der Stadt",
    version="1.0.0",
    description=DESCRIPTION,
    docs_url=None,
    openapi_url=None,
    urls_namespace="api-v1",
)
interface.add_router("/services", services.router)
interface.add_router("/offices", places.offices_router)
interface.add_router("/departments", places.departments_router)
interface.add_router("/life-situations", life_situations.router)
interface.add_router("/search", searching.router)


@cache
def description() -> str:
    """OpenAPI 3 as JSON; it cannot change while a process runs."""
    return json.dumps(interface.get_openapi_schema(), ensure_ascii=False, default=str)


def openapi(request: HttpRequest) -> HttpResponse:
    return HttpResponse(description(), content_type="application/json; charset=utf-8")


def nothing_here(request: HttpRequest, **captured: Any) -> HttpResponse:
    raise Http404


@interface.exception_handler(Http404)
def not_found(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem(request, 404, "There is nothing public with this key.")


@interface.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    errors = [{"parameter": str(entry["loc"][-1]), "message": str(entry["msg"])} for entry in error.errors]
    return problem(request, 422, "A parameter makes no sense.", errors)


@interface.exception_handler(BadParameter)
def bad_parameter(request: HttpRequest, error: BadParameter) -> HttpResponse:
    errors = [{"parameter": error.name, "message": str(error)}]
    return problem(request, 422, "A parameter makes no sense.", errors)


@interface.exception_handler(SearchUnavailable)
def search_unavailable(request: HttpRequest, error: SearchUnavailable) -> HttpResponse:
    return _later(request, "The search cannot answer right now.")


@interface.exception_handler(OperationalError)
@interface.exception_handler(InterfaceError)
def database_unavailable(request: HttpRequest, error: Exception) -> HttpResponse:
    log.error("api.database_unavailable", path=request.path, error=type(error).__name__)
    return _later(request, "The database does not answer right now.")


@interface.exception_handler(HttpError)
def other_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(request, error.status_code, error.message)


@interface.exception_handler(Exception)
def unexpected(request: HttpRequest, error: Exception) -> HttpResponse:
    """Left to `answers`, which writes it to the log."""
    raise error


def _later(request: HttpRequest, detail: str) -> HttpResponse:
    response = problem(request, 503, detail)
    response.headers["Retry-After"] = str(SOON_SECONDS)
    return response


@interface.get("", include_in_schema=False, url_name="index")
def index(request: HttpRequest) -> dict[str, str]:
    names = ("services", "offices", "departments", "life_situations", "search", "openapi")
    return {name: reverse(f"api-v1:{name}") for name in names}
