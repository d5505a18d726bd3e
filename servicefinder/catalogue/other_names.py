"""What citizens call an office or a department besides the name that this city has given it."""

from search.analysis import fold, words

# Names for the same kind of place, as cities in Germany use them.
NAMES = (
    ("Bürgeramt", "Bürgerbüro", "Bürgerservice", "Einwohnermeldeamt", "Meldeamt", "Passamt", "Ortsamt"),
    ("Straßenverkehrsamt", "Zulassungsstelle", "Kfz Zulassungsstelle", "Führerscheinstelle", "Verkehrsamt"),
    ("Ausländerbehörde", "Ausländeramt", "Migrationsamt", "Einwanderungsbehörde"),
    ("Amt für Soziales", "Sozialamt", "Sozialrathaus"),
    ("Bauaufsichtsamt", "Bauaufsicht", "Bauamt", "Bauordnungsamt", "Technisches Rathaus"),
    ("Steueramt", "Stadtsteueramt", "Kämmerei", "Stadtkasse"),
    ("Haupt und Wahlamt", "Wahlamt", "Wahlbüro"),
    ("Wertstoffhof", "Recyclinghof", "Bauhof", "Müllplatz"),
    ("Grünflächenamt", "Gartenamt", "Tiefbauamt"),
)
_FOLDED = tuple(tuple((name, f" {' '.join(words(fold(name)))} ") for name in group) for group in NAMES)


def other_names(title: str) -> tuple[str, ...]:
    """Further names for whatever has one of the known names in its `title`; hyphens are blanks."""
    called = f" {' '.join(words(fold(title)))} "
    return tuple(
        name
        for group in _FOLDED
        if any(folded in called for _, folded in group)
        for name, folded in group
        if folded not in called
    )
