"""Every component: what it takes, what it shows, what it escapes."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.safestring import mark_safe

from search.checkboxes import Option, checkbox_items

COMPONENTS = Path(settings.BASE_DIR) / "templates" / "components"
NAMES = sorted(folder.name for folder in COMPONENTS.iterdir() if folder.is_dir())
HOSTILE = '"><script>alert(1)</script>'


def test_the_agreed_components_are_there():
    agreed = (
        "header footer navigation breadcrumb language_switch notice skip_link search_form result_row"
        " result_list"
        " link_list navigation_item teaser_card action_box fact_list checklist steps table accordion"
        " contact_card"
        " office_card"
        " hours pagination filter_group badge status_banner toc date_block event_row image form_field"
        " error_summary empty_state download_list share_print map address_field"
    )

    assert set(agreed.split()) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_header_comment_says_what_a_component_takes(name):
    source = (COMPONENTS / name / f"{name}.html").read_text()

    comment = re.match(r'{% comment "text/markdown" %}(.+?){% endcomment %}', source, re.DOTALL)
    assert comment is not None
    takes_nothing = "Takes nothing" in comment[1]
    assert takes_nothing or re.search(r"`\w+`", comment[1])


@pytest.mark.parametrize("path", sorted(COMPONENTS.rglob("*.html")), ids=lambda path: path.stem)
def test_nothing_inline_that_the_content_policy_forbids(path):
    source = path.read_text()

    assert not re.search(r"<style|\sstyle=|<script|\son[a-z]+=|javascript:", source)


def test_breadcrumb_links_all_but_this_page(render):
    items = [{"title": "Startseite", "url": "/"}, {"title": "Kontakt", "url": "/kontakt/"}]

    trail = render("breadcrumb", items=items)

    assert [(a.text, a["href"]) for a in trail.select("a")] == [("Startseite", "/")]
    assert trail.select_one("[aria-current=page]").text == "Kontakt"
    assert render("breadcrumb", items=items[:1]).find("nav") is None


def test_result_row_shows_the_sentence_that_shows_why(render):
    row = render(
        "result_row",
        title="Reisepass",
        url="/p/",
        teaser=mark_safe("Den <mark>Pass</mark> beantragen"),
        badges=[{"label": "Online", "tone": "success"}],
        meta="Bürgeramt",
        level=2,
    )

    assert row.h2.a["href"] == "/p/"
    assert row.mark.text == "Pass"
    assert row.select_one(".kern-badge--success").text == "Online"
    assert "Bürgeramt" in row.text


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("result_row", {"title": HOSTILE, "url": HOSTILE, "teaser": HOSTILE, "meta": HOSTILE}),
        ("badge", {"label": HOSTILE, "tone": HOSTILE}),
        (
            "notice",
            {"severity": "info", "title": HOSTILE, "text": HOSTILE, "url": HOSTILE, "link_text": HOSTILE},
        ),
        ("search_form", {"action": HOSTILE, "query": HOSTILE, "label": HOSTILE, "hint": HOSTILE}),
        ("share_print", {"title": HOSTILE, "url": HOSTILE}),
        ("contact_card", {"name": HOSTILE, "phone": HOSTILE, "phone_url": HOSTILE, "email": HOSTILE}),
        ("office_card", {"name": HOSTILE, "address": [HOSTILE], "access": [HOSTILE], "map_url": HOSTILE}),
        ("steps", {"items": [{"title": HOSTILE, "text": HOSTILE}]}),
        ("accordion", {"items": [{"title": HOSTILE, "body": HOSTILE, "id": HOSTILE}]}),
        ("download_list", {"items": [{"title": HOSTILE, "url": HOSTILE, "type": HOSTILE, "size": HOSTILE}]}),
        (
            "filter_group",
            {
                "title": HOSTILE,
                "options": checkbox_items(HOSTILE, [Option(HOSTILE, HOSTILE, 1, False)]),
            },
        ),
    ],
)
def test_texts_are_escaped(render, name, values):
    assert render(name, **values).find("script") is None


def test_table_has_header_cells_for_rows_and_columns(render):
    table = render(
        "table",
        caption="Gebühren",
        columns=[{"title": "Was"}, {"title": "Betrag", "numeric": True}],
        rows=[{"header": "Reisepass", "cells": [{"value": "70,00 €", "numeric": True, "label": "Betrag"}]}],
    )

    assert table.caption.text == "Gebühren"
    assert [th.text for th in table.select("thead th[scope=col]")] == ["Was", "Betrag"]
    assert table.select_one("tbody th[scope=row]").text == "Reisepass"
    assert table.td["data-label"] == "Betrag"
    assert table.select_one("[tabindex]") is None


def test_wide_table_can_be_scrolled_with_the_keyboard(render):
    region = render("table", caption="Fahrplan", columns=[], rows=[], wide=True).select_one("[role=region]")

    assert (region["tabindex"], region["aria-label"]) == ("0", "Fahrplan")


def test_image_offers_formats_and_reserves_its_space(render):
    picture = {
        "src": "/b.jpg",
        "width": 1200,
        "height": 800,
        "alt": "Rathaus",
        "sizes": "50vw",
        "sources": [{"type": "image/webp", "srcset": "/b.webp 800w"}],
        "credit": "Stadt Auenstadt, CC0-1.0",
    }

    figure = render("image", picture=picture)
    first = render("image", picture=picture, eager=True, plain=True)

    assert (figure.source["type"], figure.source["srcset"]) == ("image/webp", "/b.webp 800w")
    assert (figure.img["width"], figure.img["height"], figure.img["loading"]) == ("1200", "800", "lazy")
    assert "Stadt Auenstadt, CC0-1.0" in figure.figcaption.text
    assert first.img["fetchpriority"] == "high"
    assert "loading" not in first.img.attrs
    assert first.find("figure") is None


def test_decorative_image_keeps_an_empty_alt(render):
    image = render("image", picture={"src": "/b.jpg", "width": 1, "height": 1, "alt": "", "sources": []})

    assert image.img["alt"] == ""


def test_hours_say_the_exception_with_its_day(render):
    hours = render(
        "hours",
        now="Heute bis 18 Uhr geöffnet",
        state="open",
        rows=[{"days": "Montag", "times": "8 bis 18 Uhr", "today": True}],
        exceptions=[{"date": date(2027, 2, 15), "text": "geschlossen"}],
    )

    assert hours.select_one(".open-state--open").text == "Heute bis 18 Uhr geöffnet"
    assert hours.select_one("tr.is-today th").text == "Montag"
    assert (hours.time["datetime"], hours.time.text) == ("2027-02-15", "Montag, 15. Februar 2027")


def test_hours_say_a_range_of_days_once(render):
    days = {
        "date": date(2026, 12, 24),
        "until": date(2026, 12, 31),
        "date_format": "j.",
        "text": "geschlossen",
    }

    hours = render("hours", exceptions=[days])

    assert " ".join(hours.li.text.split()) == "24. bis 31. Dezember 2026: geschlossen"
    assert [time["datetime"] for time in hours.select("time")] == ["2026-12-24", "2026-12-31"]


def test_telephone_numbers_can_be_pressed(render):
    card = render("contact_card", name="Bürgeramt", phone="06499 900-1200", phone_url="tel:+4964999001200")

    assert card.find("a", href="tel:+4964999001200").text == "06499 900-1200"


def test_pagination_marks_this_page_and_vanishes_for_one(render):
    pages = [{"number": 1, "url": "?seite=1"}, {"number": 2, "current": True}, {"gap": True}]

    nav = render(
        "pagination", page=2, page_count=9, previous_url="?seite=1", next_url="?seite=3", pages=pages
    )

    assert nav.select_one("[aria-current=page]").get_text(strip=True).endswith("2")
    assert [a["href"] for a in nav.select("a[rel]")] == ["?seite=1", "?seite=3"]
    assert render("pagination", page=1, page_count=1).find("nav") is None


def test_filters_show_counts_and_what_is_chosen(render):
    options = [
        Option("buergeramt", "Bürgeramt", 0, True),
        Option("bauaufsicht", "Bauaufsichtsamt", 0, False),
    ]

    group = render("filter_group", title="Amt", options=checkbox_items("amt", options))

    assert [(box["value"], box.has_attr("checked")) for box in group.select("input[type=checkbox]")] == [
        ("buergeramt", True),
        ("bauaufsicht", False),
    ]
    assert [count.text for count in group.select(".filter-group__count")] == ["0", "0"]
    assert len({box["id"] for box in group.select("input")}) == 2


def test_downloads_say_type_and_size(render):
    files = render(
        "download_list", items=[{"title": "Antrag", "url": "/a.pdf", "type": "PDF", "size": "240 KB"}]
    )

    assert " ".join(files.a.text.split()) == "Antrag (PDF, 240 KB)"


def test_link_to_another_website_says_so(render):
    box = render(
        "action_box", title="Jetzt", action={"label": "Zum BfJ", "url": "https://x.example", "external": True}
    )

    assert "führt zu einer anderen Website" in box.a.text


def test_mail_link_survives_special_characters(render):
    share = render("share_print", title="Hund & Steuer?", url="https://a.example/?x=1&y=2")

    assert share.a["href"] == (
        "mailto:?subject=Hund%20%26%20Steuer%3F&body=https%3A%2F%2Fa.example%2F%3Fx%3D1%26y%3D2"
    )
    assert all(button.has_attr("hidden") for button in share.select("button"))
