"""What keeps a form from working, with the place in the words of its editor."""

from dataclasses import dataclass

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Problem:
    """`place` in the words of the editor: a tab, a step, a field.

    `path` leads there in what the editor sends: `("steps", 0, "fields", 2, "condition")`; empty where no
    box is to blame. `field` is the name that a condition calls in vain.
    """

    place: str
    text: str
    path: Path = ()
    field: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"
