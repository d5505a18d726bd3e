"""Why a file was not taken."""

from ...domain.documents import DOCUMENTS_LIMIT, DOCUMENTS_LIMIT_BYTES, TooMuch
from ...wording import Texts

MEGABYTE = 1024 * 1024


def too_much(refused: TooMuch, texts: Texts) -> str:
    if refused.of == "files":
        return texts.form.too_many_files.format(limit=DOCUMENTS_LIMIT)
    return texts.form.too_many_bytes.format(limit=DOCUMENTS_LIMIT_BYTES // MEGABYTE)
