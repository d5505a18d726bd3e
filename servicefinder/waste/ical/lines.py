"""Content lines: escaped, folded at 75 octets without cutting a character."""

LIMIT_OCTETS = 75


def escaped(text: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11); other control characters have no place in one."""
    text = text.replace("\r\n", "\n").replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "".join(each for each in text.replace("\n", "\\n") if each >= " " and each != "\x7f")


def folded(line: str) -> str:
    """`line` on as many lines as it needs; those after the first begin with a blank."""
    if len(line) <= LIMIT_OCTETS and line.isascii():
        return line
    parts, part, size = [], "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > LIMIT_OCTETS:
            parts.append(part)
            part, size = " ", 1
        part += character
        size += octets
    return "\r\n".join([*parts, part])
