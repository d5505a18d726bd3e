"""Loads the demo city, a module per kind of content."""
