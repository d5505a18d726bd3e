"""Words of the kinds themselves, in German and English."""

from typing import Any

from ..domain.definitions import FieldDef

# What Django and our own fields call their errors: a field's message stands for all of them.
ERROR_CODES = (
    "required",
    "invalid",
    "invalid_choice",
    "invalid_list",
    "max_length",
    "min_length",
    "max_value",
    "min_value",
    "places",
    "earliest",
    "latest",
    "least",
    "most",
)


def said(language: str, german: str, english: str) -> str:
    return english if language.split("-")[0] == "en" else german


def help_text(field: FieldDef, language: str) -> str:
    """The field's help, then its example."""
    if not field.example:
        return field.help
    example = f"{said(language, 'Zum Beispiel', 'For example')}: {field.example}"
    return f"{field.help} {example}".strip()


def messages(field: FieldDef, language: str, **more: str) -> dict[str, str]:
    """By error code: the field's own message for all of them, or ours, with `more` for this kind."""
    if field.message:
        return dict.fromkeys((*ERROR_CODES, *more), field.message)
    return {
        "required": _missing(field, language)
        or said(language, f"Bitte füllen Sie „{field.label}“ aus.", f"Please fill in “{field.label}”."),
        "max_length": said(
            language,
            "Bitte kürzen: höchstens %(limit_value)d Zeichen, es sind %(show_value)d.",
            "Please shorten: at most %(limit_value)d characters, there are %(show_value)d.",
        ),
        "min_length": said(
            language,
            "Bitte mindestens %(limit_value)d Zeichen.",
            "Please use at least %(limit_value)d characters.",
        ),
        **more,
    }


def choice_messages(field: FieldDef, language: str, **more: str) -> dict[str, str]:
    """For what is chosen, not typed."""
    please = _missing(field, language) or said(
        language,
        f"Bitte wählen Sie bei „{field.label}“ etwas aus.",
        f"Please choose an answer for “{field.label}”.",
    )
    unknown = said(
        language,
        "Bitte wählen Sie eine der Antworten aus der Liste.",
        "Please choose one of the listed answers.",
    )
    return messages(field, language, required=please, invalid_choice=unknown, **more)


def _missing(field: FieldDef, language: str) -> str:
    """A question is answered, not filled in; empty for a label that is none."""
    if not field.label.endswith("?"):
        return ""
    return said(language, f"Bitte beantworten Sie: „{field.label}“", f"Please answer: “{field.label}”")


def arguments(field: FieldDef, language: str, errors: dict[str, str] | None = None) -> dict[str, Any]:
    """What every form field takes."""
    return {
        "label": field.label,
        "help_text": help_text(field, language),
        "required": field.required,
        "error_messages": messages(field, language) if errors is None else errors,
    }
