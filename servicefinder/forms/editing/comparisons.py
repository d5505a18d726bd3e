"""Which comparisons fit which kind of field: the editor offers these, the server takes no others."""

COMPARISONS = [
    ("eq", "ist"),
    ("ne", "ist nicht"),
    ("in", "ist eine von (mit ; getrennt)"),
    ("contains", "enthält die Antwort"),
    ("lacks", "enthält die Antwort nicht"),
    ("filled", "ist ausgefüllt"),
    ("empty", "ist leer"),
    ("gt", "ist größer als / später als"),
    ("ge", "ist mindestens / ab"),
    ("lt", "ist kleiner als / früher als"),
    ("le", "ist höchstens / bis"),
    ("age_ge", "Alter ist mindestens"),
    ("age_lt", "Alter ist unter"),
    ("count_ge", "Zahl der Einträge ist mindestens"),
    ("count_le", "Zahl der Einträge ist höchstens"),
]
WITHOUT_VALUE = ("filled", "empty")
EQUAL = ("eq", "ne")
SIZES = ("gt", "ge", "lt", "le")
COUNTS = ("count_ge", "count_le")
WORDS = (*EQUAL, "in", *WITHOUT_VALUE)
LISTS = (*WITHOUT_VALUE, *COUNTS)
AMOUNTS = (*EQUAL, *SIZES, "in", *WITHOUT_VALUE)
BY_KIND: dict[str, tuple[str, ...]] = {
    "number": AMOUNTS,
    "money": AMOUNTS,
    "calculated": AMOUNTS,
    "time": AMOUNTS,
    "date": (*EQUAL, *SIZES, "age_ge", "age_lt", "in", *WITHOUT_VALUE),
    "yesno": (*EQUAL, *WITHOUT_VALUE),
    "consent": (*EQUAL, *WITHOUT_VALUE),
    "choices": ("contains", "lacks", *LISTS),
    "file": LISTS,
    "group": LISTS,
    "info": (),
}


def comparisons_of(kind: str) -> tuple[str, ...]:
    """Names of COMPARISONS."""
    return BY_KIND.get(kind, WORDS)
