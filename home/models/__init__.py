"""Data of the editorial pages. Outsiders import from here."""

from .base import BasePage
from .city import CitySettings
from .contact_page import ContactPage, ContactTopic
from .document_texts import DocumentLink, DocumentText
from .events import EventCategory, EventDate, EventIndexPage, EventPage, EventSchedule
from .facilities import FacilityHours, FacilityIndexPage, FacilityPage
from .home_page import HomePage
from .media import CityDocument, CityImage, CityRendition
from .message_settings import MessageSettings
from .messages import CitizenMessage, deletion_date
from .news import NewsIndexPage, NewsPage
from .notices import Notice, NoticeSection
from .official_notices import OfficialNoticeAttachment, OfficialNoticeIndexPage, OfficialNoticePage
from .site_frame import SiteFrame
from .standard_page import StandardPage

__all__ = [
    "BasePage",
    "CitizenMessage",
    "CityDocument",
    "CityImage",
    "CityRendition",
    "CitySettings",
    "ContactPage",
    "ContactTopic",
    "DocumentLink",
    "DocumentText",
    "EventCategory",
    "EventDate",
    "EventIndexPage",
    "EventPage",
    "EventSchedule",
    "FacilityHours",
    "FacilityIndexPage",
    "FacilityPage",
    "HomePage",
    "MessageSettings",
    "NewsIndexPage",
    "NewsPage",
    "Notice",
    "NoticeSection",
    "OfficialNoticeAttachment",
    "OfficialNoticeIndexPage",
    "OfficialNoticePage",
    "SiteFrame",
    "StandardPage",
    "deletion_date",
]
