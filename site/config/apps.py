from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "config"
    verbose_name = "Installation"

    def ready(self) -> None:
        # Leichte Sprache is German with its own code; Django wants to know it.
        from django.conf.locale import LANG_INFO

        LANG_INFO["de-simple"] = {
            "bidi": False,
            "code": "de-simple",
            "name": "Easy German",
            "name_local": "Leichte Sprache",
            "fallback": ["de"],
        }

        from config import frame_memory

        frame_memory.connect()
