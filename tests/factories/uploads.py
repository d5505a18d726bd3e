"""Files as people send them: pictures with a camera's traces, office files, hostile ones."""

import struct
import zipfile
import zlib
from io import BytesIO

from PIL import Image, ImageCms
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>Geheime Strasse 5</secret></x:xmpmeta>'
COMMENT = b"Geheimer Kommentar"
DEVICE = "Geheime Kamera"
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
# What must not be found in a cleaned file, in any of the ways formats write it.
TRACES = (b"Geheim", b"Exif", b"GPS", b"xmpmeta", b"Photoshop")


def exif(orientation: int = 1) -> Image.Exif:
    data = Image.Exif()
    data[Base.Make] = DEVICE
    data[Base.Orientation] = orientation
    data.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (50.0, 34.0, 12.0)
    return data


def picture(size: tuple[int, int] = (40, 20)) -> Image.Image:
    """Left half red, right half blue."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, *size))
    return image


def picture_file(image_format: str, *, orientation: int = 1, size: tuple[int, int] = (40, 20)) -> BytesIO:
    """A picture in `image_format` with all the metadata it can hold."""
    options: dict = {"exif": exif(orientation), "xmp": XMP, "comment": COMMENT, "icc_profile": SRGB}
    if image_format == "PNG":
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_text("Author", DEVICE)
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", XMP.decode())
    file = BytesIO()
    picture(size).save(file, image_format, **options)
    file.seek(0)
    return file


def broken_exif_file(image_format: str, *, size: tuple[int, int] = (40, 20)) -> BytesIO:
    """Turned by 90°; the resolution (tag 0x011A) is said in letters, which Pillow reads but cannot write."""
    orientation = struct.pack("<HHIHH", Base.Orientation, 3, 1, 6, 0)
    resolution = struct.pack("<HHI4s", Base.XResolution, 2, 4, b"72\0\0")
    data = b"Exif\0\0II*\0" + struct.pack("<IH", 8, 2) + orientation + resolution + bytes(4)
    file = BytesIO()
    picture(size).save(file, image_format, exif=data)
    file.seek(0)
    return file


def palette_lacks_file() -> BytesIO:
    """A PNG whose one pixel is number 0 of a palette that is missing."""
    chunks = (
        b"IHDR" + struct.pack(">IIBBBBB", 1, 1, 8, 3, 0, 0, 0),
        b"IDAT" + zlib.compress(bytes(2)),
        b"IEND",
    )
    framed = [
        struct.pack(">I", len(each) - 4) + each + struct.pack(">I", zlib.crc32(each)) for each in chunks
    ]
    return BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(framed))


def cut_off_file() -> BytesIO:
    """A PNG that opens, but ends in the middle of the picture."""
    whole = picture_file("PNG", size=(400, 400)).getvalue()
    return BytesIO(whole[: whole.index(b"IDAT") + 100])


def animation_file(image_format: str) -> BytesIO:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green", "blue")]
    file = BytesIO()
    frames[0].save(
        file,
        image_format,
        save_all=True,
        append_images=frames[1:],
        duration=[120, 80, 200],
        loop=0,
        comment=COMMENT,
    )
    file.seek(0)
    return file


def archive_file(entries: dict[str, bytes]) -> BytesIO:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    file.seek(0)
    return file


def docx_file(**parts: bytes) -> BytesIO:
    return archive_file({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>", **parts})


def odt_file(**parts: bytes) -> BytesIO:
    media_type = b"application/vnd.oasis.opendocument.text"
    return archive_file({"mimetype": media_type, "content.xml": b"<office:document/>", **parts})


def pdf_file() -> BytesIO:
    return BytesIO(b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
