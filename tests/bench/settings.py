"""The product's own settings with one more address: `base.html` around nothing."""

from config.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.urls"
INSTALLED_APPS = [*INSTALLED_APPS, "wagtail.contrib.forms", "tests.bench.comparison"]  # noqa: F405
