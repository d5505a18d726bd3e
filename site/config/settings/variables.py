"""Every setting an operator can make, typed, with its help text.

The one source: `settings/__init__.py` reads values through `Environment`, and
`docs/settings.md` is generated from `VARIABLES` (`manage.py settings_reference`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Audience = Literal["all", "production"]


class InvalidSettings(Exception):
    """One or more environment variables are missing or wrong; the message lists them all."""


@dataclass(frozen=True)
class Variable:
    """One environment variable: how to parse it, its default and what it is for."""

    name: str
    parse: Callable[[str], Any]
    default: Any
    help: str
    example: str = ""
    required_in_production: bool = False


def text(value: str) -> str:
    return value.strip()


def flag(value: str) -> bool:
    """`1/true/yes/on` or `0/false/no/off`; anything else is an error, not False."""
    known = {
        "1": True,
        "true": True,
        "yes": True,
        "on": True,
        "0": False,
        "false": False,
        "no": False,
        "off": False,
    }
    try:
        return known[value.strip().lower()]
    except KeyError:
        raise ValueError("expected on or off") from None


def port(value: str) -> int:
    number = int(value)
    if not 1 <= number <= 65535:
        raise ValueError("expected a port between 1 and 65535")
    return number


def count(value: str) -> int:
    number = int(value)
    if number < 1:
        raise ValueError("expected a whole number of at least 1")
    return number


def whole_number(value: str) -> int:
    number = int(value)
    if number < 0:
        raise ValueError("expected 0 or a positive whole number")
    return number


def words(value: str) -> list[str]:
    """Values separated by commas; blanks around them are dropped."""
    return [part.strip() for part in value.split(",") if part.strip()]


def pairs(value: str) -> dict[str, str]:
    """`name:value` separated by commas; a value may hold colons."""
    found: dict[str, str] = {}
    for part in words(value):
        name, separator, content = part.partition(":")
        if not (separator and name and content):
            raise ValueError("expected name:value, separated by commas")
        found[name] = content
    return found


def folder(value: str) -> Path:
    return Path(value).expanduser().resolve()


def address(value: str) -> str:
    if not value.startswith(("http://", "https://")):
        raise ValueError("expected an address that begins with http:// or https://")
    return value.rstrip("/")


def tiles(value: str) -> str:
    template = value.strip()
    if not template.startswith("https://") or not all(part in template for part in ("{z}", "{x}", "{y}")):
        raise ValueError("expected an address with https:// that holds {z}, {x} and {y}")
    return template


def choice(*allowed: str) -> Callable[[str], str]:
    def parse(value: str) -> str:
        if value.strip() not in allowed:
            raise ValueError(f"expected one of: {', '.join(allowed)}")
        return value.strip()

    return parse


BASE_DIR = Path(__file__).resolve().parents[3]

VARIABLES: dict[str, Variable] = {
    variable.name: variable
    for variable in (
        Variable(
            "CITY_ENV",
            choice("demo", "development", "production"),
            "demo",
            "What kind of installation this is. `demo` runs the production server on the loopback address "
            "with generated keys; `development` adds the debug page; `production` refuses unsafe settings.",
        ),
        Variable(
            "DATA_DIR", folder, BASE_DIR / "var", "Folder for everything that is written on this machine."
        ),
        Variable("PORT", port, 8000, "Port that `make run` listens on, on 127.0.0.1."),
        Variable(
            "SECRET_KEY",
            text,
            "",
            "Key that signs sessions and links. Generated into DATA_DIR unless CITY_ENV is production.",
            "50 random characters",
            True,
        ),
        Variable(
            "SECRET_KEY_FALLBACKS",
            words,
            [],
            "Former values of SECRET_KEY, newest first, separated by commas: what they signed stays valid. "
            "Without them all subscribed waste calendars end when the key changes. They sign nothing new.",
            "the 50 characters before",
        ),
        Variable(
            "DATA_KEYS",
            words,
            [],
            "Keys of personal data: name:base64 of 32 bytes, newest first, separated by commas. Without them "
            "all cases are lost; `manage.py rewrap_data_keys` moves all to the newest.",
            "2026:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            True,
        ),
        Variable(
            "PASSPORT_PEPPER",
            words,
            [],
            "Keys under which serial numbers of documents are stored as digests: name:base64 of 32 bytes,"
            " newest "
            "first, separated by commas. An older one may go once the back office says so.",
            "2026:QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=",
            True,
        ),
        Variable(
            "PASSPORT_FOLDER",
            folder,
            None,
            "Folder into which the producer of documents puts delivery lists (CSV). What was read is"
            " overwritten "
            "and deleted.",
            "/srv/lieferlisten",
        ),
        Variable(
            "DELIVERY_SECRETS",
            pairs,
            {},
            "Secrets agreed with systems and departments that take cases over, by the name that a form's "
            "settings use: name:secret, separated by commas.",
            "kasse:a-long-random-secret",
        ),
        Variable(
            "DELIVERY_PRIVATE_ADDRESSES",
            flag,
            False,
            "Whether web hooks may ask addresses of the own network, also by http.",
        ),
        Variable(
            "ALLOWED_HOSTS",
            words,
            [],
            "Host names the site answers to, separated by commas.",
            "www.auenstadt.example",
            True,
        ),
        Variable(
            "BASE_URL",
            address,
            "",
            "Public address of the site; used in mails, feeds, the sitemap and JSON-LD.",
            "https://www.auenstadt.example",
            True,
        ),
        Variable("SITE_NAME", text, "Auenstadt", "Name of the city as shown in titles and feeds."),
        Variable(
            "DATABASE_URL",
            text,
            "",
            "Database. Without it: SQLite in DATA_DIR.",
            "postgres://user:password@127.0.0.1:5432/city",
        ),
        Variable(
            "SEARCH_URL",
            text,
            "",
            "Elasticsearch cluster. Without it: the embedded index in DATA_DIR.",
            "http://127.0.0.1:9200",
        ),
        Variable("SEARCH_USER", text, "", "Name for the cluster, with SEARCH_PASSWORD.", "city"),
        Variable("SEARCH_PASSWORD", text, "", "Password of SEARCH_USER."),
        Variable("SEARCH_API_KEY", text, "", "Key for the cluster instead of name and password (base64)."),
        Variable(
            "SEARCH_CA_FILE",
            folder,
            None,
            "Certificate authority of the cluster (PEM), where the system does not know it.",
            "/etc/ssl/elasticsearch-ca.pem",
        ),
        Variable(
            "SEARCH_VERIFY_TLS",
            flag,
            True,
            "Whether the cluster's certificate is checked. `off` is refused in production.",
        ),
        Variable("SEARCH_SHARDS", count, 1, "Shards of a new index. One is enough for a city."),
        Variable(
            "SEARCH_REPLICAS",
            whole_number,
            None,
            "Copies of every shard. Without it: one as soon as there is a second node.",
            "1",
        ),
        Variable(
            "SEARCH_TIMEOUT_MS",
            count,
            500,
            "Milliseconds that a question to the cluster may take; then the limited search answers.",
        ),
        Variable(
            "SEARCH_WRITE_TIMEOUT_SECONDS",
            count,
            30,
            "Seconds that a request of the worker to the cluster may take.",
        ),
        Variable(
            "SEARCH_RETRIES",
            whole_number,
            0,
            "How often a request that failed is sent again at once; useful with several nodes.",
        ),
        Variable(
            "SEARCH_PARTIAL_RESULTS",
            flag,
            False,
            "Whether an answer counts in which shards are missing. Otherwise the limited search answers.",
        ),
        Variable(
            "SEARCH_STATISTICS",
            flag,
            True,
            "Whether queries are counted, without anything about who asked.",
        ),
        Variable(
            "CACHE_URL",
            text,
            "",
            "Shared cache for several application nodes. Without it: memory of each process.",
            "redis://127.0.0.1:6379/0",
        ),
        Variable(
            "EMAIL_URL",
            text,
            "",
            "Mail server. Without it: mails are written as files below DATA_DIR/mail.",
            "smtp+tls://user:password@mail.example:587",
            True,
        ),
        Variable("MAIL_FROM", text, "Stadt Auenstadt <stadt@auenstadt.example>", "Sender of all mails."),
        Variable("WEB_CONCURRENCY", count, 2, "Number of application processes."),
        Variable(
            "RATE_LIMITS",
            flag,
            True,
            "Rate limits on public forms and sign-in. `off` is refused in production.",
        ),
        Variable(
            "TRUSTED_PROXIES",
            whole_number,
            None,
            "How many reverse proxies stand in front of the site and append to X-Forwarded-For; 0 for none, "
            "which is assumed outside production. With a wrong number, rate limits hit everybody or nobody.",
            "1",
            True,
        ),
        Variable(
            "MAP_TILES",
            tiles,
            "",
            "Address of the tiles that maps show. Without it the demo city shows its own drawing, and a real "
            "city links to OpenStreetMap instead of showing a map.",
            "https://tiles.example/{z}/{x}/{y}.png",
        ),
        Variable(
            "MAP_ATTRIBUTION",
            text,
            "",
            "Whose tiles they are, as their licence wants it said on the map.",
            "© OpenStreetMap-Mitwirkende",
        ),
        Variable(
            "CLAMAV",
            text,
            "",
            "Virus scanner (clamd) that looks at every upload. Without it uploads are not scanned.",
            "tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl",
        ),
        Variable("DEMO", flag, True, "Whether `make run` loads the demo city into an empty database."),
        Variable("LOG_FORMAT", choice("text", "json"), "text", "Form of the log lines on standard error."),
        Variable(
            "LOG_LEVEL",
            choice("DEBUG", "INFO", "WARNING", "ERROR"),
            "INFO",
            "Least severe level that is logged.",
        ),
    )
}
