"""Answers to programs that read calendars: what is wrong, in a sentence."""

from http import HTTPStatus

from django.http import HttpResponse

PLAIN_TYPE = "text/plain; charset=utf-8"


def plain_text(text: str, status: int = HTTPStatus.BAD_REQUEST) -> HttpResponse:
    return HttpResponse(f"{text}\n", status=status, content_type=PLAIN_TYPE)
