"""Data of the editorial pages. Outsiders import from here."""

from .base import BasePage
from .city import CitySettings
from .events import EventCategory, EventDate, EventIndexPage, EventPage, EventSchedule
from .facilities import FacilityHours, FacilityIndexPage, FacilityPage
from .home_page import HomePage
from .media import CityDocument, CityImage, CityRendition
from .news import NewsIndexPage, NewsPage
from .notices import Notice, NoticeSection
from .site_frame import SiteFrame
from .standard_page import StandardPage

__all__ = [
    "BasePage",
    "CityDocument",
    "CityImage",
    "CityRendition",
    "CitySettings",
    "EventCategory",
    "EventDate",
    "EventIndexPage",
    "EventPage",
    "EventSchedule",
    "FacilityHours",
    "FacilityIndexPage",
    "FacilityPage",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "Notice",
    "NoticeSection",
    "SiteFrame",
    "StandardPage",
]
