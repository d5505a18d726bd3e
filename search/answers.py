"""What a room hands over that can answer a question itself, so that nobody has to open a page for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from search.domain.results import Hit


@dataclass(frozen=True)
class AskedQuestion:
    """A search on its way to whoever may know the answer.

    `query` is what was searched in the end (corrected, if it was), `words` all of its words, folded and in
    order, `hits` the best results in `language`.
    """

    query: str
    words: tuple[str, ...]
    language: str
    hits: Sequence[Hit]


@dataclass(frozen=True)
class AnswerLine:
    """A line of a card; `url` makes it a link, such as `tel:`."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class AnswerField:
    """What the answer still has to know: a form with one field `q`, sent by GET to `action`."""

    action: str
    label: str
    button: str


@dataclass(frozen=True)
class DirectAnswer:
    """A card above the results: whose answer (`title`), the answer in one line, and what belongs to it.

    `url` is the page with the rest, `link` its text. `state` marks `answer` as something that holds
    now: open, soon or closed, as in the component hours. `field` is asked for in the card.
    """

    title: str
    answer: AnswerLine
    url: str
    link: str
    lines: tuple[AnswerLine, ...] = ()
    state: str = ""
    field: AnswerField | None = None
