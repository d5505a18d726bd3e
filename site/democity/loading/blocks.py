"""StreamField values from the blocks that content files describe."""

from collections.abc import Callable, Iterable
from typing import Any

from home.models import StandardPage

from .load import Load

Entry = dict[str, Any]


def body(entries: Iterable[Entry], load: Load) -> Any:
    """A page's text. Raises KeyError for a type of block that does not exist."""
    stream_block = StandardPage._meta.get_field("body").stream_block  # type: ignore[union-attr]
    raw = [
        {"type": TYPES[entry["type"]][0], "value": TYPES[entry["type"]][1](entry, load)} for entry in entries
    ]
    return stream_block.to_python(raw)


def text_body(html: str, load: Load) -> Any:
    return body([{"type": "text", "html": html}], load) if html else []


def _accordion(entry: Entry, load: Load) -> Entry:
    items = [{"heading": item["title"], "text": item["html"]} for item in entry["items"]]
    return {"heading": entry.get("title", ""), "items": items}


def _steps(entry: Entry, load: Load) -> Entry:
    steps = [{"title": item["title"], "text": item.get("html", "")} for item in entry["items"]]
    return {"heading": entry.get("title", ""), "steps": steps}


def _table(entry: Entry, load: Load) -> Entry:
    columns = [{"type": "text", "heading": heading} for heading in entry["header"]]
    rows = [{"values": list(row)} for row in entry["rows"]]
    return {"table": {"columns": columns, "rows": rows, "caption": entry["caption"]}, "row_headers": True}


def _call_to_action(entry: Entry, load: Load) -> Entry:
    link = {"label": entry["label"], "page": None, "address": entry["url"]}
    return {"heading": entry["title"], "text": entry.get("text", ""), "link": link}


def _contact(entry: Entry, load: Load) -> Entry:
    lines = entry.get("lines", [])
    return {
        "name": entry["name"],
        "telephone": entry.get("phone", ""),
        "email": entry.get("email", ""),
        "address": lines if isinstance(lines, str) else "\n".join(lines),
    }


def _quote(entry: Entry, load: Load) -> Entry:
    return {"text": entry["text"], "author": entry["source"]}


def _links(entry: Entry, load: Load) -> str:
    items = "".join(f'<li><a href="{item["url"]}">{item["label"]}</a></li>' for item in entry["items"])
    return f"<h2>{entry['title']}</h2><ul>{items}</ul>"


def _place(entry: Entry, load: Load) -> Entry:
    address = f"{entry['street']}\n{entry['postal_code']} {entry['city']}"
    place: Entry = {name: str(entry[name]) for name in ("latitude", "longitude") if name in entry}
    return {"name": entry["name"], "address": address, **place}


def _figure(entry: Entry, load: Load) -> Entry:
    picture = load.pictures[entry["picture"]]
    alt = {"image": picture.pk, "alt_text": picture.description, "decorative": False}
    return {"picture": alt, "caption": entry.get("caption", "")}


TYPES: dict[str, tuple[str, Callable[[Entry, Load], Any]]] = {
    "text": ("text", lambda entry, load: entry["html"]),
    "accordion": ("accordion", _accordion),
    "steps": ("steps", _steps),
    "table": ("table", _table),
    "call_to_action": ("call_to_action", _call_to_action),
    "contact": ("contact", _contact),
    "quote": ("quote", _quote),
    "links": ("text", _links),
    "place": ("place", _place),
    "image": ("figure", _figure),
}
