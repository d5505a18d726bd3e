"""What the room addresses knows about an address itself."""

from ..registries import address_answers
from .areas import AreaAnswer
from .nearby import NearbyFacilities
from .notices import DistrictNotices
from .offices import ResponsibleOffice


def register() -> None:
    """Called once, in `AddressesConfig.ready()`."""
    address_answers.register(DistrictNotices())
    address_answers.register(ResponsibleOffice())
    address_answers.register(AreaAnswer("school", 40))
    address_answers.register(AreaAnswer("polling", 50))
    address_answers.register(NearbyFacilities())
