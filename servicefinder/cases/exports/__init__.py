"""The case file in other systems' formats."""
