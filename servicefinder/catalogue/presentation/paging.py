"""Numbers of the pages of a long list, for the component pagination."""

from collections.abc import Callable
from typing import Any

NEIGHBOURS = 2  # Numbers shown on both sides of the current page.


def paging(page: int, page_count: int, url: Callable[[int], str]) -> dict[str, Any]:
    return {
        "page": page,
        "page_count": page_count,
        "previous_url": url(page - 1) if page > 1 else "",
        "next_url": url(page + 1) if page < page_count else "",
        "pages": [
            {"number": number, "url": url(number), "current": number == page} if number else {"gap": True}
            for number in _shown(page, page_count)
        ],
    }


def _shown(page: int, page_count: int) -> list[int]:
    """Numbers to show; 0 stands for a gap of more than one."""
    near = {1, page_count, *range(page - NEIGHBOURS, page + NEIGHBOURS + 1)}
    numbers = sorted(number for number in near if 1 <= number <= page_count)
    shown: list[int] = []
    for number in numbers:
        missing = number - shown[-1] - 1 if shown else 0
        if missing == 1:
            shown.append(number - 1)
        elif missing:
            shown.append(0)
        shown.append(number)
    return shown
