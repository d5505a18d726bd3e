import pytest

from config.settings.environment import Environment, generated_key
from config.settings.variables import VARIABLES, InvalidSettings

PRODUCTION = {
    "CITY_ENV": "production",
    "SECRET_KEY": "k" * 50,
    "DATA_KEYS": "2026:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
    "PASSPORT_PEPPER": "2026:QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=",
    "ALLOWED_HOSTS": "www.auenstadt.example",
    "BASE_URL": "https://www.auenstadt.example",
    "EMAIL_URL": "smtp://mail.example:25",
    "TRUSTED_PROXIES": "0",
}


def test_nothing_has_to_be_set_for_the_demo():
    assert Environment({})["CITY_ENV"] == "demo"


def test_a_complete_production_starts():
    assert Environment(PRODUCTION).production


@pytest.mark.parametrize("name", [name for name, v in VARIABLES.items() if v.required_in_production])
def test_production_names_what_is_missing(name):
    with pytest.raises(InvalidSettings, match=f"{name} is missing"):
        Environment({key: value for key, value in PRODUCTION.items() if key != name})


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("SECRET_KEY", "short", "development key or too short"),
        ("SECRET_KEY", "generated-" + "x" * 60, "development key"),
        ("SECRET_KEY_FALLBACKS", f"{'k' * 50},generated-{'x' * 60}", "FALLBACKS holds a development key"),
        ("ALLOWED_HOSTS", "*", "answer to any name"),
        ("RATE_LIMITS", "off", "open to abuse"),
    ],
)
def test_production_refuses_unsafe_values(name, value, message):
    with pytest.raises(InvalidSettings, match=message):
        Environment(PRODUCTION | {name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "80a"),
        ("PORT", "70000"),
        ("DEMO", "maybe"),
        ("CITY_ENV", "live"),
        ("WEB_CONCURRENCY", "0"),
        ("TRUSTED_PROXIES", "-1"),
        ("BASE_URL", "www.auenstadt.example"),
    ],
)
def test_a_wrong_value_is_named_with_its_meaning(name, value):
    with pytest.raises(InvalidSettings) as error:
        Environment({name: value})

    assert f"{name}={value!r}" in str(error.value)
    assert VARIABLES[name].help in str(error.value)


def test_all_problems_are_named_at_once():
    with pytest.raises(InvalidSettings) as error:
        Environment({"PORT": "x", "DEMO": "y"})

    assert "PORT" in str(error.value)
    assert "DEMO" in str(error.value)


def test_a_generated_key_stays_and_is_private(tmp_path):
    file = tmp_path / "keys" / "secret-key"

    first = generated_key(file)

    assert generated_key(file) == first
    assert file.stat().st_mode & 0o077 == 0
    assert list(file.parent.iterdir()) == [file]
