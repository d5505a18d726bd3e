"""Real processes on SQLite and PostgreSQL."""

from tests.real_processes import empty_city

__all__ = ["empty_city"]
