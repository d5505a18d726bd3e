"""Models of the catalogue; outsiders import them from here."""

from .addresses import PublicAddress
from .contact_person_pages import ContactPersonPage
from .department_pages import DepartmentIndexPage, DepartmentPage
from .finder import FinderTable
from .flat_addresses import FlatAddressPage, flat_path, is_taken
from .identities import ContactPerson, Department, Office, Service
from .life_situations import LifeSituation
from .memberships import DepartmentGroup, Membership
from .office_pages import OfficePage
from .opening_rows import OpeningException, OpeningHours
from .published import PublishedDepartment, PublishedOffice, PublishedService, WrittenReadModel
from .service_pages import ServicePage
from .service_parts import (
    ServiceDeadline,
    ServiceDocument,
    ServiceFee,
    ServiceLegalBasis,
    ServiceOnlineService,
    ServiceStep,
)
from .service_references import RelatedService, ServiceContact, ServiceLeika, ServiceOffice, ServiceTag
from .sources import ImportDifference, ImportRun, SourceRecord
from .town_hall import TownHall
from .translated import IdentifiedPage, TextPart

__all__ = [
    "ContactPerson",
    "ContactPersonPage",
    "Department",
    "DepartmentGroup",
    "DepartmentIndexPage",
    "DepartmentPage",
    "FinderTable",
    "FlatAddressPage",
    "IdentifiedPage",
    "ImportDifference",
    "ImportRun",
    "LifeSituation",
    "Membership",
    "Office",
    "OfficePage",
    "OpeningException",
    "OpeningHours",
    "PublicAddress",
    "PublishedDepartment",
    "PublishedOffice",
    "PublishedService",
    "RelatedService",
    "Service",
    "ServiceContact",
    "ServiceDeadline",
    "ServiceDocument",
    "ServiceFee",
    "ServiceLegalBasis",
    "ServiceLeika",
    "ServiceOffice",
    "ServiceOnlineService",
    "ServicePage",
    "ServiceStep",
    "ServiceTag",
    "SourceRecord",
    "TextPart",
    "TownHall",
    "WrittenReadModel",
    "flat_path",
    "is_taken",
]
