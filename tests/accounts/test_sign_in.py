import pytest
from django.test import Client

from accounts.models import User
from accounts.views import ATTEMPTS_PER_ACCOUNT

pytestmark = pytest.mark.django_db
LOGIN = "/redaktion/login/"


def sign_in(client, password):
    return client.post(LOGIN, {"username": "redaktion", "password": password})


@pytest.fixture
def editor():
    return User.objects.create_superuser("redaktion", password="ein-gutes-passwort")


def test_staff_sign_in(editor, client):
    assert sign_in(client, "ein-gutes-passwort").status_code == 302
    assert client.get("/redaktion/").status_code == 200


def test_guessing_a_password_ends_after_a_few_attempts_from_wherever(editor, settings):
    settings.RATE_LIMITS, settings.TRUSTED_PROXIES = True, 0
    answers = [sign_in(Client(REMOTE_ADDR=f"10.{n}.0.1"), "falsch") for n in range(ATTEMPTS_PER_ACCOUNT + 1)]

    assert [answer.status_code for answer in answers] == [200] * ATTEMPTS_PER_ACCOUNT + [429]
    assert int(answers[-1]["Retry-After"]) > 0
    assert sign_in(Client(REMOTE_ADDR="10.99.0.1"), "ein-gutes-passwort").status_code == 429
