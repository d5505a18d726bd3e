"""The product's own settings with one more address: `base.html` around nothing."""

from config.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.urls"
