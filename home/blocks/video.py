"""Films without a third party: our own file, or a card that leads to where the film is shown."""

from django.core.exceptions import ValidationError
from wagtail.blocks import (
    CharBlock,
    StructBlock,
    StructBlockValidationError,
    StructValue,
    TextBlock,
    URLBlock,
)
from wagtail.documents.blocks import DocumentChooserBlock

from .pictures import PictureBlock

FILM_TYPES = {"mp4": "video/mp4", "webm": "video/webm"}


class VideoValue(StructValue):
    @property
    def media_type(self) -> str:
        """MIME type of the uploaded file, empty for a link."""
        film = self.get("film")
        return FILM_TYPES.get(film.file_extension.lower(), "") if film else ""


class VideoBlock(StructBlock):
    """An uploaded film with captions and transcript, or a link card. Nothing is embedded from elsewhere."""

    title = CharBlock(label="Titel", max_length=160)
    film = DocumentChooserBlock(label="Hochgeladener Film (MP4 oder WebM)", required=False)
    captions = DocumentChooserBlock(label="Untertitel (VTT)", required=False)
    address = URLBlock(
        label="oder Adresse des Films",
        required=False,
        help_text="Wird nicht eingebettet: Es erscheint eine Karte mit Verweis, damit keine Daten abfließen.",
    )
    poster = PictureBlock(label="Vorschaubild", required=False)
    transcript = TextBlock(
        label="Inhalt als Text",
        required=False,
        rows=4,
        help_text="Was man hört und sieht. Pflicht für hochgeladene Filme ohne Untertitel.",
    )

    def clean(self, value: StructValue) -> StructValue:
        cleaned = super().clean(value)
        errors = {key: ValidationError(text) for key, text in self._problems(cleaned).items()}
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return cleaned

    def _problems(self, value: StructValue) -> dict[str, str]:
        problems: dict[str, str] = {}
        film, captions = value.get("film"), value.get("captions")
        if bool(film) == bool(value.get("address")):
            problems["film"] = "Entweder ein hochgeladener Film oder eine Adresse."
        elif film and not value.media_type:
            problems["film"] = "Filme sind MP4- oder WebM-Dateien."
        if captions and captions.file_extension.lower() != "vtt":
            problems["captions"] = "Untertitel sind VTT-Dateien."
        # BITV 2.0, EN 301 549 no. 9.1.2: recorded films need captions or an alternative as text.
        if film and not captions and not value.get("transcript"):
            problems["transcript"] = "Ein Film braucht Untertitel oder seinen Inhalt als Text."
        return problems

    class Meta:
        icon = "media"
        label = "Film"
        value_class = VideoValue
        template = "home/blocks/video.html"
