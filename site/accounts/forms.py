"""A new password is asked for here and mailed by the worker."""

from typing import Any

from django.template import loader
from wagtail.admin.forms.auth import PasswordResetForm

from outbox.domain.mail import queue_mail


class QueuedPasswordResetForm(PasswordResetForm):
    """Nobody waits for the mail server, nor learns from the wait whether an account exists."""

    def send_mail(
        self,
        subject_template_name: str,
        email_template_name: str,
        context: dict[str, Any],
        *_: Any,
        **__: Any,
    ) -> None:
        """Of the rest of Django's arguments, the recipient stands in `context`, too."""
        subject = loader.render_to_string(subject_template_name, context)
        text = loader.render_to_string(email_template_name, context)
        queue_mail(to=[context["email"]], subject=subject, text=text.strip())
