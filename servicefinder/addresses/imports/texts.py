"""Values of files as spreadsheets and surveying offices write them."""

import re

from uploads.domain.tables import WrongCell

NUMBER = re.compile(r"(?P<number>\d{1,6})\s*(?P<suffix>[a-z]{0,8})", re.IGNORECASE)
POSTAL_CODE = re.compile(r"\d{5}")


def house(text: str) -> tuple[int, str]:
    """`12a` → (12, "a"). Raises WrongCell."""
    match = NUMBER.fullmatch(text.strip())
    if match is None or not int(match["number"]):
        raise WrongCell(f"„{text[:20]}“ ist keine Hausnummer.")
    return int(match["number"]), match["suffix"].lower()


def postal_code(text: str) -> str:
    """Raises WrongCell."""
    if not POSTAL_CODE.fullmatch(text):
        raise WrongCell(f"„{text[:20]}“ ist keine Postleitzahl.")
    return text


def decimal(text: str, limit: float) -> float | None:
    """With point or comma; None where nothing stands. Raises WrongCell."""
    if not text:
        return None
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        raise WrongCell(f"„{text[:20]}“ ist keine Zahl.") from None
    if not -limit <= value <= limit:
        raise WrongCell(f"{text[:20]} liegt außerhalb des Möglichen.")
    return value


def named(text: str, what: str, longest: int) -> str:
    """Raises WrongCell."""
    if not text:
        raise WrongCell(f"{what} fehlt.")
    if len(text) > longest:
        raise WrongCell(f"{what} ist länger als {longest} Zeichen.")
    return text
