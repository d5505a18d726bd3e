"""Django settings, read once from the environment (`variables.py` lists and explains them).

Big dictionaries live in modules of their own: `databases`, `headers`, `logs`, `admin`.
"""

from .admin import *  # noqa: F403
from .data_keys import data_keys
from .databases import caches, database, email_settings
from .environment import Environment, generated_key
from .headers import *  # noqa: F403
from .headers import with_images_from
from .logs import logging_settings
from .search import search_cluster
from .variables import BASE_DIR

ENV = Environment()

CITY_ENV: str = ENV["CITY_ENV"]
PRODUCTION = ENV.production
DEBUG = CITY_ENV == "development"
DATA_DIR = ENV["DATA_DIR"]
SECRET_KEY = ENV["SECRET_KEY"] or generated_key(DATA_DIR / "secret-key")
SECRET_KEY_FALLBACKS = ENV["SECRET_KEY_FALLBACKS"]
# The loopback names stay: health checks ask the node itself.
DATA_KEYS = data_keys(ENV["DATA_KEYS"], DATA_DIR)
PASSPORT_PEPPERS = data_keys(ENV["PASSPORT_PEPPER"], DATA_DIR, "PASSPORT_PEPPER", "passport-pepper")
PASSPORT_FOLDER = ENV["PASSPORT_FOLDER"]
DELIVERY_SECRETS = ENV["DELIVERY_SECRETS"]
DELIVERY_PRIVATE_ADDRESSES = ENV["DELIVERY_PRIVATE_ADDRESSES"]
ALLOWED_HOSTS = [*ENV["ALLOWED_HOSTS"], "127.0.0.1", "localhost", "[::1]"]
BASE_URL = ENV["BASE_URL"] or f"http://127.0.0.1:{ENV['PORT']}"
SITE_NAME = WAGTAIL_SITE_NAME = ENV["SITE_NAME"]
WAGTAILADMIN_BASE_URL = BASE_URL
RATE_LIMITS = ENV["RATE_LIMITS"]
TRUSTED_PROXIES = ENV["TRUSTED_PROXIES"] or 0
CLAMAV = ENV["CLAMAV"]
MAP_TILES, MAP_ATTRIBUTION = ENV["MAP_TILES"], ENV["MAP_ATTRIBUTION"]
# The demo city's own drawing; a real city lies elsewhere.
MAP_DRAWING = "map/auenstadt.geojson" if ENV["DEMO"] and CITY_ENV != "production" else ""
PUBLIC_CSP = with_images_from(PUBLIC_CSP, MAP_TILES)  # noqa: F405
BACKOFFICE_CSP = with_images_from(BACKOFFICE_CSP, MAP_TILES)  # noqa: F405

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"

INSTALLED_APPS = [
    "servicefinder.waste",
    "servicefinder.passports",
    "servicefinder.forms",
    "servicefinder.cases",
    "servicefinder.addresses",
    "servicefinder.catalogue",
    "home",
    "search.editorial",
    "search",
    "accounts",
    "outbox",
    "capabilities",
    "limits",
    "uploads",
    "workdays",
    "democity",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.typed_table_block",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "config",
]

MIDDLEWARE = [
    "config.middleware.request_log.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "config.middleware.headers.HeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.middleware.languages.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.middleware.body_limits.BodyLimitMiddleware",
    "servicefinder.passports.middleware.UploadsInMemoryMiddleware",
    "config.middleware.keys_in_addresses.KeysInAddressesMiddleware",
    "config.middleware.backoffice.BackofficeMiddleware",
    "servicefinder.catalogue.middleware.ForeignDraftsMiddleware",
    "servicefinder.forms.middleware.NotReadyMiddleware",
    "home.middleware.RedirectMiddleware",
    "limits.middleware.RateLimitMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "libraries": {"wagtailadmin_tags": "config.templatetags.remembered_frame"},
        },
    }
]

DATABASES = {"default": database(ENV["DATABASE_URL"], DATA_DIR)}
CACHES = caches(ENV["CACHE_URL"])
globals().update(email_settings(ENV["EMAIL_URL"], DATA_DIR))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENV["MAIL_FROM"]

SEARCH_URL = ENV["SEARCH_URL"]
SEARCH_CLUSTER = search_cluster(ENV.values)
SEARCH_INDEX_DIR = DATA_DIR / "search"
SEARCH_STATISTICS: bool = ENV["SEARCH_STATISTICS"]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 2 * 60 * 60  # The mail with the link is kept for a while; the link must not be.
AUTHENTICATION_BACKENDS = ["config.signed_in.backends.AccountBackend"]
SESSION_ENGINE = "config.signed_in.sessions"
SESSION_COOKIE_AGE = 8 * 60 * 60  # One working day.
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if PRODUCTION else 0
if PRODUCTION and TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LANGUAGE_CODE = "de"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("de", "Deutsch"),
    ("en", "English"),
    ("de-simple", "Leichte Sprache"),
]
# Prefix of each language's addresses; the first one has none.
LANGUAGE_PREFIXES = {"de": "", "en": "en", "de-simple": "leichte-sprache"}
WAGTAIL_I18N_ENABLED = True
USE_I18N = True
LOCALE_PATHS = [BASE_DIR / "site" / "config" / "locale"]
TIME_ZONE = "Europe/Berlin"
USE_TZ = True
FORMAT_MODULE_PATH = ["config.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "config.serving.static_storage.RememberingStorage"
    },
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

LOGGING_CONFIG = None
logging_settings(ENV["LOG_FORMAT"], ENV["LOG_LEVEL"])

# A tag library that stands in for Wagtail's on purpose: `config.templatetags.remembered_frame`.
SILENCED_SYSTEM_CHECKS: list[str] = ["templates.W003"]
