"""Models of addresses; outsiders import them from here."""

from .areas import Area, AreaRange
from .notices import DistrictNotice
from .places import Address, District, Street
from .ranges import NumberRange
from .street_keys import StreetKey
from .uploads import AddressUpload

__all__ = [
    "Address",
    "AddressUpload",
    "Area",
    "AreaRange",
    "District",
    "DistrictNotice",
    "NumberRange",
    "Street",
    "StreetKey",
]
