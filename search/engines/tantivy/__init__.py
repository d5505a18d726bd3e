"""The embedded engine: files below one folder, any number of readers, one writer at a time."""

from search.engines.tantivy.engine import TantivyEngine

__all__ = ["TantivyEngine"]
