"""`manage.py draw_demo_map`: writes the demo city's map anew after a change of its streets."""

from typing import Any

from django.core.management.base import BaseCommand

from democity.map_file import drawn_map, map_path


class Command(BaseCommand):
    help = "Draw the map of the demo city (GeoJSON) from the list of its streets."

    def handle(self, *args: Any, **options: Any) -> None:
        map_path().parent.mkdir(exist_ok=True)
        map_path().write_text(drawn_map())
        self.stdout.write(f"{map_path()} written")
