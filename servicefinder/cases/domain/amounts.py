"""Amounts of money as people read them."""


def euros(cents: int) -> str:
    """`123456` → `1.234,56 €`, with a blank that does not break."""
    whole, rest = divmod(cents, 100)
    return f"{whole:,}".replace(",", ".") + f",{rest:02d}\u00a0€"
