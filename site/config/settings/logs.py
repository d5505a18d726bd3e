"""Structured logs on standard error, without personal data: no query strings, no bodies, no addresses."""

import logging.config

import structlog

SHARED_PROCESSORS: list[structlog.types.Processor] = [
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
]


def logging_settings(log_format: str, level: str) -> None:
    """Configure `logging` and structlog; `log_format` is `text` or `json`."""
    renderer: structlog.types.Processor = (
        structlog.processors.JSONRenderer()
        if log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    )
    structlog.configure(
        processors=[*SHARED_PROCESSORS, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "structured": {
                    "()": structlog.stdlib.ProcessorFormatter,
                    "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
                    "foreign_pre_chain": SHARED_PROCESSORS,
                }
            },
            "filters": {"loggable_paths": {"()": "config.loggable_paths.LoggablePaths"}},
            "handlers": {
                "stderr": {
                    "class": "logging.StreamHandler",
                    "formatter": "structured",
                    "filters": ["loggable_paths"],
                }
            },
            "root": {"handlers": ["stderr"], "level": level},
            "loggers": {
                # Our own request log says what is needed, without the query string.
                "django.request": {"level": "ERROR"},
                # Anybody can send any name; the request log has its line with 400, without a traceback.
                "django.security.DisallowedHost": {"level": "CRITICAL"},
                "django.server": {"level": "WARNING"},
                "gunicorn.access": {"level": "CRITICAL"},
                "elastic_transport": {"level": "WARNING"},
                "PIL": {"level": "WARNING"},
                "django_tasks": {"level": "WARNING"},
                "wagtail": {"level": "WARNING"},  # Its edits are in the audit log of the back office.
            },
        }
    )
