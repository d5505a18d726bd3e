"""The fourteen life situations: 96 × 96, one pebble of river mist under each."""

# ruff: noqa: E501 (drawings are data: one shape, one line)

from shapes import (
    BRICK,
    CLAY,
    CREAM,
    DEEP,
    FOAM,
    FOREST,
    INK,
    LEAF,
    MIST,
    RIVER,
    SAND,
    SHALLOW,
    SKINS,
    SLATE,
    STONE,
    SUN,
    TIMBER,
    circle,
    ellipse,
    line,
    path,
    person,
    picture,
    rect,
)

PEBBLE = path("M48 3C75 2 93 18 93 47S76 94 47 93 3 77 4 48 22 4 48 3z", MIST)
GROUND = path("M9 71c25-6 52 4 79-2-6 15-20 24-41 24C29 93 15 85 9 71z", FOAM)


def _house(x: float, top: float, w: float, h: float, wall: str, roof: str) -> str:
    return rect(x, top, w, h, wall) + path(
        f"M{x - 4:g} {top:g}L{x + w / 2:g} {top - w * 0.5:g}L{x + w + 4:g} {top:g}z", roof
    )


def _wheel(x: float, y: float, r: float) -> str:
    return circle(x, y, r, INK) + circle(x, y, r * 0.45, STONE)


def _ring(x: float, y: float, r: float, stroke: str) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="none" stroke="{stroke}" stroke-width="5"/>'


def _coin(x: float, y: float, r: float) -> str:
    return (
        circle(x, y, r, SUN)
        + circle(x, y, r * 0.78, SAND)
        + line(f"M{x + r * 0.35:g} {y - r * 0.34:g}a{r * 0.44:g} {r * 0.44:g} 0 1 0 0 {r * 0.68:g}M{x - r * 0.55:g} {y - r * 0.1:g}h{r * 0.6:g}M{x - r * 0.55:g} {y + r * 0.14:g}h{r * 0.6:g}", BRICK, r * 0.15)
    )  # fmt: skip


KIND_BEKOMMEN = (
    GROUND
    + path("M24 45h44a22 22 0 0 1-44 0z", DEEP)
    + path("M46 45V21a24 24 0 0 0-23 24z", RIVER)
    + line("M46 45V21M46 45 30 27.500", DEEP, 1.6)
    + line("M66 45l9-15h6", INK, 3.5)
    + line("M34 64l-3 9M58 64l3 9", INK, 3)
    + _wheel(30, 75, 7)
    + _wheel(62, 75, 7)
    + circle(55, 38, 6.5, SKINS[0])
    + path("M57 45c-8-3-12 0-13 0z", SAND)
    + path("M72 18c-2-4-8-3-7 2 .5 3 4 5 7 7 3-2 6.500-4 7-7 1-5-5-6-7-2z", CLAY)
)

KITA_UND_SCHULE = (
    GROUND
    + rect(17, 38, 34, 36, CLAY, 6)
    + path("M17 44a6 6 0 0 1 6-6h22a6 6 0 0 1 6 6v11c-11 6-23 6-34 0z", BRICK)
    + line("M27 38v-4a3 3 0 0 1 3-3h8a3 3 0 0 1 3 3v4", INK, 3)
    + rect(31, 54, 6, 8, SUN, 1.5)
    + rect(22, 65, 24, 4, SUN, 2)
    + path("M56 31l24 7-21 42z", RIVER)
    + path("M56 31l24 7-3.600 7.200L56.800 41z", SHALLOW)
    + path("M56 32c0-8 5-9 7-6 1-6 7-7 8-2 4-4 9-1 7 4 3 2 3 6 2 10z", SUN)
    + circle(66, 51, 2.600, SUN)
    + circle(62, 62, 2.200, SUN)
)

VOLLJAEHRIG_WERDEN = (
    GROUND
    + ellipse(48, 77, 31, 5, SLATE)
    + rect(22, 53, 52, 23, SAND, 4)
    + path("M22 57a4 4 0 0 1 4-4h44a4 4 0 0 1 4 4v5c-4 5-8 5-10.400 0-2.600 5-8 5-10.400 0-2.600 5-8 5-10.400 0-2.600 5-8 5-10.400 0-2.400 5-6.400 5-10.400 0z", CLAY)
    + line("M34 33l5-4v19", DEEP, 5)
    + f'<circle cx="56" cy="33.500" r="4.700" fill="none" stroke="{DEEP}" stroke-width="4.600"/>'
    + f'<circle cx="56" cy="43" r="5.200" fill="none" stroke="{DEEP}" stroke-width="4.600"/>'
    + line("M39 49v4M56 49v4", STONE, 3)
    + path("M39 14c4 4 3.500 9 0 9s-4-5 0-9zM56 13c4 4 3.500 9 0 9s-4-5 0-9z", "#f0b24c")
)  # fmt: skip

UMZIEHEN = (
    GROUND
    + rect(13, 33, 45, 37, CREAM, 3)
    + path("M58 43h13a4 4 0 0 1 3.500 2l7 12a5 5 0 0 1 1 2.500V70H58z", RIVER)
    + path("M63 47h7.500l6 11H63z", MIST)
    + rect(11, 68, 72, 5, INK, 2)
    + _house(23, 51, 16, 12, CLAY, BRICK)
    + rect(29, 55, 5, 8, CREAM)
    + line("M43 57h8m-3.500-3.500L51 57l-3.500 3.500", DEEP, 2.500)
    + _wheel(27, 74, 7.500)
    + _wheel(69, 74, 7.500)
)

HEIRATEN = (
    GROUND
    + _ring(39, 54, 17, "#e0a33e")
    + _ring(59, 54, 17, SLATE)
    + line("M43.400 37.600A17 17 0 0 1 53.700 45.500", "#e0a33e", 5)
    + path("M48 28l-7-8 3-5h8l3 5z", SHALLOW)
    + path("M41 20h14l-7 8z", RIVER)
    + path("M20 26c-2-4-8-3-7 2 .5 3 4 5 7 7 3-2 6.500-4 7-7 1-5-5-6-7-2zM76 24c-1.600-3.200-6.400-2.400-5.600 1.600.4 2.400 3.200 4 5.600 5.600 2.400-1.600 5.200-3.200 5.600-5.600.8-4-4-4.800-5.600-1.600z", CLAY)
)  # fmt: skip

TRENNUNG = (
    GROUND
    + path("M14 46 43 23l-3 13 4 9-6 11 4 9-3 9H18V46z", CREAM)
    + path("M12 48 45 20l-3.600 15.500L18 51z", BRICK)
    + path("M82 46 53 23l-3 13 4 9-6 11 4 9-3 9h29V46z", SAND)
    + path("M84 48 51 20l-3.600 15.500L78 51z", CLAY)
    + rect(23, 54, 9, 20, DEEP, 1)
    + rect(63, 54, 10, 9, RIVER, 1)
)

REISEN = (
    GROUND
    + line("M40 36V24h16v12", INK, 4)
    + rect(22, 34, 52, 42, DEEP, 6)
    + rect(22, 34, 9, 42, RIVER, 4)
    + rect(65, 34, 9, 42, RIVER, 4)
    + rect(28, 75, 7, 5, INK, 2)
    + rect(61, 75, 7, 5, INK, 2)
    + circle(48, 54, 11, SUN)
    + path("M39 60a11 11 0 0 0 18 0c-6-4-12 3-18 0z", SHALLOW)
    + path("M66 23 90 13 80 34l-4-7z", CLAY)
    + path("M76 27 90 13l-16.500 11.500L74 32z", BRICK)
)

AUTO_UND_VERKEHR = (
    path("M6 72h84c-6 13-20 21-42 21S11 84 6 72z", SLATE)
    + line("M18 81h12m10 0h14m10 0h12", CREAM, 2.500)
    + path("M13 57c0-4 3-7 7-7.500l7-1 9-13a7 7 0 0 1 6-3h17a8 8 0 0 1 6 3l9 12 6 2a7 7 0 0 1 5 7v9a3 3 0 0 1-3 3H16a3 3 0 0 1-3-3z", CLAY)
    + path("M34 48l7-9.500a3 3 0 0 1 2.500-1.500H48v11zM52 37h7a4 4 0 0 1 3 1.500L69 48H52z", MIST)
    + rect(13, 59, 6, 5, SUN, 1)
    + rect(79, 58, 6, 4, BRICK, 1)
    + _wheel(30, 70, 8.500)
    + _wheel(68, 70, 8.500)
)  # fmt: skip

BAUEN_UND_WOHNEN = (
    GROUND
    + rect(66, 17, 5, 58, "#e0a33e")
    + path("M30 17h52v5H30zM68.500 10 82 18H55z", "#e0a33e")
    + line("M38 22v12", INK, 1.600)
    + rect(32, 33, 12, 7, BRICK, 1)
    + rect(18, 56, 38, 19, CREAM)
    + path("M18 56h38v-6H45v-5H30v5H18z", CLAY)
    + "".join(rect(x, y, 8, 3.500, BRICK) for x, y in ((20, 51), (31, 46), (40, 51.500), (47, 51.500)))
    + rect(24, 62, 9, 13, DEEP, 1)
    + rect(40, 61, 10, 8, RIVER, 1)
)

WENIG_GELD = (
    GROUND
    + rect(15, 40, 60, 36, TIMBER, 6)
    + path("M15 46a6 6 0 0 1 6-6h46a5 5 0 0 1 5 5v3H15z", "#7c5c48")
    + rect(15, 46, 64, 30, "#8a6550", 6)
    + rect(60, 55, 22, 13, TIMBER, 6)
    + circle(67, 61.500, 3, SUN)
    + _coin(33, 28, 12)
    + _coin(58, 20, 9)
)

FIRMA_GRUENDEN = (
    GROUND
    + rect(18, 40, 60, 36, CREAM)
    + "".join(
        path(f"M{14 + i * 11.333:g} 26h11.333v18a5.667 5.667 0 0 1-11.333 0z", CLAY if i % 2 else SAND)
        for i in range(6)
    )
    + rect(14, 22, 68, 6, BRICK, 2)
    + rect(25, 54, 27, 16, SHALLOW, 1)
    + rect(58, 54, 14, 22, DEEP, 1)
    + circle(69, 65, 1.300, SUN)
    + path("M38 58l2 4 4 .5-3 3 .8 4-3.800-2-3.800 2 .8-4-3-3 4-.5z", SUN)
)

ALTER_UND_PFLEGE = (
    GROUND
    + person(36, 78, 49, RIVER, 0, CREAM)
    + person(60, 78, 55, CLAY, 1)
    + line("M22 79V58a4 4 0 0 1 8 0", TIMBER, 3.500)
    + line("M42 55c5 7 10 7 13 3", SKINS[1], 4.500)
)

ZUWANDERUNG = (
    GROUND
    + path("M10 71c0-9 6-14 12-14 0-4 4-7 8-6V36l9-9 9 9v20h6V30h4v-5h5v5h4v26c8-2 16 4 17 14-25 6-51-4-74 1z", SHALLOW)
    + path("M37 36l2-14 2 14z", RIVER)
    + rect(34, 42, 9, 14, FOAM, 4)
    + person(38, 84, 42, BRICK, 2, INK)
    + person(62, 82, 32, SUN, 1, INK)
    + rect(17, 68, 14, 15, DEEP, 2)
    + line("M21 68v-4h6v4", DEEP, 2.500)
)  # fmt: skip

TODESFALL = (
    GROUND
    + ellipse(48, 78, 24, 5, SLATE)
    + rect(39, 40, 18, 37, CREAM, 3)
    + path("M39 44a3 3 0 0 1 3-4h12a3 3 0 0 1 3 3v10c-2 4-4 2-4.500-2-1 6-4 6-4.500 0-.5 3-3 3-4 0-1 4-3 4-5 0z", STONE)
    + line("M48 40v-5", INK, 2)
    + path("M48 13c9 10 8 21 0 21s-9-11 0-21z", "#f0b24c")
    + path("M48 22c4 5 4 10 0 10s-4-5 0-10z", CREAM)
    + line("M63 77c9-6 13-15 13-25", FOREST, 2.500)
    + "".join(ellipse(x, y, 5.500, 2.800, LEAF) for x, y in ((70, 61), (80, 60), (70, 51), (80, 50), (65, 70), (76, 70)))
)  # fmt: skip

DRAWINGS = {
    "kind-bekommen": KIND_BEKOMMEN,
    "kita-und-schule": KITA_UND_SCHULE,
    "volljaehrig-werden": VOLLJAEHRIG_WERDEN,
    "umziehen": UMZIEHEN,
    "heiraten": HEIRATEN,
    "trennung": TRENNUNG,
    "reisen": REISEN,
    "auto-und-verkehr": AUTO_UND_VERKEHR,
    "bauen-und-wohnen": BAUEN_UND_WOHNEN,
    "wenig-geld": WENIG_GELD,
    "firma-gruenden": FIRMA_GRUENDEN,
    "alter-und-pflege": ALTER_UND_PFLEGE,
    "zuwanderung": ZUWANDERUNG,
    "todesfall": TODESFALL,
}


def life_pictures() -> dict[str, str]:
    """Slug of a life situation → its SVG."""
    return {slug: picture(96, 96, PEBBLE, drawing) for slug, drawing in DRAWINGS.items()}
