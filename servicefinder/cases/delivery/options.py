"""Settings of the ways to hand a case over, as forms for whoever builds an online form."""

import re
from typing import Any

from django import forms
from django.conf import settings

FOLDER_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


class SecretField(forms.ChoiceField):
    """The name of one of DELIVERY_SECRETS; what it stands for is shown nowhere."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=_secret_names, **kwargs)


def _secret_names() -> list[tuple[str, str]]:
    names = sorted(settings.DELIVERY_SECRETS)
    return [("", "keines"), *((name, name) for name in names)]


class EmailOptions(forms.Form):
    to = forms.EmailField(
        label="E-Mail-Adresse des Amts",
        max_length=254,
        error_messages={
            "required": "Bitte die Adresse angeben, an die der Vorgang geht.",
            "invalid": "Das ist keine vollständige E-Mail-Adresse. Sie sieht aus wie amt@stadt.example.",
        },
    )
    secret = SecretField(
        label="Kennwort für den Anhang",
        required=False,
        help_text="Mit Kennwort hängt der Vorgang verschlüsselt an. Ohne stehen nur Aktenzeichen und Link"
        " in der E-Mail. Kennwörter richtet die Technik ein (DELIVERY_SECRETS).",
    )


class FolderOptions(forms.Form):
    folder = forms.RegexField(
        label="Name des Ordners",
        regex=f"^{FOLDER_NAME.pattern}$",
        initial="default",
        help_text="Unterhalb von „deliveries“ auf dem Server. Zum Beispiel: kasse.",
        error_messages={
            "required": "Bitte den Ordner nennen.",
            "invalid": "Nur kleine Buchstaben ohne Umlaute, Ziffern, „-“ und „_“, höchstens 40.",
        },
    )


class WebhookOptions(forms.Form):
    url = forms.URLField(
        label="Adresse des Empfängers",
        max_length=500,
        assume_scheme="https",
        help_text="Beginnt mit https://.",
        error_messages={
            "required": "Bitte die Adresse des Empfängers angeben.",
            "invalid": "Das ist keine vollständige Adresse. Sie beginnt mit https://.",
        },
    )
    secret = SecretField(
        label="Geheimnis für die Unterschrift",
        help_text="Daran erkennt der Empfänger, dass der Vorgang von uns kommt. Geheimnisse richtet die"
        " Technik ein (DELIVERY_SECRETS).",
        error_messages={"required": "Bitte das vereinbarte Geheimnis wählen."},
    )


class DemoOptions(forms.Form):
    fail = forms.IntegerField(
        label="Scheitert zuerst so oft",
        min_value=0,
        max_value=30,
        initial=0,
        help_text="Danach nimmt sie an.",
    )
