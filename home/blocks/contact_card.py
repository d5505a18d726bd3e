from typing import Any

from django.core.validators import RegexValidator
from wagtail.blocks import CharBlock, EmailBlock, StructBlock, StructValue, TextBlock

from home.telephone import telephone_address

validate_telephone = RegexValidator(
    r"^\+?[0-9 ()/-]{4,30}$", "Nur Ziffern, Leerzeichen und „/“, „-“, „+“, „(“, „)“."
)


class ContactCardBlock(StructBlock):
    """Whom to ask, and how."""

    name = CharBlock(label="Name oder Stelle", max_length=120)
    role = CharBlock(label="Aufgabe", required=False, max_length=120)
    telephone = CharBlock(label="Telefon", required=False, validators=[validate_telephone])
    email = EmailBlock(label="E-Mail", required=False)
    address = TextBlock(label="Anschrift", required=False, rows=3)
    hours = TextBlock(label="Sprechzeiten", required=False, rows=2)

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        context["telephone_url"] = telephone_address(value.get("telephone") or "")
        context["lines"] = (value.get("address") or "").splitlines()
        return context

    class Meta:
        icon = "user"
        label = "Kontakt"
        template = "home/blocks/contact_card.html"
