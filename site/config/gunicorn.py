"""How gunicorn serves the site: threads for slow clients, one load of the code before the fork."""

import gc

from django.conf import settings

from config.settings import ENV

bind = f"127.0.0.1:{ENV['PORT']}"
workers = ENV["WEB_CONCURRENCY"]
worker_class = "gthread"
threads = 4
preload_app = True
timeout = 60
graceful_timeout = 20
keepalive = 5
max_requests = 20_000  # A slow leak in any library never becomes an outage.
max_requests_jitter = 2_000
accesslog = None  # The site logs requests itself, without query strings.
errorlog = "-"
loglevel = "warning"
limit_request_line = 16_000
proc_name = settings.SITE_NAME


def when_ready(server: object) -> None:
    """Before the workers are forked: what is read now is in memory once for all of them."""
    from search.warming import warm_before_fork

    warm_before_fork()
    gc.freeze()


def post_worker_init(worker: object) -> None:
    from search.warming import warm_worker

    warm_worker()
    gc.freeze()  # The vocabulary is never let go: no collection needs to walk through it.
