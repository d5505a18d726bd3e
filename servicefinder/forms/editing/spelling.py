"""One spelling of what was typed, so that a text is found again by itself: as the key of its translation."""

import re
from typing import Any

BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')


def plain_lines(value: Any) -> Any:
    """With the line ends of Unix in every text; browsers send others."""
    if isinstance(value, dict):
        return {name: plain_lines(each) for name, each in value.items()}
    if isinstance(value, list):
        return [plain_lines(each) for each in value]
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def plain_html(html: str) -> str:
    """Without the marks that the editor of formatted text leaves at paragraphs."""
    return BLOCK_KEY.sub("", html)
