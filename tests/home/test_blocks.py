"""Each block refuses what would be wrong on the page and shows what is right."""

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.blocks import StructBlockValidationError

from home.blocks.body import BodyBlock
from home.blocks.contact_card import ContactCardBlock
from home.blocks.links import LinkBlock, validate_address
from home.blocks.table import TableBlock
from home.blocks.video import VideoBlock
from home.domain.body import rendered, text_of
from home.models import CityDocument, StandardPage
from tests.factories import home as make

BODY = StandardPage._meta.get_field("body").stream_block


def body(*blocks):
    return BODY.to_python([{"type": kind, "value": value} for kind, value in blocks])


def shown(*blocks):
    return BeautifulSoup(rendered(body(*blocks), None).html, "html.parser")


def items(*values):
    return [{"type": "item", "id": str(uuid4()), "value": value} for value in values]


def refused(block, value):
    """Fields that the block refuses in this value."""
    with pytest.raises(StructBlockValidationError) as error:
        block.clean(block.to_python(value))
    return set(error.value.block_errors)


class TestLink:
    @pytest.mark.parametrize(
        "address",
        ["/suche/", "#oben", "https://www.hessen.de/", "mailto:stadt@auenstadt.example", "tel:+49649990"],
    )
    def test_leads_where_it_may(self, address):
        validate_address(address)

    @pytest.mark.parametrize(
        "address",
        [
            "javascript:alert(1)",
            "data:text/html,x",
            "//boese.example/",
            "suche",
            "https://",
            "mailto:x",
            "tel:x",
            "\tjavascript:1",
        ],
    )
    def test_refuses_what_could_run_or_leads_nowhere(self, address):
        with pytest.raises(ValidationError):
            validate_address(address)

    def test_is_a_page_or_an_address(self, home):
        both = {"label": "Rathaus", "page": home.pk, "address": "/rathaus/"}

        assert refused(LinkBlock(), both) == {"address"}
        assert refused(LinkBlock(), {"label": "Rathaus", "page": None, "address": ""}) == {"page"}
        assert refused(LinkBlock(), {"label": "", "page": None, "address": "/rathaus/"}) == {"label"}

    def test_to_a_page_takes_its_title(self, home):
        link = LinkBlock().to_python({"label": "", "page": make.standard_page("Rathaus").pk, "address": ""})

        assert (link.text, link.url, link.is_external) == ("Rathaus", "/rathaus/", False)

    def test_to_a_draft_leads_nowhere_and_does_not_tell_its_title(self, home):
        page = make.standard_page("Geheim")
        page.unpublish()

        link = LinkBlock().to_python({"label": "", "page": page.pk, "address": ""})

        assert (link.text, link.url) == ("", "")


class TestTable:
    def table(self, **changes):
        table = {
            "caption": "Eintritt",
            "columns": [{"type": "text", "heading": "Wer"}, {"type": "number", "heading": "Preis"}],
            "rows": [{"values": ["Kinder", "2,00 €"]}],
        }
        return {"table": {**table, **changes}}

    def test_has_header_cells_for_columns_and_rows(self):
        html = shown(("table", self.table()))

        assert html.caption.text == "Eintritt"
        assert [(cell["scope"], cell.text) for cell in html.find_all("th")] == [
            ("col", "Wer"),
            ("col", "Preis"),
            ("row", "Kinder"),
        ]
        assert html.td.text == "2,00 €"

    @pytest.mark.parametrize(
        "changes", [{"caption": ""}, {"rows": []}, {"columns": [{"type": "text", "heading": ""}]}]
    )
    def test_without_names_is_refused(self, changes):
        assert refused(TableBlock(), self.table(**changes)) == {"table"}

    def test_text_is_text(self):
        html = shown(("table", self.table(rows=[{"values": ["<b>Kinder</b>", "<script>1</script>"]}])))

        assert not html.find("script")
        assert not html.find("b")


class TestVideo:
    def film(self, name="film.mp4"):
        return CityDocument.objects.create(title="Film", file=ContentFile(b"x", name=name)).pk

    def test_is_our_file_or_a_link(self, home):
        assert refused(VideoBlock(), {"title": "Rundgang"}) == {"film"}
        both = {
            "title": "Rundgang",
            "film": self.film(),
            "address": "https://video.example/",
            "transcript": "Text",
        }
        assert refused(VideoBlock(), both) == {"film"}

    def test_needs_captions_or_its_content_as_text(self, home):
        assert refused(VideoBlock(), {"title": "Rundgang", "film": self.film()}) == {"transcript"}

    def test_refuses_files_of_the_wrong_kind(self, home):
        wrong = {
            "title": "X",
            "film": self.film("film.pdf"),
            "captions": self.film("film.mp4"),
            "transcript": "X",
        }

        assert refused(VideoBlock(), wrong) == {"film", "captions"}

    def test_our_film_loads_nothing_before_it_is_wanted(self, home):
        html = shown(
            (
                "video",
                {
                    "title": "Rundgang",
                    "film": self.film(),
                    "captions": self.film("u.vtt"),
                    "transcript": "Worte",
                },
            )
        )

        assert html.video["preload"] == "none"
        assert html.video.source["type"] == "video/mp4"
        assert html.video.track["kind"] == "captions"
        assert "Worte" in html.details.text

    def test_a_film_elsewhere_is_only_a_link(self, home):
        html = shown(("video", {"title": "Rundgang", "address": "https://video.example/1"}))

        assert html.a["href"] == "https://video.example/1"
        assert not html.find(["iframe", "video", "embed", "object"])


def test_a_second_call_to_action_is_refused():
    link = {"label": "Los", "page": None, "address": "/los/"}
    action = ("call_to_action", {"heading": "Los", "text": "", "link": link})

    with pytest.raises(ValidationError):
        BodyBlock().clean(body(action, action))


def test_a_call_to_action_without_a_public_page_disappears(home):
    page = make.standard_page("Antrag")
    value = {"heading": "Jetzt beantragen", "text": "", "link": {"label": "", "page": page.pk, "address": ""}}
    assert shown(("call_to_action", value)).a["href"] == "/antrag/"

    page.unpublish()

    assert "Jetzt beantragen" not in shown(("call_to_action", value)).text


def test_teasers_show_only_public_pages_in_their_order(home):
    first, second, hidden = (make.standard_page(title) for title in ("Eins", "Zwei", "Drei"))
    hidden.unpublish()

    html = shown(("teasers", {"heading": "Weiter", "pages": items(second.pk, hidden.pk, first.pk)}))

    assert [link.text for link in html.find_all("a")] == ["Zwei", "Eins"]


def test_downloads_name_type_and_size(home):
    document = make.document("Haushalt 2027", b"%PDF-1.7" + b"x" * 2040, is_accessible=True)

    html = shown(
        ("downloads", {"heading": "Zum Lesen", "items": items({"document": document.pk, "note": "neu"})})
    )

    text = " ".join(html.a.text.split())
    assert text == "Haushalt 2027 (PDF, 2,0 KB, neu, barrierefrei)"
    assert html.a["href"] == document.url


def test_a_place_leads_to_a_map_and_embeds_none(home):
    html = shown(
        (
            "place",
            {
                "name": "Rathaus",
                "address": "Marktplatz 1\n35990 Auenstadt",
                "latitude": "50.5",
                "longitude": "8.6",
            },
        )
    )

    assert "Marktplatz 1" in html.address.text
    assert html.a["href"].startswith("https://www.openstreetmap.org/?mlat=50.500000&mlon=8.600000")
    assert not html.find(["iframe", "img", "script"])


def test_a_contact_can_be_called(home):
    html = shown(
        ("contact", {"name": "Bürgertelefon", "telephone": "06499 900-0", "email": "stadt@auenstadt.example"})
    )

    assert [link["href"] for link in html.find_all("a")] == [
        "tel:+4964999000",
        "mailto:stadt@auenstadt.example",
    ]


def test_a_contact_refuses_words_as_number():
    assert refused(ContactCardBlock(), {"name": "X", "telephone": "nach Feierabend"}) == {"telephone"}


def test_pictures_carry_their_words(home):
    image = make.image()
    picture = {"image": image.pk, "alt_text": "Der Brunnen im Winter", "decorative": False}
    decorative = {"image": image.pk, "alt_text": "", "decorative": True}

    html = shown(
        ("figure", {"picture": picture, "caption": "Im Januar"}),
        ("gallery", {"heading": "", "pictures": items({"picture": decorative}, {"picture": picture})}),
    )

    assert [shown["alt"] for shown in html.find_all("img")] == [
        "Der Brunnen im Winter",
        "",
        "Der Brunnen im Winter",
    ]
    assert "Im Januar" in html.figcaption.text


def test_a_picture_without_words_is_refused(home):
    block = BODY.child_blocks["figure"]
    picture = {"image": make.image().pk, "alt_text": "", "decorative": False}

    assert refused(block, {"picture": picture, "caption": ""}) == {"picture"}


def test_accordion_steps_and_quote_show_their_parts(home):
    html = shown(
        ("accordion", {"heading": "Fragen", "items": items({"heading": "Wann?", "text": "<p>Im Mai.</p>"})}),
        (
            "steps",
            {
                "heading": "So geht es",
                "steps": items({"title": "Rufen", "text": ""}, {"title": "Kommen", "text": ""}),
            },
        ),
        ("quote", {"text": "Gut gemacht", "author": "Eine Bürgerin", "role": ""}),
    )

    assert html.summary.text.strip() == "Wann?"
    assert "Im Mai." in html.details.text
    assert [step.text.strip() for step in html.ol.find_all("h3")] == ["Rufen", "Kommen"]
    assert "Eine Bürgerin" in html.blockquote.footer.text


def test_main_headings_get_anchors_for_a_list_of_contents(home, client):
    page = make.standard_page(
        "Hochwasser",
        show_contents=True,
        body=[("text", "<h2>Was &amp; wann</h2><p>x</p><h3>Klein</h3><h2>Wohin</h2>")],
    )

    html = BeautifulSoup(client.get(page.url).content, "html.parser")

    links = html.find("nav", class_="toc").find_all("a")
    assert [(link["href"], link.text) for link in links] == [
        ("#abschnitt-1", "Was & wann"),
        ("#abschnitt-2", "Wohin"),
    ]
    assert html.find(id="abschnitt-2").text == "Wohin"


def test_words_of_all_blocks_reach_the_search(home):
    text = text_of(
        body(
            ("text", "<h2>Hochwasser</h2><p>Säcke</p>"),
            ("accordion", {"heading": "", "items": items({"heading": "Pumpen", "text": "<p>Keller</p>"})}),
            ("table", TestTable().table()),
        )
    )

    assert all(word in text for word in ("Hochwasser", "Säcke", "Pumpen", "Keller", "Kinder"))
    assert "<" not in text


def test_links_of_a_page_cost_the_same_with_one_and_with_many(home):
    pages = [make.standard_page(f"Ziel {number}") for number in range(6)]
    addresses = [{"label": "", "page": page.pk, "address": ""} for page in pages]

    def queries(links):
        actions = [("call_to_action", {"heading": "Los", "text": "", "link": link}) for link in links]
        with CaptureQueriesContext(connection) as captured:
            shown(*actions)
        return len(captured)

    queries(addresses[:1])  # Content types and addresses of the site are remembered from now on.
    assert queries(addresses[:1]) == queries(addresses)
