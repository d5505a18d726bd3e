"""Lists and choosers of the back office."""
