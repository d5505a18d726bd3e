"""Text of files as spreadsheets and offices write them."""


class NotText(ValueError):
    """The bytes are no text."""


def table_text(content: bytes) -> str:
    """UTF-8 with or without a mark, otherwise Windows-1252. Raises NotText."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise NotText
    return text
