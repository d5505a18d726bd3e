"""Models of the waste calendar; outsiders import them from here."""

from .changes import Change
from .collections import Collection
from .fractions import Fraction
from .imports import PlanImport
from .items import WasteItem
from .plans import Plan
from .reminders import Reminder, ReminderRun
from .revisions import PlanRevision
from .settings import WasteSettings
from .shifts import Shift
from .steps import PlanStep
from .tours import ListedDate, Rhythm, ServedRange, Tour, TourRange

__all__ = [
    "Change",
    "Collection",
    "Fraction",
    "ListedDate",
    "Plan",
    "PlanImport",
    "PlanRevision",
    "PlanStep",
    "Reminder",
    "ReminderRun",
    "Rhythm",
    "ServedRange",
    "Shift",
    "Tour",
    "TourRange",
    "WasteItem",
    "WasteSettings",
]
