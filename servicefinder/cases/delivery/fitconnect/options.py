"""What a form says about FIT-Connect."""

from django import forms

from ..options import SecretField


class FitConnectOptions(forms.Form):
    """All that `target.NEEDED` names; values come from the city's self-service portal at FITKO."""

    destination = forms.UUIDField(label="Kennung des Ziels (Destination-ID)")
    service = forms.CharField(
        label="Kennung der Leistung", max_length=200, help_text="Zum Beispiel urn:de:fim:leika:leistung:…"
    )
    schema = forms.URLField(label="Adresse des Fachdatenschemas", max_length=500, assume_scheme="https")
    api = forms.URLField(label="Adresse des Zustelldienstes", max_length=500, assume_scheme="https")
    token_url = forms.URLField(label="Adresse der Anmeldung", max_length=500, assume_scheme="https")
    client = forms.CharField(label="Kennung des Absenders (Client-ID)", max_length=200)
    secret = SecretField(
        label="Geheimnis des Absenders",
        help_text="Richtet die Technik ein (DELIVERY_SECRETS).",
        error_messages={"required": "Bitte das Geheimnis des Absenders wählen."},
    )
    test = forms.BooleanField(label="Testumgebung", required=False, help_text="Schlüssel ohne Zertifikat.")

    def clean_destination(self) -> str:
        """As text, since it is kept as JSON."""
        return str(self.cleaned_data["destination"])
