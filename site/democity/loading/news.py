from democity import content_files
from home.models import NewsIndexPage, NewsPage

from .blocks import text_body
from .load import Load


def load_news(load: Load) -> None:
    index = NewsIndexPage.objects.child_of(load.home).get()
    for entry in content_files.read("news")["news"]:
        page = NewsPage(
            slug=entry["slug"],
            title=entry["title"],
            teaser=entry["teaser"],
            published_on=load.day(entry["days"]),
            picture=load.pictures.get(entry.get("picture", "")),
            body=text_body(entry["body"], load),
        )
        load.add_page(index, page, published_days=entry["days"])
