"""A form as it is filled in: plain data, the same for editor, version, import and export.

JSON of a definition is `{"format": 1, "steps": [{"name", "title", "text", "condition", "fields": [{"name",
"kind", "label", "help", "example", "required", "message", "condition", "options"}], "stops": [{"condition",
"text", "link_label", "link_url"}]}], "prices": [{"label", "cents", "condition", "times"}], "texts":
{"en": {"<text in German>": "<the same in English>"}}}`. What is empty may be left out. Conditions and
`times` are expressions (`domain.expressions`), texts are plain, of `text` and `help` paragraphs apart.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

FORMAT = 1
# What people read, wherever in a definition it stands: this is translated, nothing else.
TEXTS = ("label", "title", "text", "help", "example", "message", "link_label", "entry", "unit")
# Kept as they are: an empty list in them means something.
VERBATIM = ("condition", "times", "options", "texts")

Expression = dict[str, Any]


@dataclass(frozen=True)
class FieldDef:
    """`name` is unique in the form, in ASCII, and what expressions call it by."""

    name: str
    kind: str
    label: str
    help: str = ""
    example: str = ""
    required: bool = True
    message: str = ""
    condition: Expression | None = None
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class StopDef:
    """Where it holds, the form is not for this person: said early, with where to go instead."""

    condition: Expression
    text: str
    link_label: str = ""
    link_url: str = ""


@dataclass(frozen=True)
class StepDef:
    name: str
    title: str
    fields: tuple[FieldDef, ...] = ()
    text: str = ""
    condition: Expression | None = None
    stops: tuple[StopDef, ...] = ()


@dataclass(frozen=True)
class PriceDef:
    """A row of the fee table: `cents`, `times` as often, where `condition` holds."""

    label: str
    cents: int
    condition: Expression | None = None
    times: Expression | None = None


@dataclass(frozen=True)
class FormDef:
    steps: tuple[StepDef, ...] = ()
    prices: tuple[PriceDef, ...] = ()
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def fields(self) -> Iterator[FieldDef]:
        for step in self.steps:
            yield from step.fields

    def step(self, name: str) -> StepDef | None:
        return next((step for step in self.steps if step.name == name), None)

    def text(self, german: str, language: str) -> str:
        """In `language` where the form has it, else in German."""
        return self.texts.get(language, {}).get(german) or german

    def in_language(self, language: str) -> "FormDef":
        """The same form with its texts in `language`, as far as it has them."""
        words = self.texts.get(language)
        return FormDef.from_json(_in_words(self.as_json(), words)) if words else self

    def as_json(self) -> dict[str, Any]:
        """Without what is empty, so that equal forms have equal JSON."""
        return {"format": FORMAT, **_without_empty(asdict(self))}

    @classmethod
    def from_json(cls, value: Any) -> "FormDef":
        """Raises DefinitionProblem with the place for anything that is not of the form above."""
        if not isinstance(value, dict) or value.get("format") != FORMAT:
            raise DefinitionProblem("", f"Das ist keine Formulardefinition im Format {FORMAT}.")
        rest = {name: each for name, each in value.items() if name != "format"}
        _check_names(cls, rest, "")
        return cls(
            steps=tuple(_step(each, f"steps[{i}]") for i, each in enumerate(_list(rest, "steps", ""))),
            prices=tuple(
                _made(PriceDef, each, f"prices[{i}]") for i, each in enumerate(_list(rest, "prices", ""))
            ),
            texts=_texts(rest.get("texts", {})),
        )


class DefinitionProblem(ValueError):
    """`place` says where (`steps[0].fields[2]`), `str()` what, in German."""

    def __init__(self, place: str, message: str) -> None:
        super().__init__(f"{place}: {message}" if place else message)
        self.place = place


def _step(value: Any, place: str) -> StepDef:
    asked = [
        _made(FieldDef, each, f"{place}.fields[{i}]") for i, each in enumerate(_list(value, "fields", place))
    ]
    stops = [
        _made(StopDef, each, f"{place}.stops[{i}]") for i, each in enumerate(_list(value, "stops", place))
    ]
    return _made(StepDef, {**value, "fields": tuple(asked), "stops": tuple(stops)}, place)


def field_from_json(value: Any, place: str) -> FieldDef:
    """A single field. Raises DefinitionProblem."""
    made: FieldDef = _made(FieldDef, value, place)
    return made


def _made(kind: type[Any], value: Any, place: str) -> Any:
    if not isinstance(value, dict):
        raise DefinitionProblem(place, "Hier muss ein Objekt stehen.")
    _check_names(kind, value, place)
    for name, each in value.items():
        if not _fits(name, each):
            raise DefinitionProblem(f"{place}.{name}", "Hier steht etwas anderes als erwartet.")
    try:
        return kind(**value)
    except TypeError as error:
        raise DefinitionProblem(place, "Ein Pflichtteil fehlt (Name, Art, Beschriftung …).") from error


def _check_names(kind: type[Any], value: dict[str, Any], place: str) -> None:
    unknown = set(value) - {each.name for each in fields(kind)}
    if unknown:
        raise DefinitionProblem(place, f"Unbekannt: {', '.join(sorted(unknown))}.")


def _fits(name: str, value: Any) -> bool:
    """Whether a value is of the sort that its name promises."""
    if name in ("condition", "times"):
        return value is None or isinstance(value, dict)
    if name == "required":
        return isinstance(value, bool)
    if name == "cents":
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0
    if name == "options":
        return isinstance(value, dict)
    return isinstance(value, tuple) if name in ("fields", "stops") else isinstance(value, str)


def _texts(value: Any) -> dict[str, dict[str, str]]:
    if not isinstance(value, dict):
        raise DefinitionProblem("texts", "Hier muss ein Objekt stehen.")
    for language, words in value.items():
        if not isinstance(words, dict) or not all(isinstance(each, str) for each in words.values()):
            raise DefinitionProblem(
                f"texts.{language}", "Hier stehen Texte auf Deutsch mit ihrer Übersetzung."
            )
    return value


def _in_words(value: Any, words: Mapping[str, str], name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _in_words(each, words, key) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_in_words(each, words, name) for each in value]
    return (words.get(value) or value) if isinstance(value, str) and name in TEXTS else value


def _list(value: Any, name: str, place: str) -> list[Any]:
    found = value.get(name, []) if isinstance(value, dict) else None
    if not isinstance(found, list | tuple):
        raise DefinitionProblem(f"{place}.{name}" if place else name, "Hier muss eine Liste stehen.")
    return list(found)


def _without_empty(value: Any, name: str = "") -> Any:
    if isinstance(value, Mapping):
        kept = {
            key: _without_empty(each, key if name not in VERBATIM else name) for key, each in value.items()
        }
        if name in VERBATIM:
            return kept
        return {key: each for key, each in kept.items() if each not in (None, "", [], {}, ())}
    if isinstance(value, list | tuple):
        return [_without_empty(each, name) for each in value]
    return value
