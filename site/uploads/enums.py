"""What a file may be."""

from enum import Enum


class FileType(Enum):
    """Media type and the extensions that go with it."""

    JPEG = ("image/jpeg", ("jpg", "jpeg"))
    PNG = ("image/png", ("png",))
    GIF = ("image/gif", ("gif",))
    WEBP = ("image/webp", ("webp",))
    AVIF = ("image/avif", ("avif",))
    PDF = ("application/pdf", ("pdf",))
    DOCX = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ("docx",))
    XLSX = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ("xlsx",))
    ODT = ("application/vnd.oasis.opendocument.text", ("odt",))
    ODS = ("application/vnd.oasis.opendocument.spreadsheet", ("ods",))
    ZIP = ("application/zip", ("zip",))
    ICS = ("text/calendar", ("ics",))
    CSV = ("text/csv", ("csv",))
    MP4 = ("video/mp4", ("mp4",))
    WEBM = ("video/webm", ("webm",))
    VTT = ("text/vtt", ("vtt",))

    @property
    def media_type(self) -> str:
        return self.value[0]

    @property
    def extensions(self) -> tuple[str, ...]:
        return self.value[1]


IMAGES = frozenset({FileType.JPEG, FileType.PNG, FileType.GIF, FileType.WEBP, FileType.AVIF})
# What citizens may attach: nothing that can carry macros or unpack.
ATTACHMENTS = frozenset({FileType.JPEG, FileType.PNG, FileType.PDF})
DOCUMENTS = frozenset(FileType) - IMAGES
# Films with their captions, for editors.
FILMS = frozenset({FileType.MP4, FileType.WEBM, FileType.VTT})
