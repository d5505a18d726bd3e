"""Wagtail's settings: German, quiet (no request leaves the house), our own image and document models."""

LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
WAGTAILIMAGES_IMAGE_MODEL = "home.CityImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "home.forms.pictures.CityImageForm"
WAGTAILDOCS_DOCUMENT_MODEL = "home.CityDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "xlsx", "ods", "csv", "ics", "zip", "mp4", "webm", "vtt"]
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_PASSWORD_RESET_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = [("de", "Deutsch"), ("en", "English")]
WAGTAILADMIN_RECENT_EDITS_LIMIT = 8
WAGTAILADMIN_EXTERNAL_LINK_CONVERSION = ""  # It would name drafts of other departments by their address.
WAGTAIL_USER_TIME_ZONES = ["Europe/Berlin"]
# How dates stand in forms; what else is read says `config.formats.reading`.
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "config.backoffice_search"}}
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAIL_MODERATION_ENABLED = True
TAGGIT_CASE_INSENSITIVE = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # A service with all its parts and a large explorer listing.
