"""The file field for every form, public or not."""

from collections.abc import Collection
from typing import Any, BinaryIO, cast

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext_lazy

from uploads.domain.checking import UPLOAD_LIMIT_BYTES, check_upload
from uploads.domain.images import strip_metadata
from uploads.enums import ATTACHMENTS, IMAGES, FileType


class SafeFileField(forms.FileField):
    """Takes only what `check_upload` lets in; pictures lose their metadata on the way.

    The cleaned file carries the type that its content shows as `content_type`.
    """

    def __init__(
        self,
        *,
        allowed: Collection[FileType] = ATTACHMENTS,
        limit_bytes: int = UPLOAD_LIMIT_BYTES,
        **kwargs: Any,
    ) -> None:
        self.allowed = allowed
        self.limit_bytes = limit_bytes
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if not isinstance(file, UploadedFile) or file is initial:
            return file
        content, name = cast(BinaryIO, file.file), file.name or ""
        file_type = check_upload(
            content, name, file.size or 0, allowed=self.allowed, limit_bytes=self.limit_bytes
        )
        if file_type in IMAGES:
            return SimpleUploadedFile(name, strip_metadata(content), file_type.media_type)
        file.content_type = file_type.media_type
        return file

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        extensions = sorted(extension for file_type in self.allowed for extension in file_type.extensions)
        accepted = ",".join(f".{extension}" for extension in extensions)
        return super().widget_attrs(widget) | {"accept": accepted}


class SeveralFilesInput(forms.FileInput):
    allow_multiple_selected = True


class SafeFilesField(SafeFileField):
    """Several files at once, each checked as one; the cleaned value is a list. `too_many` has `{limit}`."""

    widget = SeveralFilesInput
    default_error_messages = {
        "too_many": gettext_lazy("Bitte senden Sie höchstens {limit} Dateien auf einmal.")
    }

    def __init__(self, *, files_limit: int, **kwargs: Any) -> None:
        self.files_limit = files_limit
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = [each for each in (data or []) if each]
        if not files:
            super().clean(None, initial)  # Says so where a file is required.
            return []
        if len(files) > self.files_limit:
            text = str(self.error_messages["too_many"]).format(limit=self.files_limit)
            raise forms.ValidationError(text, code="too_many")
        return [super(SafeFilesField, self).clean(each, initial) for each in files]
