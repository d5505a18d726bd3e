import site
import subprocess
import sys

from tests.conftest import BASE_DIR


def test_site_is_a_source_root_and_the_standard_module_is_intact():
    assert not (BASE_DIR / "site" / "__init__.py").exists()
    assert callable(site.getsitepackages)
    assert "/site" not in (BASE_DIR / ".gitignore").read_text().replace('"/site"', "").split()


def test_settings_reference_is_up_to_date():
    command = [sys.executable, "manage.py", "settings_reference", "--check"]

    result = subprocess.run(command, cwd=BASE_DIR, capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stderr
