"""The Nu Html Checker finds no error on any page type."""

import os
import subprocess
import urllib.request
from pathlib import Path

import pytest

from .pages import PAGE_TYPES


@pytest.mark.server("java")
def test_no_html_error(city: str, tmp_path: Path):
    class_path = os.environ.get("VNU_CLASSPATH")
    if not class_path:
        if os.environ.get("CI") == "true":
            pytest.fail("VNU_CLASSPATH is not set", pytrace=False)
        pytest.skip(
            "the HTML checker is not available: set VNU_CLASSPATH, e.g. to what .ci/vnu FOLDER prints"
        )
    for name, path in PAGE_TYPES.items():
        with urllib.request.urlopen(city + path) as answer:
            (tmp_path / f"{name.replace(' ', '-').replace(',', '')}.html").write_bytes(answer.read())

    command = ["java", "-cp", class_path, "nu.validator.client.SimpleCommandLineValidator", "--errors-only"]
    result = subprocess.run(
        [*command, "--skip-non-html", str(tmp_path)], capture_output=True, text=True, check=False
    )

    assert result.stderr == ""
    assert result.returncode == 0
