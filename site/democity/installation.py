"""A city that can be served: the empty one always, the demo content once."""

from django.db import transaction

from democity.models import DemoLoad
from home.domain.installation import install_home
from servicefinder.catalogue.domain.installation import install_catalogue
from servicefinder.catalogue.models import ServicePage

from .loading.accounts import load_people
from .loading.addresses import load_addresses
from .loading.areas import load_areas
from .loading.case_types import link_case_types, load_case_types
from .loading.cases import load_cases
from .loading.catalogue import (
    load_contact_persons,
    load_departments,
    load_life_situations,
    load_offices,
    load_services,
)
from .loading.editorial import load_editorial
from .loading.forms import load_forms
from .loading.load import Load
from .loading.passports import load_passports
from .loading.pictures import load_pictures
from .loading.waste_items import load_waste_items
from .loading.waste_plans import load_waste_plans


@transaction.atomic
def install_city(site_name: str) -> None:
    """Home, finder, legal pages, the place for departments. Safe to repeat; changes nothing that exists."""
    install_catalogue(install_home(site_name))


def load_demo_city_once(site_name: str) -> str:
    """Load the demo city into a database that has no service of its own. Returns what was done.

    One transaction: a start that is interrupted leaves nothing half-loaded and simply loads again.
    """
    if DemoLoad.objects.exists():
        return "already there"
    if ServicePage.objects.exists():
        return "this city has its own content; the demo city is not loaded"
    with transaction.atomic():
        load_demo_city(Load(home=install_home(site_name)))
        DemoLoad.objects.create()
    return "demo city loaded"


def load_demo_city(load: Load) -> None:
    load_pictures(load)
    load_departments(load)
    load_offices(load)
    load_passports(load)
    load_waste_items(load)
    load_addresses(load)
    load_waste_plans(load)
    load_life_situations(load)
    load_contact_persons(load)
    load_people(load)
    load_case_types(load)
    load_forms(load)
    load_services(load)
    link_case_types(load)
    load_editorial(load)
    load_areas(load)
    load_cases(load)
