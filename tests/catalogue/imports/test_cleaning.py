import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicefinder.catalogue.imports.cleaning import Unclean, canonical, checked, first_sentences, plain, rich


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>Guten <strong>Tag</strong></p>", "<p>Guten <b>Tag</b></p>"),
        ("<div>Eins</div><div>Zwei</div>", "<p>Eins</p><p>Zwei</p>"),
        ("<p>a</p><p><br></p><p>\u200b</p>", "<p>a</p>"),
        ("<ul>\n <li><p>eins</p></li>\n <li>zwei</li></ul>", "<ul><li>eins</li><li>zwei</li></ul>"),
        ('<a href="https://example.org/">da</a>', '<p><a href="https://example.org/">da</a></p>'),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "<p>a b</p>"),
        ("<p> </p>", ""),
        ("", ""),
    ],
)
def test_html_keeps_only_what_our_texts_allow(markup, expected):
    assert rich(markup, "description") == expected


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script><p>gut</p>",
        '<p onclick="x()">gut</p>',
        '<p><img src=x onerror="x()">gut</p>',
        '<p><a href="javascript:alert(1)">gut</a></p>',
        '<p><a href="java&#10;script:alert(1)">gut</a></p>',
        "<svg><style><!--</style><img src=x onerror=alert(1)>--></svg><p>gut</p>",
    ],
)
def test_hostile_html_becomes_harmless(hostile):
    cleaned = rich(hostile, "description")

    assert "gut" in cleaned
    for trace in ("script", "onclick", "onerror", "alert", "javascript"):
        assert trace not in cleaned


@given(st.text(alphabet="<>/pabuliol \n&;x\"'=", max_size=60))
def test_any_markup_is_cleaned_or_refused_and_stays_the_same_when_cleaned_again(markup):
    try:
        once = rich(markup, "description")
    except Unclean:
        return

    assert rich(once, "description") == once


def test_saving_in_the_editor_is_not_an_edit():
    stored_by_editor = '<p data-block-key="a1b2c">Guten <b>Tag</b></p>'

    assert canonical(stored_by_editor) == rich("<p>Guten <strong>Tag</strong></p>", "description")


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "a\x1bb"])
def test_control_characters_are_refused(text):
    with pytest.raises(Unclean, match="Steuerzeichen"):
        checked(text, "name")


def test_a_field_of_a_hundred_megabytes_is_refused():
    with pytest.raises(Unclean, match="erlaubt sind"):
        checked("x" * 100_000_000, "description")


def test_a_name_that_is_too_long_is_refused_not_cut():
    with pytest.raises(Unclean, match="300 Zeichen"):
        plain("x" * 300, "name")


def test_whole_sentences_make_the_teaser():
    text = "<p>Der erste Satz steht hier. Der zweite Satz ist länger.</p>"

    assert first_sentences(text, 30) == "Der erste Satz steht hier."
    assert first_sentences("<p>Ein einziger langer Satz ohne Ende</p>", 20) == "Ein einziger …"
