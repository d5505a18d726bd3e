"""Files that addresses come in. Each format is one module; other apps may register more."""

from outbox.registries import Registry

from .formats import AddressFormat

formats: Registry[AddressFormat] = Registry()


def register() -> None:
    """Called once, in `AddressesConfig.ready()`."""
    from . import areas_csv, csv_houses, house_coordinates

    formats.register(AddressFormat("csv", "Adressen als CSV", csv_houses.plan))
    formats.register(AddressFormat("hk", "Amtliche Hauskoordinaten", house_coordinates.plan))
    formats.register(AddressFormat("areas", "Zuständigkeitsgebiete als CSV", areas_csv.plan))
