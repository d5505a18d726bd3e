"""Benchmarks of single rooms: each module has `HEADING` and `measure(prepared, floor) -> list[Row]`."""
