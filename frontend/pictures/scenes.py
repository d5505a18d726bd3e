"""The city's pictures: a panorama and scenes for news, events and facilities, 1500 × 1000 each."""

# ruff: noqa: E501 (drawings are data: one shape, one line)

from shapes import (
    BRICK,
    CLAY,
    CREAM,
    DAWN,
    DEEP,
    FOAM,
    FOREST,
    GRASS,
    HILL,
    INK,
    LEAF,
    MEADOW,
    MIST,
    RIVER,
    SAND,
    SHALLOW,
    SKINS,
    SKY,
    SLATE,
    STONE,
    SUN,
    TIMBER,
    bicycle,
    bush,
    church,
    circle,
    cloud,
    cyclist,
    door,
    eaves_house,
    ellipse,
    gable_house,
    group,
    line,
    path,
    person,
    picture,
    poplar,
    rect,
    river,
    stone_bridge,
    tree,
    windows,
)

W, H = 1500, 1000


def _sky(colour: str = SKY, *, sun: tuple[float, float] | None = None) -> str:
    disc = circle(*sun, 62, SUN) if sun else ""
    return rect(0, 0, W, H, colour) + disc


def _hills(y: float, far: str = HILL, near: str = GRASS) -> str:
    return path(
        f"M0 {y}C250 {y - 120} 430 {y - 90} 640 {y - 20}S1150 {y - 150} {W} {y - 60}V{H}H0z", far
    ) + path(f"M0 {y + 60}C300 {y - 20} 600 {y + 60} 860 {y + 20}S1300 {y - 20} {W} {y + 40}V{H}H0z", near)


def _ground(y: float, fill: str) -> str:
    return path(f"M0 {y}C400 {y - 24} 900 {y + 22} {W} {y - 6}V{H}H0z", fill)


def _bench(x: float, base: float, s: float = 1) -> str:
    return group(
        f"translate({x} {base}) scale({s})",
        rect(6, -40, 8, 40, INK), rect(126, -40, 8, 40, INK),
        rect(0, -46, 140, 12, TIMBER, 3), rect(0, -86, 140, 12, TIMBER, 3), rect(0, -68, 140, 12, TIMBER, 3),
        rect(10, -88, 8, 50, INK), rect(122, -88, 8, 50, INK),
    )  # fmt: skip


def _lamp(x: float, base: float, h: float = 260) -> str:
    return (
        rect(x - 5, base - h, 10, h, INK)
        + path(f"M{x - 26} {base - h}l8-44h36l8 44z", SUN)
        + path(f"M{x - 22} {base - h - 44}l22-20 22 20z", INK)
    )


def _stall(x: float, base: float, w: float, stripe: str) -> str:
    scallop = w / 6
    return (
        rect(x + w * 0.05, base - 190, 8, 190, TIMBER)
        + rect(x + w * 0.95 - 8, base - 190, 8, 190, TIMBER)
        + rect(x, base - 80, w, 80, CREAM, 4)
        + rect(x, base - 84, w, 16, TIMBER, 3)
        + "".join(
            circle(x + 26 + i * (w - 52) / 7, base - 96, 17, (BRICK, LEAF, SUN, CLAY)[i % 4])
            for i in range(8)
        )
        + "".join(
            path(
                f"M{x - 10 + i * (w + 20) / 6:g} {base - 190}l{(w * 0.06 if i < 3 else -w * 0.06) * (abs(i - 2.5) / 2.5):g}-70"
                f"h{scallop:g}l{(w * 0.02):g} 70v14a{(w + 20) / 12:g} {(w + 20) / 12:g} 0 0 1 {-(w + 20) / 6:g} 0z",
                stripe if i % 2 else CREAM,
            )
            for i in range(6)
        )
    )


def _old_town(base: float) -> str:
    return (
        eaves_house(40, base, 190, 150, CREAM, BRICK)
        + gable_house(245, base, 130, 190, SAND, CLAY, timber=True)
        + gable_house(392, base, 120, 160, CREAM, BRICK, timber=True, columns=2)
        + eaves_house(525, base, 170, 170, FOAM, SLATE)
        + gable_house(705, base, 140, 175, CREAM, CLAY, timber=True)
        + gable_house(1085, base, 130, 180, SAND, BRICK, timber=True, columns=2)
        + eaves_house(1230, base, 190, 150, CREAM, CLAY)
    )


def panorama() -> str:
    """The old town above the river, seen from the meadow."""
    return picture(
        W, H,
        _sky(DAWN, sun=(1180, 190)),
        cloud(140, 190, 240), cloud(560, 130, 180), cloud(930, 240, 150),
        _hills(470, HILL, GRASS),
        church(862, 560, 400),
        "".join(tree(x, 565, h) for x, h in ((20, 150), (1020, 120), (1440, 170))),
        _old_town(565),
        "".join(bush(x, 572, w, LEAF) for x, w in ((190, 110), (500, 90), (820, 100), (1200, 120), (1400, 130))),
        path("M0 560C300 545 700 580 1500 552V660H0z", LEAF),
        river(W, 560, 280, SHALLOW, FOAM),
        stone_bridge(-40, 634, 1580, 736, 9),
        person(420, 566, 52, BRICK, 1), person(462, 564, 50, DEEP, 0), cyclist(640, 558, 46, CLAY), person(1010, 560, 50, SUN, 2, INK),
        path("M0 800C260 740 560 800 820 780S1280 720 1500 770V1000H0z", MEADOW),
        path("M0 880C300 820 700 900 1500 830V1000H0z", GRASS),
        poplar(130, 850, 330), poplar(215, 862, 270), poplar(1395, 830, 360), poplar(1312, 838, 280),
        _bench(880, 880, 0.9), person(930, 872, 84, RIVER, 3), person(985, 872, 78, CLAY, 2, INK),
        "".join(line(f"M{x} 960q6-30 2-58M{x} 960q-12-24-16-44M{x} 960q14-22 22-38", FOREST, 5) for x in (60, 300, 560, 1120, 1440)),
        "".join(circle(x, y, 6, c) for x, y, c in ((350, 920, CREAM), (390, 940, SUN), (610, 930, CREAM), (760, 950, SUN), (1180, 915, CREAM), (1250, 945, SUN), (180, 940, SUN))),
    )  # fmt: skip


def library() -> str:
    """The library: tall windows full of books, someone reading in front."""
    colours = (BRICK, DEEP, SUN, CLAY, SHALLOW, CREAM, LEAF)
    shelves = "".join(
        rect(wx, 320, 210, 400, MIST, 6)
        + "".join(
            rect(wx, sy + 88, 210, 10, TIMBER)
            + "".join(
                rect(wx + 8 + i * 20, sy + 88 - h, 17, h, colours[(i + n * 3 + int(wx)) % 7], 2)
                for i, h in enumerate((66, 74, 58, 70, 62, 76, 60, 72, 56, 68))
            )
            for n, sy in enumerate((320, 420, 520, 620))
        )
        for wx in (200, 470, 920, 1190)
    )
    return picture(
        W, H,
        _sky(), cloud(220, 120, 220), cloud(1080, 90, 180),
        rect(120, 240, 1340, 540, SAND), rect(90, 190, 1400, 62, DEEP, 6), rect(120, 252, 1340, 16, STONE),
        shelves,
        rect(715, 400, 170, 380, DEEP, 8), rect(728, 414, 68, 366, FOAM), rect(804, 414, 68, 366, FOAM),
        rect(782, 590, 8, 60, DEEP), rect(810, 590, 8, 60, DEEP), rect(690, 370, 220, 24, RIVER, 4),
        rect(60, 770, 1440, 34, STONE), rect(30, 800, 1470, 30, SLATE), _ground(826, GRASS),
        rect(240, 740, 240, 34, TIMBER, 4), rect(262, 774, 18, 44, INK), rect(440, 774, 18, 44, INK),
        person(330, 742, 150, CLAY, 0), path("M296 680l34 14 34-14v34l-34 14-34-14z", CREAM), path("M330 694l34-14v34l-34 14z", FOAM),
        person(1040, 830, 190, DEEP, 2, INK), person(1110, 830, 130, SUN, 2, INK), rect(1010, 742, 56, 66, BRICK, 4),
        tree(80, 850, 420), bush(1270, 846, 210), bush(140, 858, 160), bush(620, 842, 120),
    )  # fmt: skip


def pool() -> str:
    """The open-air pool in summer."""
    lanes = "".join(
        "".join(
            circle(180 + i * 47 + n * 6, 560 + n * 110, 9, CLAY if i % 6 < 3 else CREAM) for i in range(25)
        )
        for n in range(3)
    )
    return picture(
        W, H,
        _sky(SKY, sun=(230, 150)), cloud(640, 150, 220), cloud(1120, 210, 170),
        _hills(330), tree(90, 430, 230), tree(1420, 440, 250), tree(1270, 425, 180), poplar(280, 420, 260), poplar(350, 424, 210),
        eaves_house(520, 430, 380, 110, CREAM, CLAY, rows=1, columns=6),
        rect(0, 425, W, 575, SAND), path("M110 470h1290l80 460H30z", CREAM), path("M140 492h1226l66 410H76z", SHALLOW),
        path("M132 545C400 520 520 575 760 548s430 0 620 10l52 344H76z", RIVER),
        lanes,
        "".join(line(f"M{x} {y}q22-16 44 0t44 0", FOAM, 7) for x, y in ((230, 620), (540, 730), (880, 615), (1120, 740), (360, 840), (760, 850), (1180, 850))),
        circle(470, 640, 30, SKINS[0]), path("M438 640a32 32 0 0 1 64 0z", BRICK), line("M500 668q40-30 74-6", SKINS[0], 16),
        circle(970, 745, 34, SKINS[2]), path("M934 742a36 36 0 0 1 72 0z", SUN), line("M936 778q-40-30-74-6", SKINS[2], 18),
        ellipse(650, 820, 74, 30, CLAY), ellipse(650, 812, 38, 13, RIVER), circle(650, 790, 26, SKINS[1]), path("M624 786a26 26 0 0 1 52 0z", INK),
        rect(1270, 270, 16, 250, INK), rect(1330, 270, 16, 250, INK), rect(1130, 262, 230, 18, DEEP, 4), rect(1262, 400, 92, 14, DEEP, 3),
        person(1190, 262, 110, BRICK, 3), person(1308, 262, 90, SUN, 1),
        line("M120 470l90-190", INK, 10), path("M90 300C150 190 290 190 350 330c-34-24-60-20-78 6-24-34-60-38-84-10-26-30-66-40-98-26z", CLAY),
        path("M150 246c40-40 90-40 120-8-30 30-44 56-58 90-20-30-42-50-62-82z", CREAM),
        rect(60, 500, 110, 26, DEEP, 8),
    )  # fmt: skip


def playground() -> str:
    """Swing, slide and sand under trees."""
    return picture(
        W, H,
        _sky(DAWN), cloud(180, 150, 200), cloud(900, 110, 240), _hills(430),
        gable_house(1080, 520, 150, 150, CREAM, CLAY), eaves_house(1250, 520, 210, 130, SAND, BRICK), gable_house(930, 520, 130, 130, SAND, BRICK, timber=True),
        _ground(510, MEADOW), tree(110, 690, 420), tree(1400, 640, 330), bush(250, 640, 200), bush(820, 560, 180), bush(1230, 590, 150),
        ellipse(640, 850, 560, 120, SAND),
        line("M300 800l70-410 70 410M720 800l-70-410-70 410M360 394h300", BRICK, 18),
        line("M450 400 400 640M520 400 470 640", INK, 5), rect(390, 636, 92, 14, TIMBER, 4), group("rotate(-12 435 640)", person(435, 640, 140, SUN, 1)),
        line("M575 400v260M635 400v260", INK, 5), rect(564, 656, 84, 14, TIMBER, 4),
        rect(910, 470, 18, 360, TIMBER), rect(1040, 470, 18, 360, TIMBER), rect(900, 560, 170, 22, TIMBER, 4), path("M884 470l100-90 100 90z", RIVER),
        person(984, 562, 90, CLAY, 0), "".join(rect(928, y, 112, 10, SLATE) for y in (620, 680, 740, 790)),
        path("M1064 560c90 10 120 260 270 270v-26c-110-20-130-260-270-266z", CLAY), path("M1064 574c80 6 110 266 270 272v-14C1180 820 1150 570 1064 558z", BRICK),
        person(560, 880, 130, DEEP, 2, INK), path("M620 880l14-52h52l14 52z", SUN), line("M634 828q26-50 52 0", INK, 5), path("M740 884l46-70 46 70z", STONE),
        person(1210, 900, 220, RIVER, 3), person(260, 900, 200, CLAY, 2, INK), _bench(90, 880, 1.1),
    )  # fmt: skip


def market_square() -> str:
    """Market day between half-timbered houses."""
    return picture(
        W, H,
        _sky(), cloud(120, 130, 200), cloud(1200, 110, 220),
        gable_house(10, 640, 230, 300, CREAM, BRICK, timber=True, rows=3), gable_house(255, 640, 210, 260, SAND, CLAY, timber=True, rows=2),
        eaves_house(480, 640, 330, 270, FOAM, SLATE, rows=2, columns=5), gable_house(830, 640, 230, 310, SAND, BRICK, timber=True, rows=3),
        gable_house(1075, 640, 200, 250, CREAM, CLAY, timber=True), gable_house(1290, 640, 220, 290, SAND, BRICK, timber=True, rows=3),
        door(100, 640, 54, 110), door(640, 640, 56, 120, TIMBER), door(920, 640, 54, 110), door(1375, 640, 54, 110),
        rect(0, 634, W, 366, STONE), _ground(760, SAND),
        "".join(line(f"M{x} {y}h70", STONE, 6) for x, y in ((90, 820), (340, 900), (620, 830), (960, 900), (1240, 830), (150, 950), (800, 960), (1340, 950))),
        ellipse(745, 770, 170, 46, SLATE), ellipse(745, 756, 150, 36, SHALLOW), rect(726, 560, 38, 200, STONE), ellipse(745, 640, 80, 20, SLATE), ellipse(745, 632, 66, 14, FOAM),
        person(745, 566, 110, SLATE, 0, STONE), line("M690 640q-30 50-34 110M800 640q30 50 34 110", FOAM, 6),
        _stall(110, 830, 320, CLAY), _stall(1050, 830, 330, RIVER),
        person(470, 860, 190, DEEP, 0), person(540, 880, 120, SUN, 0), person(330, 905, 200, BRICK, 2, INK), person(960, 860, 190, CLAY, 1), person(1250, 910, 200, LEAF, 3, "#e8e6e0"),
        path("M1296 820h66l-10 60h-46z", TIMBER), line("M1306 820q24-60 48 0", TIMBER, 6), circle(1318, 812, 14, BRICK), circle(1342, 812, 14, LEAF),
    )  # fmt: skip


def bridge() -> str:
    """The old bridge over the Aue."""
    return picture(
        W, H,
        _sky(DAWN, sun=(320, 220)), cloud(620, 180, 230), cloud(1120, 130, 200), _hills(430),
        church(1120, 520, 330), gable_house(960, 530, 130, 140, CREAM, CLAY, timber=True), gable_house(1330, 530, 140, 150, SAND, BRICK, timber=True),
        tree(60, 560, 260), poplar(180, 560, 300), poplar(250, 566, 240), tree(880, 545, 150),
        path("M0 540C400 520 900 560 1500 530V720H0z", LEAF),
        river(W, 556, 454, SHALLOW, FOAM),
        stone_bridge(-60, 580, 1620, 790, 4),
        person(480, 512, 92, BRICK, 1), person(545, 508, 88, DEEP, 0), cyclist(830, 502, 84, CLAY, 3),
        path("M560 850h250c-10 46-40 62-70 62H630c-32 0-60-20-70-62z", TIMBER), person(640, 856, 96, SUN, 0), person(730, 856, 90, RIVER, 2, INK), line("M690 800l120 120", SLATE, 9),
        path("M0 860C140 830 260 870 330 1000H0z", MEADOW), path("M1500 840c-150-10-260 60-300 160h300z", MEADOW),
        "".join(line(f"M{x} 990q8-60 4-120M{x} 990q-16-50-26-96M{x} 990q18-46 34-86", FOREST, 7) for x in (60, 150, 1340, 1440)),
        "".join(ellipse(x, y, 8, 24, TIMBER) for x, y in ((64, 858), (154, 862), (1344, 860), (1444, 864))),
    )  # fmt: skip


def bus_stop() -> str:
    """A bus that can be boarded without a step."""
    bus_windows = "".join(rect(640 + i * 140, 420, 122, 130, MIST, 8) for i in range(4))
    return picture(
        W, H,
        _sky(), cloud(180, 140, 200), cloud(980, 110, 230), _hills(400),
        eaves_house(60, 600, 300, 210, CREAM, CLAY), gable_house(380, 600, 180, 200, SAND, BRICK, timber=True), eaves_house(1130, 600, 330, 220, FOAM, BRICK, columns=5),
        tree(600, 620, 240), rect(0, 590, W, 200, STONE), rect(0, 760, W, 80, SLATE), rect(0, 838, W, 162, STONE), rect(0, 832, W, 14, CREAM),
        rect(600, 370, 840, 440, RIVER, 40), rect(600, 610, 840, 60, DEEP), bus_windows, path("M1210 420h150c40 0 56 40 60 130h-210z", MIST),
        rect(900, 420, 122, 360, DEEP, 8), rect(908, 428, 50, 344, MIST, 6), rect(964, 428, 50, 344, MIST, 6), rect(1200, 386, 180, 28, INK, 6), rect(1216, 393, 90, 14, SUN, 4),
        rect(1400, 690, 40, 30, SUN, 6), rect(600, 690, 20, 40, BRICK, 4),
        "".join(circle(x, 790, 58, INK) + circle(x, 790, 26, STONE) for x in (740, 1260)),
        circle(700, 500, 26, SKINS[1]), path("M674 550v-10a26 26 0 0 1 52 0v10z", CLAY), circle(1310, 500, 28, SKINS[3]), path("M1280 550v-8a30 30 0 0 1 60 0v8z", DEEP),
        group(
            "translate(0 110)",
            rect(120, 470, 14, 320, INK), rect(430, 470, 14, 320, INK), rect(90, 440, 390, 30, DEEP, 8), rect(134, 480, 296, 200, MIST),
            rect(160, 720, 250, 18, TIMBER, 4), rect(180, 738, 10, 50, INK), rect(380, 738, 10, 50, INK),
            person(240, 722, 160, SUN, 0, "#e8e6e0"), person(340, 722, 170, BRICK, 1),
            rect(530, 400, 10, 390, INK), circle(535, 380, 52, SUN), circle(535, 380, 44, LEAF), line("M517 356v48M553 356v48M517 380h36", SUN, 11),
        ),
        person(960, 930, 210, CLAY, 2, INK), person(1040, 940, 130, SUN, 2, INK),
    )  # fmt: skip


def recycling_centre() -> str:
    """Containers side by side, each with its sign."""

    def container(x: float, colour: str, shade: str, sign: str) -> str:
        return (
            path(f"M{x} 480h270l-24 230H{x + 24}z", colour)
            + "".join(path(f"M{x + 44 + i * 50} 500h18l-2 190h-14z", shade) for i in range(4))
            + rect(x - 10, 464, 290, 26, shade, 6)
            + rect(x + 40, 704, 40, 20, INK, 4) + rect(x + 190, 704, 40, 20, INK, 4)
            + rect(x + 130, 330, 10, 140, INK) + rect(x + 65, 260, 140, 90, CREAM, 8) + sign
        )  # fmt: skip

    return picture(
        W, H,
        _sky(), cloud(240, 150, 220), cloud(1020, 120, 190), _hills(390), tree(70, 520, 260), tree(1430, 520, 280), poplar(1300, 500, 240), _ground(500, GRASS),
        container(110, LEAF, FOREST, path("M225 330c-40-20-30-60 30-56 0 40-10 60-30 56z", LEAF)),
        container(440, RIVER, DEEP, rect(540, 276, 70, 56, SAND, 3) + line("M552 292h46M552 306h46M552 320h30", DEEP, 5)),
        container(770, CLAY, BRICK, path("M890 330v-34l8-12v-10h14v10l8 12v34z", SHALLOW)),
        container(1100, SLATE, "#8b7f6d", circle(1235, 305, 30, SLATE) + circle(1235, 305, 13, CREAM)),
        rect(0, 716, W, 284, STONE), rect(0, 712, W, 16, SLATE), "".join(rect(x, 800, 12, 160, CREAM) for x in (90, 430, 770, 1110, 1440)),
        person(350, 880, 240, BRICK, 0), rect(290, 720, 120, 90, "#c9a06a", 4), rect(340, 720, 20, 90, SAND), person(720, 900, 230, SUN, 2, INK), rect(674, 800, 92, 16, CREAM),
        path("M980 760h300l40 70h60a20 20 0 0 1 20 20v60H940v-90z", CREAM), path("M1000 778h120v50H980zM1140 778h126l30 50H1140z", MIST),
        circle(1050, 912, 46, INK), circle(1050, 912, 20, STONE), circle(1300, 912, 46, INK), circle(1300, 912, 20, STONE), rect(1372, 850, 20, 24, SUN, 4),
        person(900, 910, 200, RIVER, 1),
    )  # fmt: skip


def town_hall() -> str:
    """The town hall with its arcade and clock."""
    arcade = "".join(path(f"M{320 + i * 150} 760V640a55 55 0 0 1 110 0v120z", DEEP) for i in range(6))
    return picture(
        W, H,
        _sky(DAWN, sun=(200, 210)), cloud(300, 150, 220), cloud(1080, 170, 220),
        gable_house(20, 760, 210, 260, CREAM, CLAY, timber=True, rows=3), gable_house(1280, 760, 210, 280, SAND, CLAY, timber=True, rows=3),
        rect(280, 400, 940, 360, SAND), path("M250 400 330 250h840l80 150z", BRICK),
        "".join(path(f"M{400 + i * 150} 330v-30l30-34 30 34v30z", CREAM) + rect(418 + i * 150, 304, 24, 26, DEEP) for i in (0, 1, 3, 4)),
        rect(660, 200, 180, 210, SAND), path("M640 204l110-120 110 120z", RIVER), rect(742, 40, 16, 60, DEEP), circle(750, 40, 14, SUN),
        circle(750, 280, 58, DEEP), circle(750, 280, 47, CREAM), line("M750 280v-32M750 280l22 14", DEEP, 8),
        windows(300, 425, 900, 170, 8, 1), rect(280, 586, 940, 16, STONE), arcade, rect(280, 744, 940, 20, STONE),
        "".join(rect(296 + i * 150, 640, 20, 120, CREAM) for i in range(7)),
        rect(240, 760, 1020, 24, SLATE), rect(210, 784, 1080, 24, STONE), _ground(806, SAND),
        "".join(rect(x, 380, 10, 430, INK) for x in (245, 1250)), path("M255 390h110l-24 32 24 32H255z", RIVER), path("M1250 390h-110l24 32-24 32h110z", CLAY),
        person(560, 880, 200, DEEP, 0), person(640, 890, 190, CLAY, 2, INK), person(960, 870, 190, BRICK, 1), person(1020, 880, 120, SUN, 1), bicycle(300, 900, 130), tree(1400, 860, 300), bush(90, 850, 200), bush(1180, 850, 120),
    )  # fmt: skip


def school() -> str:
    """A primary school and its yard."""
    return picture(
        W, H,
        _sky(), cloud(140, 160, 210), cloud(860, 100, 220), _hills(400),
        rect(200, 300, 820, 420, CREAM), path("M170 300 270 180h680l100 120z", CLAY), windows(230, 330, 520, 340, 5, 2, RIVER),
        rect(1020, 420, 400, 300, SAND), rect(1000, 396, 440, 30, DEEP, 6), windows(1040, 450, 360, 240, 4, 1, RIVER),
        rect(790, 520, 170, 200, DEEP, 6), rect(804, 534, 66, 186, FOAM), rect(880, 534, 66, 186, FOAM), path("M770 520l105-60 105 60z", BRICK), circle(875, 380, 44, DEEP), circle(875, 380, 35, CREAM), line("M875 380v-24M875 380h16", DEEP, 6),
        rect(0, 714, W, 286, SAND), _ground(770, STONE),
        "".join(path(f"M{x} {y}h84l-8 36h-84z", c) for x, y, c in ((520, 950, CREAM), (484, 908, SUN), (572, 908, SUN), (536, 866, CREAM), (500, 824, SUN), (588, 824, SUN))),
        tree(90, 800, 400), tree(1430, 780, 300), bush(220, 740, 140), bush(1180, 738, 160),
        person(330, 880, 170, SUN, 0), rect(298, 790, 64, 62, BRICK, 8), person(640, 900, 180, RIVER, 2, INK), rect(606, 806, 68, 66, LEAF, 8), person(740, 880, 165, CLAY, 1), rect(710, 792, 62, 60, DEEP, 8),
        person(1080, 900, 230, BRICK, 3), person(1180, 900, 150, SHALLOW, 0), circle(930, 900, 30, SUN), line("M904 892q26 14 52 0M930 870v60", CLAY, 5),
    )  # fmt: skip


def park() -> str:
    """The meadow by the river in spring."""
    return picture(
        W, H,
        _sky(SKY, sun=(1230, 180)), cloud(200, 180, 240), cloud(740, 120, 180), _hills(420), church(640, 480, 230),
        gable_house(520, 480, 90, 90, CREAM, CLAY), gable_house(780, 480, 90, 100, SAND, BRICK), path("M0 470C400 452 900 500 1500 464V640H0z", LEAF), river(W, 500, 200, SHALLOW, FOAM),
        path("M0 660C300 610 620 690 880 660s420-40 620-10v350H0z", MEADOW), path("M200 1000C420 860 760 860 900 760s340-90 600-60v50c-260-20-420 0-560 80S700 940 560 1000z", SAND),
        path("M0 830C120 800 220 830 300 1000H0z", GRASS),
        tree(150, 820, 520), tree(1380, 700, 360), poplar(1230, 690, 330), poplar(1160, 694, 260), bush(330, 800, 220), bush(1260, 730, 180),
        _bench(420, 800, 1.3), person(480, 790, 130, CLAY, 0, "#e8e6e0"), person(550, 790, 134, DEEP, 1),
        person(1000, 880, 210, BRICK, 2, INK), line("M1030 800q60 20 90 56", INK, 4),
        path("M1110 872c0-26 16-36 44-36h50l16-22 26 6 4 22-22 10v62h-16v-34h-60v34h-18z", TIMBER),
        cyclist(770, 905, 130, SUN, 0), ellipse(330, 620, 40, 16, CREAM), circle(366, 600, 15, CREAM), path("M380 600l20 4-20 6z", SUN), ellipse(440, 640, 34, 13, TIMBER), circle(470, 624, 13, FOREST), path("M482 624l17 3-17 5z", SUN),
        "".join(circle(x, y, 8, c) for x, y, c in ((60, 920, SUN), (120, 950, CREAM), (1180, 940, SUN), (1300, 900, CREAM), (1420, 950, SUN), (640, 740, CREAM), (700, 720, SUN), (880, 960, CREAM))),
    )  # fmt: skip


def wedding_room() -> str:
    """The wedding room in the old customs house."""
    return picture(
        W, H,
        rect(0, 0, W, H, DAWN), rect(0, 0, W, 70, TIMBER), "".join(rect(x, 70, 46, 60, TIMBER) for x in (120, 480, 972, 1334)),
        path("M520 690V330a230 230 0 0 1 460 0v360z", CREAM), path("M545 690V332a205 205 0 0 1 410 0v358z", SKY),
        path("M545 500c90-60 160-30 220 0s120 20 190-14v204H545z", HILL), path("M545 580c120-30 220 30 410-10v120H545z", SHALLOW), stone_bridge(590, 570, 300, 620, 3), poplar(600, 580, 120), tree(910, 590, 110),
        rect(742, 130, 16, 560, CREAM), rect(545, 400, 410, 14, CREAM), rect(500, 684, 500, 24, STONE, 4),
        path("M430 150h90v560c-60-10-90-60-90-110z", CLAY), path("M1070 150h-90v560c60-10 90-60 90-110z", CLAY), rect(410, 136, 680, 22, TIMBER, 6),
        rect(0, 740, W, 260, "#c9a581"), "".join(rect(0, y, W, 5, "#b8926c") for y in (800, 866, 940)), ellipse(750, 890, 470, 84, RIVER), ellipse(750, 890, 420, 66, SHALLOW),
        rect(520, 660, 460, 26, TIMBER, 5), path("M540 686h420v160H540z", CREAM), path("M540 686h420v30c-70 26-140 26-210 0-70 26-140 26-210 0z", FOAM),
        rect(722, 590, 56, 72, RIVER, 10), "".join(line(f"M750 592l{dx} {dy}", FOREST, 6) for dx, dy in ((-56, -56), (-28, -84), (0, -96), (28, -84), (56, -56))),
        "".join(circle(750 + dx, 592 + dy, 24, c) for dx, dy, c in ((-56, -56, CREAM), (-28, -88, CLAY), (2, -104, SUN), (32, -86, CREAM), (58, -54, CLAY))),
        rect(600, 630, 70, 32, DEEP, 3), path("M604 626l31 8 31-8v26l-31 8-31-8z", CREAM),
        "".join(rect(x, 720, 120, 16, BRICK, 6) + rect(x + 6, 560, 14, 330, TIMBER) + rect(x + 100, 560, 14, 330, TIMBER) + rect(x + 6, 566, 108, 110, BRICK, 8) for x in (330, 1050)),
        rect(120, 300, 190, 240, TIMBER, 4), rect(134, 314, 162, 212, MIST), circle(215, 400, 44, SHALLOW), path("M134 480c50-40 110-20 162-4v50H134z", LEAF),
        _lamp(1330, 760, 380),
    )  # fmt: skip


def bicycle_street() -> str:
    """A street where bicycles go first."""
    return picture(
        W, H,
        _sky(), cloud(380, 140, 220), cloud(1060, 170, 180), _hills(420),
        gable_house(20, 620, 200, 250, CREAM, BRICK, timber=True), eaves_house(240, 620, 280, 200, FOAM, CLAY), gable_house(540, 620, 170, 200, SAND, BRICK, timber=True),
        eaves_house(900, 620, 280, 210, CREAM, SLATE, columns=5), gable_house(1200, 620, 190, 230, SAND, CLAY, timber=True), tree(760, 640, 240), tree(840, 630, 190), tree(1450, 660, 320),
        rect(0, 610, W, 60, STONE), path("M0 660H1500V1000H0z", SLATE), path("M0 690H1500V930H0z", BRICK), rect(0, 690, W, 12, CREAM), rect(0, 918, W, 12, CREAM), rect(0, 950, W, 50, STONE),
        group("translate(560 836) scale(1 .42) translate(-560 -836)", '<g fill="none" stroke="#fffaf0" stroke-width="16"><circle cx="470" cy="836" r="76"/><circle cx="680" cy="836" r="76"/><path d="M470 836l60-110h110l-76 110zM680 836l-50-140h-30M510 706h40M530 726l34 110" stroke-linejoin="round" stroke-linecap="round"/></g>'),
        rect(1150, 330, 14, 330, INK), rect(1076, 190, 162, 162, CREAM, 12), rect(1084, 198, 146, 146, RIVER, 10), group("translate(1118 316)", bicycle(0, 0, 78, CREAM).replace(INK, CREAM)),
        cyclist(230, 830, 170, SUN, 0), cyclist(830, 870, 180, DEEP, 2, INK), cyclist(1120, 800, 150, CLAY, 3),
        person(80, 660, 150, RIVER, 1), person(640, 664, 150, BRICK, 3), _lamp(420, 660, 290),
    )  # fmt: skip


SCENES = {
    "panorama": panorama,
    "buecherei": library,
    "freibad": pool,
    "spielplatz": playground,
    "marktplatz": market_square,
    "alte-bruecke": bridge,
    "bushaltestelle": bus_stop,
    "wertstoffhof": recycling_centre,
    "rathaus": town_hall,
    "schule": school,
    "auenpark": park,
    "trauzimmer": wedding_room,
    "fahrradstrasse": bicycle_street,
}
