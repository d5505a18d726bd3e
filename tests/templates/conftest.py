"""Components and base template rendered by themselves, without a page or a database."""

from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.template import loader
from django.test import RequestFactory

from config.gallery import gallery as show_gallery
from home.domain.written_frame import html_of, shown

FRAME: dict[str, Any] = {
    "site_name": "Auenstadt",
    "home_url": "/",
    "search_url": "/suche/",
    "canonical": "https://www.auenstadt.example/kontakt/",
    "og_image": "",
    "theme": "",
    "navigation": [
        {
            "title": "Dienstleistungen",
            "url": "/dienstleistungen/",
            "active": True,
            "children": [{"title": "Formulare", "url": "/formulare/", "active": False}],
        },
        {
            "title": "Aktuelles",
            "url": "/aktuelles/",
            "active": False,
            "children": [{"title": "Archiv", "url": "/aktuelles/archiv/", "active": False}],
        },
    ],
    "footer_columns": [{"title": "Rathaus", "links": [{"title": "Kontakt", "url": "/kontakt/"}]}],
    "legal_links": [{"title": "Impressum", "url": "/impressum/"}],
    "notices": [],
    "languages": [],
    "breadcrumb": [],
}


@pytest.fixture
def frame() -> dict[str, Any]:
    """What `home.domain.site_frame` gives, at its smallest."""
    return dict(FRAME)


@pytest.fixture
def render() -> Callable[..., BeautifulSoup]:
    """`render("badge", label="Online")`: the component as a parsed document."""

    def render_component(name: str, /, **values: Any) -> BeautifulSoup:
        html = loader.get_template(f"components/{name}/{name}.html").render(values)
        return BeautifulSoup(html, "html.parser")

    return render_component


@pytest.fixture
def render_base() -> Callable[..., BeautifulSoup]:
    """`base.html` around nothing."""

    def render_frame(frame: dict[str, Any], **values: Any) -> BeautifulSoup:
        return BeautifulSoup(base_html(frame, **values), "html.parser")

    return render_frame


def base_html(frame: dict[str, Any], **values: Any) -> str:
    """With what is alike on every page written just now."""
    filled = {**frame, **shown(html_of(frame), frame["navigation"])}
    return loader.get_template("base.html").render({"frame": filled, "page_title": "Kontakt", **values})


@pytest.fixture
def gallery(tmp_path: Path, rf: RequestFactory) -> Iterator[str]:
    """Address of the style guide, served as a file beside the static files."""
    (tmp_path / "index.html").write_bytes(show_gallery(rf.get("/")).content)
    (tmp_path / "static").symlink_to(Path(settings.BASE_DIR) / "static")
    handler = partial(QuietHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: Any) -> None:
        return
