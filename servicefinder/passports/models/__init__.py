from .figures import MeasuredTime, UsualTime
from .imports import ImportRun, ImportSlice
from .journal import PassportEntry, PassportJournal
from .peppers import PepperMark
from .ready_mails import ReadyMail
from .records import DocumentRecord
from .settings import PassportSettings, PickupPlace

__all__ = [
    "DocumentRecord",
    "ImportRun",
    "ImportSlice",
    "MeasuredTime",
    "PassportEntry",
    "PassportJournal",
    "PassportSettings",
    "PepperMark",
    "PickupPlace",
    "ReadyMail",
    "UsualTime",
]
