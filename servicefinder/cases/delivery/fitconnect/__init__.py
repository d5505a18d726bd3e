"""FIT-Connect: a case goes, encrypted for the receiving authority, through the federal delivery service."""

from .target import FitConnect

__all__ = ["FitConnect"]
