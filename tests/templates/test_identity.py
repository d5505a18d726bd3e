"""The identity file: everything a city replaces, readable in light and in dark; and the weight of it all."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings

STATIC = Path(settings.BASE_DIR) / "static"
IDENTITY = (STATIC / "css" / "identity.css").read_text()
SITE = (STATIC / "css" / "site.css").read_text()
KERN = (STATIC / "vendor" / "kern" / "kern.css").read_text()
SCREEN = IDENTITY.split("@media print")[0]
SCHEMES = ("light", "dark")

# Text on ground: WCAG 2.2 AA asks for 4.5, we for 7 where people read, 5 elsewhere.
TEXT_PAIRS = [
    ("ink", "paper", 7),
    ("ink", "surface", 7),
    ("ink", "surface-strong", 7),
    ("ink", "river-mist", 7),
    ("ink", "mark", 7),
    ("ink-quiet", "paper", 5),
    ("ink-quiet", "surface", 5),
    ("ink-quiet", "river-mist", 5),
    ("link", "paper", 5),
    ("link", "surface", 5),
    ("link", "river-mist", 5),
    ("link-hover", "paper", 7),
    ("link-visited", "paper", 5),
    ("on-river", "river", 7),
    ("on-river", "river-deep", 7),
    ("on-river-quiet", "river", 5),
    ("on-river-quiet", "river-deep", 5),
    ("on-action", "action", 7),
    ("on-action", "action-hover", 7),
    ("danger", "paper", 5),
    *[("ink", f"{meaning}-ground", 7) for meaning in ("info", "success", "warning", "danger")],
    *[("link", f"{meaning}-ground", 4.5) for meaning in ("info", "success", "warning", "danger")],
]
# Shapes that must be seen (WCAG 1.4.11 asks for 3).
SHAPE_PAIRS = [
    ("line-strong", "paper"),
    ("info", "info-ground"),
    ("success", "success-ground"),
    ("warning", "warning-ground"),
    ("danger", "danger-ground"),
]


def _colour(name: str, scheme: str) -> str:
    light, dark = re.search(rf"--{name}: light-dark\((#\w+), (#\w+)\)", SCREEN).groups()
    return light if scheme == "light" else dark


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(first: str, second: str) -> float:
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground", "least"), TEXT_PAIRS)
def test_text_can_be_read(text, ground, least, scheme):
    assert _contrast(_colour(text, scheme), _colour(ground, scheme)) >= least


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_shapes_can_be_seen(shape, ground, scheme):
    assert _contrast(_colour(shape, scheme), _colour(ground, scheme)) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["paper", "surface", "river-mist", "river", "river-deep", "action"])
def test_one_of_the_two_focus_rings_stands_out_everywhere(ground, scheme):
    rings = [
        _contrast(_colour(ring, scheme), _colour(ground, scheme)) for ring in ("focus-outer", "focus-inner")
    ]

    assert max(rings) >= 4.5


def test_only_the_identity_names_colours():
    without_urls = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", SITE, flags=re.DOTALL)

    literal = re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|hwb)\(", without_urls)
    named = re.findall(r":[^;{]*\b(?:white|black|red|green|blue|gr[ae]y|orange|yellow)\b", without_urls)
    assert (literal, [name for name in named if "var(" not in name]) == ([], [])


def test_identity_is_only_custom_properties():
    declarations = re.findall(r"^\s+([\w-]+):", IDENTITY, re.MULTILINE)

    assert {name for name in declarations if not name.startswith("--")} == {"color-scheme"}


def test_every_property_that_is_used_is_defined():
    defined = set(re.findall(r"(--[\w-]+):", IDENTITY + SITE + KERN))
    used = set(re.findall(r"var\((--[\w-]+)\)", SITE + KERN))

    assert used - defined == set()


def test_stylesheets_stay_light():
    sheets = ("css/identity.css", "vendor/kern/kern.css", "css/site.css")

    assert sum(len(gzip.compress((STATIC / sheet).read_bytes())) for sheet in sheets) <= 22 * 1024


def test_scripts_stay_light():
    sizes = {script.name: len(script.read_bytes()) for script in (STATIC / "js").glob("*.js")}
    of_forms = sum(sizes.pop(name) for name in ("forms.js", "print.js"))  # Read where a form is filled in.
    of_passports = sizes.pop("proof.js")  # Read where a proof of work is asked for.
    of_maps = sizes.pop("map.js")  # Read where there is a map; Leaflet itself only once it is asked for.
    for name in ("backoffice.js", "form_editor.js", "waste_grid.js"):  # Never read by citizens.
        del sizes[name]

    assert of_forms <= 3 * 1024
    assert of_passports <= 1536
    assert of_maps <= 5 * 1024
    assert sum(sizes.values()) <= 8 * 1024 + 256


def test_fonts_are_cut_to_what_german_needs():
    fonts = STATIC / "vendor" / "fira-sans"

    assert all((fonts / f"fira-sans-{weight}.woff2").stat().st_size <= 12 * 1024 for weight in (400, 600))
    assert all((fonts / f"fira-sans-{weight}-extended.woff2").is_file() for weight in (400, 600))


@pytest.mark.parametrize("letter", "ÄöüßẞéŁ„“–€Șåœ")
def test_every_letter_lies_in_exactly_one_font_file(letter):
    regular = [face for face in re.findall(r"@font-face\s*\{([^}]*)\}", KERN) if "font-weight:400" in face]

    holding = [face for face in regular if _holds(face, ord(letter))]

    assert len(regular) == 2
    assert len(holding) == 1


def _holds(face: str, point: int) -> bool:
    ranges = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", face)
    return any(int(first, 16) <= point <= int(last or first, 16) for first, last in ranges)


def test_vendored_parts_carry_their_licences():
    assert "EUROPÄISCHE UNION PUBLIC LICENCE" in (STATIC / "vendor" / "kern" / "LICENSE.md").read_text()
    assert "SIL OPEN FONT LICENSE" in (STATIC / "vendor" / "fira-sans" / "LICENSE").read_text().upper()
