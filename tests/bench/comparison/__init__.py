"""What others would take: a form page of `wagtail.contrib.forms` that sends an e-mail."""
