"""Telephone numbers that can be pressed."""

COUNTRY_CODE = "+49"


def telephone_address(telephone: str) -> str:
    """`tel:+4964999001234` for `06499 900-1234` (RFC 3966); empty for an empty one."""
    digits = "".join(character for character in telephone.replace("(0)", "") if character.isdigit())
    if not digits:
        return ""
    if telephone.strip().startswith("+"):
        return f"tel:+{digits}"
    if digits.startswith("00"):
        return f"tel:+{digits[2:]}"
    # Numbers without area code, such as 115 and 112, are dialled as they are.
    return f"tel:{COUNTRY_CODE}{digits[1:]}" if digits.startswith("0") else f"tel:{digits}"
