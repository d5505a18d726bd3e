"""The finder: narrowing thousands of services by filters whose counts cost next to nothing (ADR 9)."""
