"""The application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django_application = get_wsgi_application()

from config.checks import (  # noqa: E402 - needs the applications above
    refuse_demo_accounts,
    require_data_keys,
    require_passport_pepper,
)
from config.serving.revalidation import Revalidation  # noqa: E402

refuse_demo_accounts()
require_data_keys()
require_passport_pepper()

application = Revalidation(django_application)
