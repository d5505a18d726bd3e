"""Static files under names that carry their digest."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class RememberingStorage(CompressedManifestStaticFilesStorage):
    """Works out each address once: a page names some twenty, and they stay while a process runs."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._addresses: dict[str, str] = {}

    def url(self, name: str, force: bool = False) -> str:
        if force:
            return super().url(name, force)
        known = self._addresses.get(name)
        if known is None:
            known = self._addresses.setdefault(name, super().url(name))
        return known
