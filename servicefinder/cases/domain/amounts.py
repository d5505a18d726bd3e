"""Amounts of money as people read them."""


def euros(cents: int, language: str = "de") -> str:
    """`123456` → `1.234,56 €`, with a blank that does not break; in English `€1,234.56`."""
    whole, rest = divmod(cents, 100)
    amount = f"{whole:,}.{rest:02d}"
    if language == "en":
        return f"€{amount}"
    return amount.translate(str.maketrans(",.", ".,")) + "\u00a0€"
