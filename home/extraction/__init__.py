"""Reads the words of an uploaded file, in a process of its own: the file may be hostile.

`child` runs there and imports nothing of the site; `parent` starts it, and ends it when it takes too long.
"""
