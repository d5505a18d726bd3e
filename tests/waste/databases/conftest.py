"""A street with its calendar, on each kind of database."""

from pathlib import Path

from tests.prepared_databases import city_of

city = city_of(Path(__file__).with_name("processes.py"))
