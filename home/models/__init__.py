"""Data of the editorial pages. Outsiders import from here."""

from .base import BasePage
from .home_page import HomePage
from .media import CityDocument, CityImage, CityRendition

__all__ = ["BasePage", "CityDocument", "CityImage", "CityRendition", "HomePage"]
