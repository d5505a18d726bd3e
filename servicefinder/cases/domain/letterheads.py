"""Who writes: the head of each document that we make."""

from typing import Any

from wagtail.models import Site

from home.domain.city_facts import city_facts

from ..models import Case


def letterhead(case: Case) -> dict[str, Any]:
    """`authority`, and the `lines` below it, as `pdf/typst/letter.typ` takes them."""
    city = city_facts(Site.objects.filter(is_default_site=True).first())
    town = f"{city['postal_code']} {city['town']}".strip()
    reached = [city["telephone"] and f"Tel. {city['telephone']}", city["email"]]
    lines = [case.department.name, city["street"], town, *reached]
    return {"authority": city["authority"], "lines": [line for line in lines if line]}
