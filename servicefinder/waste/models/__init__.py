"""Models of the waste calendar; outsiders import them from here."""

from .collections import Collection
from .fractions import Fraction
from .plans import Plan
from .shifts import Shift
from .tours import ListedDate, Rhythm, Tour, TourRange

__all__ = ["Collection", "Fraction", "ListedDate", "Plan", "Rhythm", "Shift", "Tour", "TourRange"]
