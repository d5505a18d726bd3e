"""Workers are tested in processes of their own."""

from tests.real_processes import lines, migrated_postgresql, migrated_sqlite, processes, sqlite_processes

__all__ = ["lines", "migrated_postgresql", "migrated_sqlite", "processes", "sqlite_processes"]
