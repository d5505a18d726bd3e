"""`manage.py rebuild_search_index`: a new index beside the old one, swapped in when it is complete."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.domain.rebuilding import RebuildRunning, rebuild
from search.engines.base import EngineError
from search.models import IndexBuild


class Command(BaseCommand):
    help = "Rebuild the search index beside the one that answers, then swap them."

    def handle(self, *args: Any, verbosity: int = 1, **options: Any) -> None:
        try:
            build = rebuild(self._report if verbosity else lambda build: None)
        except RebuildRunning as error:
            raise CommandError(f"{error}. Wait for it, or for two minutes if it was killed.") from error
        except EngineError as error:
            raise CommandError(f"The index could not be rebuilt, the old one stays: {error}") from error
        if verbosity:
            seconds = (build.finished_at - build.started_at).total_seconds() if build.finished_at else 0
            self.stdout.write(f"{build.done} records indexed, {build.refused} refused, in {seconds:.1f} s.")

    def _report(self, build: IndexBuild) -> None:
        self.stdout.write(f"{build.done + build.refused} of {build.expected} records")
