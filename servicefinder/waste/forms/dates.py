"""Days and hours as browsers send them, and as people write them."""

from django import forms

DAYS = ["%Y-%m-%d", "%d.%m.%Y"]
MOMENTS = ["%Y-%m-%dT%H:%M", "%d.%m.%Y %H:%M"]


class DayField(forms.DateField):
    def __init__(self, **kwargs):  # type: ignore[no-untyped-def]
        widget = forms.DateInput({"type": "date"}, format=DAYS[0])
        super().__init__(input_formats=DAYS, widget=widget, **kwargs)


class MomentField(forms.DateTimeField):
    """By the clock on the wall."""

    def __init__(self, **kwargs):  # type: ignore[no-untyped-def]
        widget = forms.DateTimeInput({"type": "datetime-local"}, format=MOMENTS[0])
        super().__init__(input_formats=MOMENTS, widget=widget, **kwargs)
