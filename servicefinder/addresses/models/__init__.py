"""Models of addresses; outsiders import them from here."""

from .places import Address, District, Street
from .ranges import NumberRange

__all__ = ["Address", "District", "NumberRange", "Street"]
