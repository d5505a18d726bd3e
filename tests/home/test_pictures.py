from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from home.domain.picture_variants import PICTURE_KIND, make_variants
from home.models import CityImage
from home.pictures import USES, facts_of, picture
from outbox.models import Job
from tests.factories import home as make
from tests.factories.uploads import TRACES, broken_exif_file, cut_off_file, palette_lacks_file, picture_file

EXIF_WITH_PLACE = Image.Exif()
EXIF_WITH_PLACE[0x010F] = "Kamera von Erika"
EXIF_WITH_PLACE.get_ifd(0x8825)[1] = "N"


@pytest.fixture
def photo(home):
    """A picture of 1600 by 1200 pixels whose variants are made."""
    image = make.image(content=make.image_file(1600, 1200))
    make_variants(str(image.pk), {})
    image.refresh_from_db()
    return image


class TestRights:
    def test_a_picture_says_what_it_shows_or_that_it_is_decorative(self, home):
        image = CityImage(title="Fluss", file=ContentFile(make.image_file(), name="fluss.jpg"))

        with pytest.raises(ValidationError) as refused:
            image.full_clean()

        assert set(refused.value.message_dict) == {"description", "author", "licence"}

    def test_a_decorative_picture_needs_no_text(self, home):
        image = CityImage(
            title="Fluss",
            file=ContentFile(make.image_file(), name="fluss.jpg"),
            is_decorative=True,
            author="Erika",
            licence="CC0",
        )

        image.full_clean()

        assert image.default_alt_text == ""

    def test_the_upload_form_asks_for_them(self, editor_client):
        file = ContentFile(make.image_file(), name="fluss.jpg")

        response = editor_client.post("/redaktion/images/add/", {"title": "Fluss", "file": file})

        assert response.status_code == 200
        assert "Beschreiben Sie, was zu sehen ist" in response.content.decode()
        assert not CityImage.objects.exists()

    def test_the_upload_form_takes_a_complete_one(self, editor_client):
        data = {
            "title": "Fluss",
            "file": ContentFile(make.image_file(), name="fluss.jpg"),
            "description": "Die Aue im Nebel",
            "author": "Erika",
            "licence": "CC0",
        }

        response = editor_client.post("/redaktion/images/add/", data)

        assert response.status_code == 302
        assert CityImage.objects.get().description == "Die Aue im Nebel"

    def test_a_file_that_is_no_picture_is_refused(self, editor_client):
        rights = {"title": "X", "description": "X", "author": "X", "licence": "X"}
        file = ContentFile(b"%PDF-1.7", name="bild.jpg")

        response = editor_client.post("/redaktion/images/add/", {**rights, "file": file})

        assert response.status_code == 200
        assert not CityImage.objects.exists()

    @pytest.mark.parametrize("broken", [palette_lacks_file(), cut_off_file()], ids=["palette", "end"])
    def test_a_file_whose_picture_is_broken_is_refused(self, editor_client, broken):
        rights = {"title": "X", "description": "Ein Fluss", "author": "X", "licence": "X"}
        file = ContentFile(broken.getvalue(), name="bild.png")

        response = editor_client.post("/redaktion/images/add/", {**rights, "file": file})

        assert response.status_code == 200
        assert "Das Bild ist beschädigt" in response.content.decode()
        assert "Ein Fluss" in response.content.decode()
        assert not CityImage.objects.exists()

    def test_a_photo_with_odd_metadata_is_taken_without_it(self, editor_client):
        rights = {"title": "X", "description": "X", "author": "X", "licence": "X"}
        file = ContentFile(broken_exif_file("JPEG").getvalue(), name="bild.jpg")

        response = editor_client.post("/redaktion/images/add/", {**rights, "file": file})

        assert response.status_code == 302
        image = CityImage.objects.get()
        assert (image.width, image.height) == (20, 40)
        assert b"Exif" not in image.file.read()

    def test_of_several_at_once_nothing_of_the_camera_is_left(self, editor_client):
        file = ContentFile(picture_file("JPEG", orientation=6).getvalue(), name="fluss.jpg")
        sent = editor_client.post(
            "/redaktion/images/multiple/add/",
            {"title": "Fluss", "files[]": file},
            headers={"X-Requested-With": "XMLHttpRequest"},
        )
        number = sent.json()["uploaded_file_id"]
        rights = {"title": "Fluss", "description": "Die Aue", "author": "Erika", "licence": "CC0"}

        editor_client.post(
            f"/redaktion/images/multiple/create_from_uploaded_image/{number}/",
            {f"uploaded-image-{number}-{name}": value for name, value in rights.items()},
            headers={"X-Requested-With": "XMLHttpRequest"},
        )

        image = CityImage.objects.get()
        content = image.file.read()
        assert [trace for trace in TRACES if trace in content] == []
        assert (image.width, image.height, image.file_size) == (20, 40, len(content))
        folder = Path(image.file.path).parent
        assert [each.name for each in folder.iterdir()] == [Path(image.file.name).name]

    def test_a_picture_that_would_fill_the_memory_is_refused(self, home):
        bomb = Image.new("1", (9000, 9000))
        file = BytesIO()
        bomb.save(file, "PNG")
        image = CityImage(title="X", description="X", author="X", licence="X")
        image.file = ContentFile(file.getvalue(), name="bombe.png")

        with pytest.raises(ValidationError) as refused:
            image.full_clean()

        assert "zu viele Bildpunkte" in str(refused.value)


class TestMetadata:
    def test_are_gone_from_the_original(self, home):
        image = make.image(content=make.image_file(exif=EXIF_WITH_PLACE))

        stored = image.file.storage.open(image.file.name).read()

        assert b"Erika" not in stored
        assert not Image.open(BytesIO(stored)).getexif()
        assert image.file_size == len(stored)
        assert image.file_hash

    def test_are_gone_from_every_rendition(self, home):
        image = make.image(content=make.image_file(exif=EXIF_WITH_PLACE))

        make_variants(str(image.pk), {})

        assert image.renditions.count() > 5
        for rendition in image.renditions.all():
            assert not Image.open(rendition.file.open()).getexif()

    def test_a_picture_taken_upright_stays_upright(self, home):
        exif = Image.Exif()
        exif[0x0112] = 6  # Turn by 90 degrees.

        image = make.image(content=make.image_file(800, 600, exif=exif))

        assert (image.width, image.height) == (600, 800)


class TestVariants:
    def test_are_asked_for_when_a_picture_is_saved(self, home):
        image = make.image()

        assert Job.objects.filter(kind=PICTURE_KIND, key=str(image.pk)).exists()

    def test_are_not_asked_for_again_when_only_the_title_changes(self, photo):
        Job.objects.all().delete()

        photo.title = "Anderer Titel"
        photo.save()

        assert not Job.objects.filter(kind=PICTURE_KIND).exists()

    def test_are_never_wider_than_the_picture(self, home):
        image = make.image(content=make.image_file(700, 500))

        make_variants(str(image.pk), {})

        assert max(image.renditions.values_list("width", flat=True)) <= 700

    def test_made_twice_are_the_same(self, photo):
        before = set(photo.renditions.values_list("pk", flat=True))

        make_variants(str(photo.pk), {})

        assert set(photo.renditions.values_list("pk", flat=True)) == before

    def test_of_an_earlier_focal_point_are_deleted(self, photo):
        before = photo.renditions.count()

        photo.focal_point_x, photo.focal_point_y = 100, 100
        photo.focal_point_width = photo.focal_point_height = 10
        photo.save()
        make_variants(str(photo.pk), {})

        photo.refresh_from_db()
        assert photo.renditions.count() == before
        assert photo.variants["key"] == facts_of(photo).variants_key

    def test_of_a_deleted_picture_are_nobodys_business(self, home):
        make_variants("4711", {})

    def test_of_a_picture_whose_file_is_gone_leave_no_trace(self, home):
        image = make.image()
        image.file.storage.delete(image.file.name)

        make_variants(str(image.pk), {})

        assert CityImage.objects.values_list("variants", flat=True).get() == {}


class TestPicture:
    @pytest.mark.parametrize("use", list(USES))
    def test_is_shown_without_a_query(self, photo, use, django_assert_num_queries):
        with django_assert_num_queries(0):
            shown = picture(photo, use)

        assert shown.src.startswith("/media/images/")
        assert shown.width
        assert shown.height

    def test_offers_modern_formats_and_a_fallback(self, photo):
        shown = picture(photo, "content")

        assert [source.type for source in shown.sources] == ["image/webp"]
        assert "960w" in shown.sources[0].srcset
        assert shown.src.endswith(".jpg")
        assert shown.credit == "Erika Muster, CC BY 4.0"

    def test_its_files_exist_and_have_the_size_that_is_said(self, photo):
        shown = picture(photo, "teaser")

        name = shown.srcset.split(", ")[-1].split(" ")[0].removeprefix("/media/")
        with Image.open(photo.file.storage.open(name)) as file:
            assert file.size == (shown.width, shown.height)
            assert abs(shown.width / shown.height - 1.5) < 0.01

    def test_keeps_what_matters_in_sight(self, home):
        left = Image.new("RGB", (1200, 400), "blue")
        left.paste(Image.new("RGB", (400, 400), "red"), (0, 0))
        file = BytesIO()
        left.save(file, "PNG")
        image = make.image(
            content=file.getvalue(),
            focal_point_x=200,
            focal_point_y=200,
            focal_point_width=300,
            focal_point_height=300,
        )

        make_variants(str(image.pk), {})

        square = image.renditions.get(filter_spec__startswith="fill-160x160|format-jpeg")
        with Image.open(square.file.open()) as shown:
            red, _, blue = shown.getpixel((80, 80))
            assert red > 200 > blue

    def test_not_made_yet_is_made_by_the_view_that_is_asked_for_it(self, home, client):
        image = make.image()

        shown = picture(image, "teaser")
        assert image.renditions.count() == 0

        response = client.get(shown.src)
        assert response.status_code == 200
        assert response["Content-Type"] == "image/jpeg"
        assert image.renditions.count() == 1

    def test_sizes_that_nobody_signed_are_refused(self, home, client):
        image = make.image()
        address = picture(image, "teaser").src

        assert client.get(address.replace("fill-", "width-", 1).replace("360x240", "9999")).status_code in {
            403,
            404,
        }

    def test_without_words_for_this_place_takes_its_own(self, photo):
        assert picture(photo, "content").alt == "Der Marktplatz mit Brunnen"
        assert picture(photo, "content", alt="").alt == ""

        photo.decorative = True
        assert picture(photo, "content").alt == ""


def test_a_page_shows_the_picture_with_size_and_words(photo, client):
    page = make.news_page("Markt", picture=photo, caption="Am Samstag")

    html = BeautifulSoup(client.get(page.url).content, "html.parser")

    shown = html.main.find("img")
    assert shown["alt"] == "Der Marktplatz mit Brunnen"
    assert (shown["width"], shown["height"]) == ("1440", "1080")
    assert "Am Samstag" in html.find("figcaption").text
    assert html.find("meta", property="og:image")["content"].startswith("http")
