"""Home pages, navigation and footer."""

from typing import Any

from wagtail.models import Locale, Site

from democity import content_files
from home.models import CitySettings, HomePage, SiteFrame

from .blocks import text_body
from .load import Load

Entry = dict[str, Any]


def load_home(load: Load) -> None:
    """Fill the German home page and the city's own data."""
    entry = content_files.read("home")["home"]
    home = HomePage.objects.get(pk=load.home.pk)
    home.claim = entry["line"]
    home.search_question = entry["search_question"]
    home.teaser = entry["teaser"]
    home.picture = load.pictures.get("panorama")
    home.save_revision(log_action=False).publish(log_action=False)
    load.home = home
    _load_city(load)


def _load_city(load: Load) -> None:
    city = CitySettings.for_site(Site.objects.get(is_default_site=True))
    office = next(o for o in content_files.read("offices")["offices"] if o["slug"] == "rathaus")
    city.name = "Auenstadt"
    city.authority = "Magistrat der Stadt Auenstadt"
    city.street, city.postal_code, city.town = office["street"], office["postal_code"], office["city"]
    city.latitude, city.longitude = str(office["latitude"]), str(office["longitude"])
    city.telephone, city.email = office["phone"], office["email"]
    city.save()


def load_welcome(load: Load) -> None:
    """A welcome in English and in Leichte Sprache; their texts about services come later."""
    for language, entry in content_files.read("welcome").items():
        home = HomePage.objects.get(locale__language_code=language, depth=load.home.depth)
        home.title = home.draft_title = entry["title"]
        home.claim = entry.get("line", "")
        home.teaser = entry["intro"][:200]
        home.picture = load.pictures.get("panorama")
        home.body = text_body(entry["body"], load)
        home.save_revision(log_action=False).publish(log_action=False)


def load_frame(load: Load) -> None:
    entry = content_files.read("navigation")
    frame = SiteFrame.objects.get(locale=Locale.objects.get(language_code="de"))
    frame.navigation = [
        ("item", {"link": _link(item), "children": [_link(child) for child in item.get("children", [])]})
        for item in entry["main"]
    ]
    frame.footer = [
        ("column", {"heading": column["title"], "links": [_link(link) for link in column["links"]]})
        for column in entry["footer"]
    ]
    frame.save()


def _link(entry: Entry) -> Entry:
    return {"label": entry["title"], "page": None, "address": entry["url"]}
