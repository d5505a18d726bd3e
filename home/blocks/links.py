"""A link to a page of this site or to any other address."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from wagtail.blocks import CharBlock, PageChooserBlock, StructBlock, StructBlockValidationError, StructValue

validate_web_address = URLValidator(schemes=["http", "https"])


def validate_address(address: str) -> None:
    """Accept `/path`, `#anchor`, `https://…`, `mailto:` and `tel:`; refuse everything that could run."""
    scheme = urlsplit(address).scheme
    if scheme in {"http", "https"}:
        validate_web_address(address)
    elif scheme == "mailto":
        EmailValidator()(urlsplit(address).path)
    elif scheme == "tel":
        if not address.removeprefix("tel:").lstrip("+").replace("-", "").isdigit():
            raise ValidationError("Nach „tel:“ stehen nur Ziffern, zum Beispiel tel:+4964999001234.")
    elif address.startswith("//") or not address.startswith(("/", "#")):
        raise ValidationError("Beginnen Sie mit „/“, „#“, „https://“, „mailto:“ oder „tel:“.")


class LinkValue(StructValue):
    """`url` is empty when the page that was chosen is not (or no longer) public."""

    @property
    def url(self) -> str:
        page = self.get("page")
        if page is None:
            return self.get("address") or ""
        return (page.specific.url or "") if page.live else ""

    @property
    def text(self) -> str:
        page = self.get("page")
        return self.get("label") or (page.title if page and page.live else "")

    @property
    def is_external(self) -> bool:
        return self.get("page") is None and self.url.startswith(("http://", "https://"))


class LinkBlock(StructBlock):
    """A label and where it leads: either a page or an address."""

    label = CharBlock(
        label="Beschriftung",
        required=False,
        max_length=120,
        help_text="Sagt ohne Zusammenhang, wohin es geht. Leer: der Titel der Seite.",
    )
    page = PageChooserBlock(label="Seite", required=False)
    address = CharBlock(
        label="oder Adresse",
        required=False,
        max_length=500,
        validators=[validate_address],
        help_text="Zum Beispiel /suche/, https://www.hessen.de/ oder mailto:stadt@auenstadt.example",
    )

    def __init__(self, *args: Any, required: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.link_required = required

    def clean(self, value: LinkValue) -> LinkValue:
        cleaned = super().clean(value)
        page, address, label = cleaned.get("page"), cleaned.get("address"), cleaned.get("label")
        errors: dict[str, ValidationError] = {}
        if page and address:
            errors["address"] = ValidationError("Entweder eine Seite oder eine Adresse, nicht beides.")
        elif not page and not address and (self.link_required or label):
            errors["page"] = ValidationError("Wählen Sie eine Seite oder geben Sie eine Adresse an.")
        elif address and not label:
            errors["label"] = ValidationError("Eine Adresse braucht eine Beschriftung.")
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return cleaned

    class Meta:
        icon = "link"
        label = "Verweis"
        value_class = LinkValue
