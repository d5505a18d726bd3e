"""Pages of the editors: home, standard pages, news, events, notices, facilities, official notices."""

from .events import load_events
from .facilities import load_facilities
from .frame import load_frame, load_home, load_welcome
from .load import Load
from .news import load_news
from .notices import load_notices
from .official_notices import load_official_notices
from .pages import load_pages


def load_editorial(load: Load) -> None:
    load_home(load)
    load_pages(load)
    load_news(load)
    load_events(load)
    load_facilities(load)
    load_official_notices(load)
    load_notices(load)
    load_welcome(load)
    load_frame(load)
