"""What stands around every page."""

from tests.templates.conftest import base_html


def test_title_names_page_and_city(render_base, frame):
    page = render_base(frame)

    assert page.title.string == "Kontakt – Auenstadt"


def test_first_link_leads_to_the_content(render_base, frame):
    page = render_base(frame)

    target = page.body.find("a")["href"]
    assert page.select_one(target).name == "main"


def test_landmarks_are_one_of_each(render_base, frame):
    page = render_base(frame)

    assert [len(page.select(name)) for name in ("header", "main", "footer", "[role=search]")] == [1, 1, 1, 1]


def test_active_item_is_marked_and_shows_what_lies_below(render_base, frame):
    page = render_base(frame)

    assert [link.text for link in page.select("nav [aria-current]")] == ["Dienstleistungen"]
    assert page.find("a", string="Formulare") is not None
    assert page.find("a", string="Archiv") is None


def test_child_with_the_address_of_its_parent_is_the_one_that_is_marked(render_base, frame):
    child = {"title": "Alle Leistungen", "url": "/dienstleistungen/", "active": True}
    frame["navigation"] = [{**frame["navigation"][0], "children": [child]}]

    page = render_base(frame)

    assert [link.text for link in page.select("nav [aria-current]")] == [
        "Dienstleistungen",
        "Alle Leistungen",
    ]


def test_language_switch_leads_to_the_translation_or_to_the_front_page(render_base, frame):
    german = {"code": "de", "label": "Deutsch", "url": "/kontakt/", "active": True, "twin": True}
    english = {"code": "en", "label": "English", "url": "/en/contact/", "active": False, "twin": True}
    front = {**english, "url": "/en/", "twin": False}

    alone = render_base({**frame, "languages": [german]})
    both = render_base({**frame, "languages": [german, english]})
    untranslated = render_base({**frame, "languages": [german, front]})

    assert alone.select(".languages") == []
    assert [(a["hreflang"], a["lang"]) for a in both.select(".languages a[rel=alternate]")] == [("en", "en")]
    assert untranslated.select_one(".languages a[hreflang=en]").text == "English (Startseite)"
    assert untranslated.select(".languages a[rel=alternate]") == []


def test_notices_stand_before_the_content(render_base, frame):
    frame["notices"] = [
        {"severity": "danger", "title": "Hochwasser", "text": "Meiden Sie die Aue.", "url": "/hochwasser/"}
    ]

    page = render_base(frame)

    notice = page.select_one(".kern-alert--danger")
    assert notice.find("a")["href"] == "/hochwasser/"
    assert "Meiden Sie die Aue." in notice.text
    assert page.main in notice.find_all_next("main")


def test_shared_links_get_title_description_picture_and_address(render_base, frame):
    frame["og_image"] = "https://www.auenstadt.example/bild.jpg"

    page = render_base(frame, description="So erreichen Sie uns.")

    assert page.select_one("link[rel=canonical]")["href"] == frame["canonical"]
    shared = {tag["property"]: tag["content"] for tag in page.select("meta[property]")}
    assert shared == {
        "og:url": frame["canonical"],
        "og:title": "Kontakt",
        "og:site_name": "Auenstadt",
        "og:type": "website",
        "og:description": "So erreichen Sie uns.",
        "og:image": "https://www.auenstadt.example/bild.jpg",
    }


def test_a_theme_of_the_city_overrides_the_device(render_base, frame):
    assert "data-theme" not in render_base(frame).html.attrs
    assert render_base({**frame, "theme": "dark"}).html["data-theme"] == "dark"


def test_own_crest_replaces_the_one_of_auenstadt(render_base, frame):
    own = render_base({**frame, "crest_url": "/media/wappen.png"})

    assert {image["src"] for image in own.select(".brand img")} == {"/media/wappen.png"}


def test_only_the_regular_font_is_preloaded(render_base, frame):
    page = render_base(frame)

    preloaded = [link["href"] for link in page.select("link[rel=preload]")]
    assert len(preloaded) == 1
    assert "fira-sans-400" in preloaded[0]
    assert "extended" not in preloaded[0]


def test_titles_from_editors_are_escaped(frame):
    frame["site_name"] = "<script>alert(1)</script>"
    frame["navigation"] = [{"title": '"><img src=x>', "url": "/x/", "active": False, "children": []}]

    html = base_html(frame, page_title="<b>")

    assert "<script>alert" not in html
    assert "<img src=x>" not in html
    assert "<title>&lt;b&gt;" in html
