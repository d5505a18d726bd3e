from io import BytesIO

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from PIL import Image

from tests.factories.uploads import TRACES, pdf_file, picture_file
from uploads.enums import ATTACHMENTS
from uploads.forms import SafeFileField


class AttachmentForm(forms.Form):
    attachment = SafeFileField(label="Anhang", limit_bytes=1024 * 1024)


def sent(content: bytes, name: str) -> AttachmentForm:
    return AttachmentForm({}, {"attachment": SimpleUploadedFile(name, content, "application/x-lie")})


def test_picture_arrives_without_metadata_and_with_its_true_type():
    form = sent(picture_file("JPEG").getvalue(), "Foto.jpg")

    assert form.is_valid()
    cleaned = form.cleaned_data["attachment"]
    content = cleaned.read()
    assert cleaned.name == "Foto.jpg"
    assert cleaned.content_type == "image/jpeg"
    assert [trace for trace in TRACES if trace in content] == []
    assert Image.open(BytesIO(content)).size == (40, 20)


def test_document_arrives_unchanged_with_its_true_type():
    form = sent(pdf_file().getvalue(), "Antrag.pdf")

    assert form.is_valid()
    assert form.cleaned_data["attachment"].content_type == "application/pdf"
    assert form.cleaned_data["attachment"].read() == pdf_file().getvalue()


def test_file_that_lies_on_disk_is_cleaned_too():
    picture = picture_file("PNG").getvalue()
    on_disk = TemporaryUploadedFile("Foto.png", "image/png", len(picture), None)
    on_disk.write(picture)

    form = AttachmentForm({}, {"attachment": on_disk})

    assert form.is_valid()
    assert b"Geheim" not in form.cleaned_data["attachment"].read()


def test_refusal_is_an_error_of_the_field():
    form = sent(b"MZ program", "Antrag.pdf")

    assert form.errors["attachment"] == ["Diese Art Datei nehmen wir nicht an. Erlaubt sind: JPEG, PDF, PNG."]


def test_browser_offers_only_what_is_allowed():
    extensions = {extension for file_type in ATTACHMENTS for extension in file_type.extensions}

    html = str(AttachmentForm()["attachment"])

    assert f'accept="{",".join(sorted("." + extension for extension in extensions))}"' in html
