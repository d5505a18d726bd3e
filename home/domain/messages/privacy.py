"""What Art. 13 DSGVO wants said beside each form."""

from typing import Any

from home.enums import MessageKind
from home.message_wording import Texts
from home.models import MessageSettings

Answer = dict[str, str]


def privacy_answers(
    kind: MessageKind, texts: Texts, saved: MessageSettings, city: dict[str, Any]
) -> list[Answer]:
    """Questions and answers as the component `fact_list` takes them."""
    said = texts.privacy
    officer = said.officer[1].format(officer=saved.privacy_officer)
    pairs = [
        (said.controller[0], said.controller[1].format(authority=city["authority"], contact=_contact(city))),
        (said.officer[0], officer if saved.privacy_officer else said.officer_unknown),
        (said.purpose, texts.forms[kind].purpose),
        (said.basis[0], said.basis[1].format(basis=saved.legal_basis)),
        said.recipients,
        said.retention,
        said.abuse,
        said.rights,
    ]
    return [{"label": question, "value": answer.strip()} for question, answer in pairs]


def _contact(city: dict[str, Any]) -> str:
    place = " ".join(filter(None, (city["postal_code"], city["town"])))
    return ", ".join(filter(None, (city["street"], place, city["telephone"], city["email"])))
