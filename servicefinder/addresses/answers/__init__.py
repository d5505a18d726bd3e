"""What the room addresses knows about an address itself."""

from ..registries import address_answers
from .areas import AreaAnswer
from .nearby import DAY_CARE, OTHERS, NearbyFacilities
from .offices import ResponsibleOffice


def register() -> None:
    """Called once, in `AddressesConfig.ready()`."""
    address_answers.register(ResponsibleOffice())
    address_answers.register(AreaAnswer("school", 40))
    address_answers.register(AreaAnswer("polling", 50))
    address_answers.register(NearbyFacilities("addresses.day_care", 60, "day_care", DAY_CARE))
    address_answers.register(NearbyFacilities("addresses.nearby", 70, "nearby", OTHERS))
