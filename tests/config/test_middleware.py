import pytest

from config.middleware.languages import language_of_path


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/", "de"),
        ("/en/", "en"),
        ("/en", "en"),
        ("/entsorgung/", "de"),
        ("/leichte-sprache/", "de-simple"),
        ("/leichte-sprache-kurs/", "de"),
        ("/aktuelles/en/", "de"),
    ],
)
def test_the_first_segment_is_the_language(path, language):
    assert language_of_path(path) == language
