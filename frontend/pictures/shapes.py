"""The hand all pictures are drawn in: flat colour, no outlines, few shapes.

Each function returns a piece of SVG. Lengths are user units of the picture, y grows downwards, and what stands on
the ground is given by the y of its base.
"""

# ruff: noqa: E501 (drawings are data: one shape, one line)

DEEP, RIVER, SHALLOW, FOAM, MIST = "#0b4a53", "#2f7d82", "#5fa39f", "#a9d0cb", "#dcebe8"
SKY, DAWN, SUN = "#e4efec", "#f7ecd9", "#f8dca4"
HILL, MEADOW, GRASS, LEAF, FOREST = "#b5d3c4", "#cfe2bd", "#a9cb9b", "#5c9a7d", "#2f6f66"
CREAM, SAND, STONE, SLATE = "#fffaf0", "#f1dfc0", "#d5c8b2", "#a89a85"
CLAY, BRICK, TIMBER, INK = "#d98566", "#b9603f", "#5f4636", "#1f3438"
SKINS = ("#f3c9a5", "#c98f68", "#8c5a3c", "#e8b48c")


def picture(width: float, height: float, *parts: str) -> str:
    """A whole SVG document."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}"'
        f' width="{width:g}" height="{height:g}">{"".join(parts)}</svg>\n'
    )


def rect(x: float, y: float, w: float, h: float, fill: str, r: float = 0) -> str:
    """A rectangle, with round corners of radius `r`."""
    corner = f' rx="{r:g}"' if r else ""
    return f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}"{corner} fill="{fill}"/>'


def circle(x: float, y: float, r: float, fill: str) -> str:
    """A disc."""
    return f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="{fill}"/>'


def ellipse(x: float, y: float, rx: float, ry: float, fill: str) -> str:
    """An ellipse."""
    return f'<ellipse cx="{x:g}" cy="{y:g}" rx="{rx:g}" ry="{ry:g}" fill="{fill}"/>'


def path(d: str, fill: str) -> str:
    """A filled path; holes by even-odd."""
    return f'<path d="{d}" fill="{fill}" fill-rule="evenodd"/>'


def line(d: str, stroke: str, width: float) -> str:
    """A stroke with round ends."""
    return (
        f'<path d="{d}" fill="none" stroke="{stroke}" stroke-width="{width:g}"'
        ' stroke-linecap="round" stroke-linejoin="round"/>'
    )


def group(transform: str, *parts: str) -> str:
    """Parts moved, turned or scaled together."""
    return f'<g transform="{transform}">{"".join(parts)}</g>'


def person(x: float, base: float, h: float, coat: str, skin: int = 0, hair: str = TIMBER) -> str:
    """Somebody of height `h`, seen from the front: head, hair, a coat down to the ground."""
    r, w = h * 0.15, h * 0.38
    top = base - h + 2 * r + h * 0.02
    head_y = base - h + r
    return (
        path(f"M{x - w / 2:g} {base:g}V{top + w / 2:g}a{w / 2:g} {w / 2:g} 0 0 1 {w:g} 0V{base:g}z", coat)
        + circle(x, head_y, r, SKINS[skin % len(SKINS)])
        + path(f"M{x - r:g} {head_y:g}a{r:g} {r:g} 0 0 1 {2 * r:g} 0q{-r:g} {-0.5 * r:g} {-2 * r:g} 0z", hair)
    )


def tree(x: float, base: float, h: float, leaf: str = LEAF, shade: str = FOREST) -> str:
    """A round tree with a darker half."""
    r = h * 0.36
    top = base - h + r
    return (
        rect(x - h * 0.035, base - h * 0.4, h * 0.07, h * 0.4, TIMBER)
        + circle(x, top, r, leaf)
        + path(f"M{x:g} {top - r:g}a{r:g} {r:g} 0 0 1 0 {2 * r:g}q{r * 0.45:g} {-r:g} 0 {-2 * r:g}z", shade)
    )


def poplar(x: float, base: float, h: float, leaf: str = FOREST) -> str:
    """A slender tree."""
    return rect(x - h * 0.02, base - h * 0.25, h * 0.04, h * 0.25, TIMBER) + ellipse(
        x, base - h * 0.55, h * 0.12, h * 0.45, leaf
    )


def bush(x: float, base: float, w: float, leaf: str = LEAF) -> str:
    """Three round heads on the ground."""
    r = w / 4
    return path(
        f"M{x:g} {base:g}a{r:g} {r:g} 0 0 1 {r:g} {-r:g}a{r * 1.1:g} {r * 1.1:g} 0 0 1 {2 * r:g} 0"
        f"a{r:g} {r:g} 0 0 1 {r:g} {r:g}z",
        leaf,
    )


def cloud(x: float, y: float, w: float, fill: str = CREAM) -> str:
    """A flat-bottomed cloud, `w` wide, standing on `y`."""
    r = w / 6
    return path(
        f"M{x:g} {y:g}a{r:g} {r:g} 0 0 1 {r:g} {-r:g}a{1.6 * r:g} {1.6 * r:g} 0 0 1 {2.8 * r:g} {-0.6 * r:g}"
        f"a{1.2 * r:g} {1.2 * r:g} 0 0 1 {2.2 * r:g} {1.6 * r:g}z",
        fill,
    )


def windows(x: float, y: float, w: float, h: float, columns: int, rows: int, glass: str = DEEP) -> str:
    """Windows spread evenly over a wall."""
    dx, dy = w / columns, h / rows
    ww, wh = dx * 0.46, dy * 0.56
    return "".join(
        rect(x + dx * (c + 0.27), y + dy * (r + 0.22), ww, wh, glass, r=ww * 0.06)
        + rect(x + dx * (c + 0.27) + ww * 0.46, y + dy * (r + 0.22), ww * 0.08, wh, CREAM)
        for r in range(rows)
        for c in range(columns)
    )


def timbers(x: float, y: float, w: float, h: float, columns: int, rows: int) -> str:
    """Half-timbering over a wall: posts, rails and two braces."""
    t = w * 0.035
    dx, dy = w / columns, h / rows
    posts = "".join(rect(x + dx * c - t / 2, y, t, h, TIMBER) for c in range(columns + 1))
    rails = "".join(rect(x - t / 2, y + dy * r - t / 2, w + t, t, TIMBER) for r in range(rows + 1))
    braces = "".join(
        line(f"M{x:g} {y + dy * (r + 1):g}L{x + dx * 0.5:g} {y + dy * r:g}", TIMBER, t)
        + line(f"M{x + w:g} {y + dy * (r + 1):g}L{x + w - dx * 0.5:g} {y + dy * r:g}", TIMBER, t)
        for r in range(rows)
    )
    return braces + posts + rails


def gable_house(
    x: float,
    base: float,
    w: float,
    h: float,
    wall: str,
    roof: str,
    *,
    rows: int = 2,
    columns: int = 3,
    timber: bool = False,
) -> str:
    """A house that shows its gable; the roof adds half its width to the height `h` of the walls."""
    peak, eave = w * 0.55, w * 0.06
    top = base - h
    return (
        rect(x, top, w, h, wall)
        + path(f"M{x:g} {top:g}L{x + w / 2:g} {top - peak:g}L{x + w:g} {top:g}z", wall)
        + (timbers(x, top, w, h, columns, rows) if timber else "")
        + windows(x, top, w, h * 0.94, columns, rows)
        + windows(x + w * 0.36, top - peak * 0.52, w * 0.28, peak * 0.42, 1, 1)
        + path(
            f"M{x - eave:g} {top + eave * 0.4:g}L{x + w / 2:g} {top - peak - eave:g}L{x + w + eave:g} {top + eave * 0.4:g}"
            f"L{x + w + eave * 0.4:g} {top + eave:g}L{x + w / 2:g} {top - peak + eave * 0.7:g}L{x - eave * 0.4:g} {top + eave:g}z",
            roof,
        )
    )


def eaves_house(
    x: float,
    base: float,
    w: float,
    h: float,
    wall: str,
    roof: str,
    *,
    rows: int = 2,
    columns: int = 4,
    timber: bool = False,
) -> str:
    """A house whose roof slopes towards us."""
    top, ridge = base - h, h * 0.55
    return (
        rect(x, top, w, h, wall)
        + (timbers(x, top, w, h, columns, rows) if timber else "")
        + windows(x, top, w, h * 0.94, columns, rows)
        + path(
            f"M{x - w * 0.04:g} {top:g}L{x + w * 0.08:g} {top - ridge:g}H{x + w * 0.92:g}L{x + w * 1.04:g} {top:g}z",
            roof,
        )
        + "".join(
            rect(x + w * f - w * 0.035, top - ridge * 0.62, w * 0.07, ridge * 0.3, CREAM)
            for f in (0.3, 0.5, 0.7)
        )
    )


def door(x: float, base: float, w: float, h: float, fill: str = DEEP) -> str:
    """A door with a round head."""
    return path(
        f"M{x:g} {base:g}V{base - h + w / 2:g}a{w / 2:g} {w / 2:g} 0 0 1 {w:g} 0V{base:g}z", fill
    ) + circle(x + w * 0.78, base - h * 0.42, w * 0.05, SUN)


def church(x: float, base: float, h: float) -> str:
    """A tower with a slate spire and a nave to its right; `h` to the tip."""
    w = h * 0.17
    wall_top = base - h * 0.55
    return (
        rect(x + w, base - h * 0.3, h * 0.42, h * 0.3, SAND)
        + path(
            f"M{x + w:g} {base - h * 0.3:g}L{x + w:g} {base - h * 0.46:g}H{x + w + h * 0.36:g}L{x + w + h * 0.44:g} {base - h * 0.3:g}z",
            BRICK,
        )
        + "".join(door(x + w + h * (0.05 + i * 0.09), base - h * 0.06, h * 0.045, h * 0.17) for i in range(4))
        + rect(x, wall_top, w, h * 0.55, CREAM)
        + path(
            f"M{x - w * 0.1:g} {wall_top:g}L{x + w / 2:g} {base - h:g}L{x + w * 1.1:g} {wall_top:g}z", RIVER
        )
        + circle(x + w / 2, wall_top + h * 0.08, w * 0.24, DEEP)
        + circle(x + w / 2, wall_top + h * 0.08, w * 0.17, CREAM)
        + door(x + w * 0.36, wall_top + h * 0.26, w * 0.28, h * 0.1)
        + door(x + w * 0.3, base, w * 0.4, h * 0.14, TIMBER)
    )


def stone_bridge(x: float, deck: float, w: float, water: float, arches: int, stone: str = STONE) -> str:
    """A bridge from `x` over `w`; its back rises a little towards the middle."""
    rise = w * 0.05
    span = w / arches
    radius = span * 0.38
    holes = "".join(
        f"M{x + span * (i + 0.5) - radius:g} {water:g}v{-(water - deck) * 0.1:g}"
        f"a{radius:g} {min(radius, (water - deck) * 0.72):g} 0 0 1 {2 * radius:g} 0V{water:g}z"
        for i in range(arches)
    )
    back = f"M{x:g} {deck:g}Q{x + w / 2:g} {deck - 2 * rise:g} {x + w:g} {deck:g}"
    return (
        path(f"{back}V{water:g}H{x:g}z{holes}", stone)
        + line(
            f"M{x:g} {deck - 4:g}Q{x + w / 2:g} {deck - 2 * rise - 4:g} {x + w:g} {deck - 4:g}",
            SLATE,
            w * 0.011,
        )
        + "".join(
            path(
                f"M{x + span * i - span * 0.07:g} {water:g}v{-(water - deck) * 0.5:g}h{span * 0.14:g}v{(water - deck) * 0.5:g}z",
                SLATE,
            )
            for i in range(1, arches)
        )
    )


def bicycle(x: float, base: float, s: float, frame: str = DEEP) -> str:
    """A bicycle, `s` between the hubs, heading right."""
    r = s * 0.36
    y = base - r
    wheel = "".join(
        f'<circle cx="{cx:g}" cy="{y:g}" r="{r:g}" fill="none" stroke="{INK}" stroke-width="{s * 0.045:g}"/>'
        for cx in (x, x + s)
    )
    return wheel + line(
        f"M{x:g} {y:g}l{s * 0.28:g} {-s * 0.42:g}h{s * 0.5:g}l{-s * 0.36:g} {s * 0.42:g}L{x + s * 0.28:g} {y - s * 0.42:g}"
        f"M{x:g} {y:g}h{s * 0.42:g}M{x + s:g} {y:g}l{-s * 0.24:g} {-s * 0.58:g}h{-s * 0.1:g}M{x + s * 0.2:g} {y - s * 0.5:g}h{s * 0.16:g}",
        frame,
        s * 0.055,
    )


def cyclist(x: float, base: float, s: float, coat: str, skin: int = 0, hair: str = TIMBER) -> str:
    """Somebody on a bicycle, heading right."""
    y = base - s * 0.36
    hip = (x + s * 0.27, y - s * 0.52)
    neck = (x + s * 0.5, y - s * 1.02)
    return (
        line(
            f"M{hip[0]:g} {hip[1]:g}L{x + s * 0.56:g} {y - s * 0.3:g}L{x + s * 0.44:g} {y + s * 0.1:g}",
            INK,
            s * 0.13,
        )
        + bicycle(x, base, s)
        + line(f"M{hip[0]:g} {hip[1]:g}L{neck[0]:g} {neck[1]:g}", coat, s * 0.26)
        + line(f"M{neck[0]:g} {neck[1] + s * 0.08:g}L{x + s * 0.76:g} {y - s * 0.6:g}", coat, s * 0.1)
        + circle(neck[0] + s * 0.06, neck[1] - s * 0.24, s * 0.14, SKINS[skin % len(SKINS)])
        + path(
            f"M{neck[0] - s * 0.09:g} {neck[1] - s * 0.24:g}a{s * 0.15:g} {s * 0.15:g} 0 0 1 {s * 0.3:g} 0z",
            hair,
        )
    )


def river(width: float, y: float, height: float, base: str = SHALLOW, foam: str = FOAM) -> str:
    """The double curve: a band of water across the picture with a lighter second curve in it."""
    a, b = height * 0.18, height * 0.14
    band = (
        f"M0 {y + a:g}C{width * 0.2:g} {y - a:g} {width * 0.34:g} {y - a:g} {width * 0.52:g} {y + b:g}"
        f"S{width * 0.86:g} {y + 2.4 * b:g} {width:g} {y:g}V{y + height:g}H0z"
    )
    second = "".join(
        line(
            f"M{width * sx:g} {y + height * sy:g}q{width * 0.05:g} {-height * 0.07:g} {width * 0.1:g} 0"
            f"t{width * 0.1:g} 0",
            foam,
            height * 0.025,
        )
        for sx, sy in ((0.06, 0.45), (0.4, 0.62), (0.68, 0.5), (0.2, 0.8), (0.78, 0.82))
    )
    return path(band, base) + second
