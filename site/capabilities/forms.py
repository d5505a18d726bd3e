"""Public forms without a cookie."""

from datetime import timedelta
from typing import Any, ClassVar, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext, gettext_lazy

from capabilities.domain.tickets import MAX_AGE, MIN_AGE, TicketRefused, check_ticket, issue_ticket
from capabilities.enums import TicketProblem


class CookielessForm(forms.Form):
    """A form with a signed ticket and a honeypot.

    Subclasses name their `purpose`, views wear `@cookieless_post`, templates put this inside the `<form>`:

        {% include "capabilities/guards.html" with form=form only %}

    A refused ticket keeps the input and shows a fresh ticket, so that sending again works.
    """

    purpose: ClassVar[str]
    min_age: ClassVar[timedelta] = MIN_AGE
    max_age: ClassVar[timedelta] = MAX_AGE
    single_use: ClassVar[bool] = False

    ticket = forms.CharField(widget=forms.HiddenInput, required=False, max_length=300)
    website = forms.CharField(
        label=gettext_lazy("Dieses Feld bitte leer lassen"), required=False, max_length=300
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ticket"].initial = lambda: issue_ticket(self.purpose)
        # Without this, browsers and password managers fill the honeypot for honest people.
        self.fields["website"].widget.attrs.update({"autocomplete": "off", "tabindex": "-1"})

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(
                gettext("Bitte lassen Sie dieses Feld leer und senden Sie noch einmal ab.")
            )
        return ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:  # A ticket for single use is not spent on a form that comes back anyway.
            self._check_ticket(cleaned.get("ticket", ""))
        return cleaned

    def _check_ticket(self, ticket: str) -> None:
        try:
            check_ticket(
                self.purpose,
                ticket,
                min_age=self.min_age,
                max_age=self.max_age,
                single_use=self.single_use,
            )
        except TicketRefused as refused:
            if refused.problem != TicketProblem.TOO_FAST:
                self._renew_ticket()
            raise forms.ValidationError(str(refused), code=refused.problem.value) from None

    def _renew_ticket(self) -> None:
        renewed = cast(QueryDict, self.data).copy()
        renewed[self.add_prefix("ticket")] = issue_ticket(self.purpose)
        self.data = renewed
