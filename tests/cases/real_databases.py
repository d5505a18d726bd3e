"""Databases with the case file in them, for processes of their own."""

from pathlib import Path

from tests.prepared_databases import city_of

case_processes = city_of(Path(__file__).with_name("processes.py"))
