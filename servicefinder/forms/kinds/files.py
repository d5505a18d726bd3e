"""Files. The view keeps them; the answer names them (`registries`)."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from uploads.enums import FileType
from uploads.forms import SafeFileField

from ..domain.definitions import FieldDef
from ..registries import FieldKind, Value
from .option_checks import whole_number_problems
from .wording import arguments, choice_messages, said

# What may be allowed: nothing that can carry macros or unpack.
TYPES = {each.name.lower(): each for each in (FileType.PDF, FileType.JPEG, FileType.PNG)}
MOST_FILES = 20
MOST_MEGABYTES = 10
MEGABYTE = 1024 * 1024


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralSafeFilesField(SafeFileField):
    """Cleaned, a list of files, each as `SafeFileField` lets it in."""

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        self.most = most
        widget = SeveralFilesInput() if most > 1 else forms.FileInput()
        super().__init__(widget=widget, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = [each for each in (data if isinstance(data, list | tuple) else [data]) if each]
        if not files:
            super().clean(None, initial)
            return []
        if len(files) > self.most:
            raise ValidationError(self.error_messages["most"], code="most")
        return [super(SeveralSafeFilesField, self).clean(each) for each in files]


class Files(FieldKind):
    """`types` are names of TYPES, `max_megabytes` holds for each file, `max_files` for all together."""

    name = "file"
    label = "Datei hochladen"
    options = {"types": tuple(TYPES), "max_files": 1, "max_megabytes": MOST_MEGABYTES}
    in_groups = False
    template = "onlineforms/fields/file.html"

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        most = self.option(field, "max_files")
        please = said(
            language,
            f"Bitte laden Sie eine Datei zu „{field.label}“ hoch.",
            f"Please upload a file for “{field.label}”.",
        )
        errors = choice_messages(field, language, most=too_many_said(most, language))
        taken = arguments(field, language, errors | {"required": field.message or please})
        return SeveralSafeFilesField(
            **taken | {"help_text": f"{taken['help_text']} {self._limits(field, language)}".strip()},
            allowed=frozenset(TYPES[each] for each in self.option(field, "types")),
            limit_bytes=self.option(field, "max_megabytes") * MEGABYTE,
            most=most,
        )

    def _limits(self, field: FieldDef, language: str) -> str:
        types = ", ".join(each.upper() for each in self.option(field, "types"))
        size, most = self.option(field, "max_megabytes"), self.option(field, "max_files")
        if most == 1:
            return said(
                language,
                f"Eine Datei, {types}, höchstens {size} MB.",
                f"One file, {types}, at most {size} MB.",
            )
        return said(
            language,
            f"Höchstens {most} Dateien, {types}, jede höchstens {size} MB.",
            f"At most {most} files, {types}, at most {size} MB each.",
        )

    def recheck(self, field: FieldDef, stored: Any, language: str) -> None:
        """What is inside was checked when it came; whether it is still there, drafts know."""

    def value(self, stored: Any) -> Value:
        return list(stored) if stored else None

    def shown(self, field: FieldDef, stored: Any, language: str) -> str:
        return "\n".join(f"{each['name']} ({written_size(each['size'], language)})" for each in stored or ())

    def problems(self, field: FieldDef) -> list[str]:
        found = [
            *whole_number_problems(field.options, {"max_files": "Zahl der Dateien"}, 1, MOST_FILES),
            *whole_number_problems(field.options, {"max_megabytes": "Größe in MB"}, 1, MOST_MEGABYTES),
        ]
        types = self.option(field, "types")
        if not isinstance(types, list | tuple) or not types or not set(types) <= set(TYPES):
            found.append(f"Erlaubte Dateiarten sind: {', '.join(TYPES)}.")
        return found


def too_many(field: FieldDef, count: int) -> bool:
    """Whether `count` files, kept and new ones together, are more than the field takes."""
    return count > int(field.options.get("max_files", 1))


def too_many_said(most: int, language: str) -> str:
    if most == 1:
        return said(language, "Hier geht nur eine Datei.", "Only one file is possible here.")
    return said(language, f"Bitte höchstens {most} Dateien.", f"At most {most} files, please.")


def written_size(size: int, language: str) -> str:
    if size < MEGABYTE:
        return f"{max(1, round(size / 1024))}\u00a0KB"
    return said(language, f"{size / MEGABYTE:.1f}".replace(".", ","), f"{size / MEGABYTE:.1f}") + "\u00a0MB"
