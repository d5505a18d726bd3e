"""What citizens call a facility of a kind, whatever its name."""

from home.enums import FacilityKind

KIND_NAMES: dict[str, tuple[str, ...]] = {
    FacilityKind.LIBRARY: ("Bibliothek", "Bücherei", "Stadtbücherei", "Stadtbibliothek", "library"),
    FacilityKind.POOL: ("Schwimmbad", "Bad", "Schwimmhalle", "swimming pool"),
    FacilityKind.DAY_CARE: ("Kita", "Kindergarten", "Kindertagesstätte", "Krippe", "Hort"),
    FacilityKind.CULTURE: ("Museum",),
    FacilityKind.YOUTH: ("Jugendzentrum", "Jugendhaus", "Jugendtreff"),
}
