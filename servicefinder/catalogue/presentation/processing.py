"""How long a service usually takes, in sentences."""

from typing import Any

from ..domain.durations import duration_text


def processing_sentences(processing: dict[str, Any] | None) -> list[str]:
    if processing is None:
        return []
    typical = duration_text(processing["min"], processing["max"], processing["unit"])
    return [text for text in (f"In der Regel {typical}." if typical else "", processing["text"]) if text]
