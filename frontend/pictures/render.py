"""Writes every picture that is drawn here: life situations, city pictures, icons, Open Graph image.

Run with the development environment: `.venv/bin/python frontend/pictures/render.py`.
"""

import io
import os
from base64 import b64encode
from pathlib import Path

from life import life_pictures
from PIL import Image
from playwright.sync_api import Page, sync_playwright
from scenes import SCENES, panorama

ROOT = Path(__file__).resolve().parents[2]
STATIC_IMAGES = ROOT / "static" / "img"
CITY_PICTURES = ROOT / "site" / "democity" / "content" / "pictures"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PICTURE_WIDTH = 2000  # pixels
OG_SIZE = (1200, 630)  # pixels: what Open Graph asks for

OG_PAGE = """
<style>
  @font-face {{ font-family: Fira; src: url("{font}"); }}
  body {{ margin: 0; inline-size: 1200px; block-size: 630px; overflow: hidden; background: #f7ecd9; }}
  .town {{ position: absolute; inset: -135px 0 auto; inline-size: 1200px; }}
  .name {{ position: absolute; inset: auto 0 0; display: flex; align-items: center;
           gap: 28px; padding: 26px 64px;
           background: #0b4a53; color: #fff; font: 76px/1.1 Fira; }}
  .name svg {{ inline-size: auto; block-size: 108px; }}
</style>
<div class="town">{town}</div><div class="name">{crest}Auenstadt</div>
"""


def _screenshot(page: Page, html: str, width: int, height: int) -> Image.Image:
    page.set_viewport_size({"width": width, "height": height})
    page.set_content(f"<style>body{{margin:0}}svg{{display:block;width:100%;height:auto}}</style>{html}")
    page.evaluate("document.fonts.ready")
    return Image.open(io.BytesIO(page.screenshot(omit_background=True)))


def write_city_pictures(page: Page) -> None:
    """PNG, since flat colour stays clean in it; the site makes AVIF and WebP of them."""
    CITY_PICTURES.mkdir(parents=True, exist_ok=True)
    for name, scene in SCENES.items():
        image = _screenshot(page, scene(), PICTURE_WIDTH, PICTURE_WIDTH * 2 // 3).convert("RGB")
        image.save(CITY_PICTURES / f"{name}.png", optimize=True)


def write_icons(page: Page) -> None:
    """Favicons for browsers that know no SVG, and for home screens."""
    drawing = (STATIC_IMAGES / "favicon.svg").read_text()
    _screenshot(page, drawing, 180, 180).convert("RGB").save(
        STATIC_IMAGES / "apple-touch-icon.png", optimize=True
    )
    _screenshot(page, drawing, 64, 64).save(
        STATIC_IMAGES / "favicon.ico", sizes=[(16, 16), (32, 32), (48, 48)]
    )


def write_open_graph(page: Page) -> None:
    """The picture that stands for the city where a page is shared."""
    font = b64encode((ROOT / "static" / "vendor" / "fira-sans" / "fira-sans-600.woff2").read_bytes()).decode()
    html = OG_PAGE.format(
        font=f"data:font/woff2;base64,{font}",
        town=panorama(),
        crest=(STATIC_IMAGES / "crest.svg").read_text(),
    )
    _screenshot(page, html, *OG_SIZE).convert("RGB").save(STATIC_IMAGES / "og.png", optimize=True)


def main() -> None:
    """Draw everything anew."""
    (STATIC_IMAGES / "life").mkdir(parents=True, exist_ok=True)
    for slug, svg in life_pictures().items():
        (STATIC_IMAGES / "life" / f"{slug}.svg").write_text(svg)
    (STATIC_IMAGES / "panorama.svg").write_text(panorama())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        write_city_pictures(page)
        write_icons(page)
        write_open_graph(page)
        browser.close()


if __name__ == "__main__":
    main()
