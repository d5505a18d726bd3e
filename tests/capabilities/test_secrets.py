import json
from datetime import timedelta

import pytest
from django.core import serializers
from django.utils import timezone

from capabilities.domain.secrets import SecretRefused, create, prune_secrets, resolve, revoke
from capabilities.enums import SecretProblem
from capabilities.models import Secret
from config.loggable_paths import loggable_path

pytestmark = pytest.mark.django_db


def tomorrow():
    return timezone.now() + timedelta(days=1)


def problem(purpose: str, token: str) -> SecretProblem:
    with pytest.raises(SecretRefused) as refused:
        resolve(purpose, token)
    return refused.value.problem


def test_token_opens_its_subject_as_often_as_one_likes():
    token = create("draft", "17", tomorrow())

    assert resolve("draft", token) == "17"
    assert resolve("draft", token) == "17"


def test_database_holds_no_token():
    token = create("draft", "17", tomorrow())

    stored = json.dumps(json.loads(serializers.serialize("json", Secret.objects.all())))
    assert token not in stored
    assert token[2:] not in stored


def test_token_opens_nothing_for_another_purpose():
    token = create("draft", "17", tomorrow())

    assert problem("case", token) == SecretProblem.UNKNOWN


@pytest.mark.parametrize("token", ["", "K1", "x" * 5000, "\0", "ünbekannt"])
def test_unknown_token_is_refused(token: str):
    assert problem("draft", token) == SecretProblem.UNKNOWN


def test_expired_token_says_so_and_is_forgotten_after_three_months():
    token = create("draft", "17", timezone.now() - timedelta(seconds=1))
    assert problem("draft", token) == SecretProblem.EXPIRED
    prune_secrets()
    assert problem("draft", token) == SecretProblem.EXPIRED

    Secret.objects.update(expires_at=timezone.now() - timedelta(days=91))
    prune_secrets()

    assert problem("draft", token) == SecretProblem.UNKNOWN


def test_revoking_ends_all_tokens_of_the_subject_and_no_others():
    first, second = create("draft", "17", tomorrow()), create("draft", "17", tomorrow())
    other_subject, other_purpose = create("draft", "18", tomorrow()), create("case", "17", tomorrow())

    assert revoke("draft", "17") == 2

    assert problem("draft", first) == problem("draft", second) == SecretProblem.REVOKED
    assert resolve("draft", other_subject) == "18"
    assert resolve("case", other_purpose) == "17"


def test_tokens_differ_and_are_masked_in_the_log():
    tokens = {create("draft", "17", tomorrow()) for _ in range(20)}

    assert len(tokens) == 20
    for token in tokens:
        assert loggable_path(f"/gibt-es-nicht/{token}/2/") == "/gibt-es-nicht/***/2/"
