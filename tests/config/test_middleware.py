import pytest

from config.middleware.languages import language_of_path
from config.middleware.request_log import loggable_path


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


def test_secrets_in_paths_are_not_logged():
    assert loggable_path("/formular/hund/aB3dE5gH7jK9mN1pQ3/2/") == "/formular/hund/***/2/"
    assert loggable_path("/dienstleistungen/wohnsitz-ummelden/") == "/dienstleistungen/wohnsitz-ummelden/"
