"""Models of the case file; outsiders import them from here."""

from .access import CaseShare, Deputy
from .cases import Case, NameDigest
from .deletions import Anchor, DeletionProof, ErasureRequest
from .deliveries import Delivery
from .documents import CaseDocument
from .figures import MonthFigures, ServiceDuration
from .former_departments import FormerDepartment
from .journal import JournalEntry
from .keys import DataKey
from .messages import CaseMessage, TextModule
from .transfers import Transfer
from .types import CaseType, CaseTypeVersion, ReferenceCounter

__all__ = [
    "Anchor",
    "Case",
    "CaseDocument",
    "CaseMessage",
    "CaseShare",
    "CaseType",
    "CaseTypeVersion",
    "DataKey",
    "DeletionProof",
    "Delivery",
    "Deputy",
    "ErasureRequest",
    "FormerDepartment",
    "JournalEntry",
    "MonthFigures",
    "NameDigest",
    "ReferenceCounter",
    "ServiceDuration",
    "TextModule",
    "Transfer",
]
