"""Official notices: sealed when published, then unalterable by form, by address and by code."""

import hashlib
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from home.domain.official_notices import broken_seals
from home.models import (
    CityDocument,
    HomePage,
    NewsIndexPage,
    OfficialNoticeAttachment,
    OfficialNoticeIndexPage,
    OfficialNoticePage,
)
from home.official_seal import REFUSAL, NoticeIsSealed, deletion_allowed
from search.registries import sources
from tests.factories import home as make

INDEX = "/bekanntmachungen/"


@pytest.fixture(autouse=True)
def city(home: HomePage) -> HomePage:
    return home


def stored(notice: OfficialNoticePage) -> OfficialNoticePage:
    return OfficialNoticePage.objects.get(pk=notice.pk)


def days_ago(days: int) -> Any:
    return timezone.localdate() - timedelta(days=days)


def assert_untouched(notice: OfficialNoticePage) -> None:
    now = stored(notice)
    assert now.live
    assert (now.title, now.slug, now.url_path) == (notice.title, notice.slug, notice.url_path)
    assert now.digest == notice.digest
    assert broken_seals() == []


def test_publishing_seals_and_a_draft_is_not_sealed() -> None:
    draft = make.official_notice("Entwurf", live=False)
    assert (draft.digest, draft.sealed_at) == ("", None)

    draft.title = "Fertig"
    draft.save_revision().publish()

    sealed = stored(draft)
    assert sealed.title == "Fertig"
    assert sealed.digest == hashlib.sha256(sealed.sealed_content.encode()).hexdigest()
    assert sealed.sealed_at is not None


def test_seal_covers_all_that_is_shown() -> None:
    file = make.document("Lageplan", b"%PDF-1.7 Plan\n%%EOF")

    content = make.official_notice("Bebauungsplan Aue", file, kind="development_plan").sealed_content

    for part in ("Bebauungsplan Aue", "development_plan", "Kämmerei", "90 Euro", "Anlage 1"):
        assert part in content
    assert timezone.localdate().isoformat() in content
    assert hashlib.sha256(b"%PDF-1.7 Plan\n%%EOF").hexdigest() in content


def rename_attachment(notice: OfficialNoticePage) -> None:
    (attachment,) = notice.attachments.all()
    attachment.title = "Anders"
    notice.attachments = [attachment]


CHANGES: dict[str, Callable[[OfficialNoticePage], object]] = {
    "title": lambda notice: setattr(notice, "title", "Anders"),
    "slug": lambda notice: setattr(notice, "slug", "anders"),
    "date": lambda notice: setattr(notice, "issued_on", days_ago(3)),
    "archive": lambda notice: setattr(notice, "archived_after", days_ago(-3)),
    "department": lambda notice: setattr(notice, "department", "Anders"),
    "kind": lambda notice: setattr(notice, "kind", "election"),
    "body": lambda notice: setattr(notice, "body", [("text", "<p>91 Euro</p>")]),
    "attachments": lambda notice: notice.attachments.clear(),
    "attachment title": lambda notice: rename_attachment(notice),
    "offline": lambda notice: setattr(notice, "live", False),
    "expiry": lambda notice: setattr(notice, "expire_at", timezone.now()),
}


@pytest.mark.parametrize("change", CHANGES)
def test_saving_a_change_is_refused(change: str) -> None:
    notice = make.official_notice("Satzung", make.document())
    changed = stored(notice)
    CHANGES[change](changed)

    with pytest.raises(ValidationError):
        changed.save()
    with pytest.raises(NoticeIsSealed):
        changed.save(clean=False)

    assert_untouched(notice)
    assert stored(notice).attachments.get().title == "Anlage 1"


def test_a_later_revision_cannot_be_published() -> None:
    notice = make.official_notice()
    draft = stored(notice)
    draft.title = "Heimlich geändert"
    revision = draft.save_revision(clean=False)

    with pytest.raises(ValidationError):
        revision.publish()

    assert_untouched(notice)


def test_saving_without_a_change_is_allowed() -> None:
    notice = make.official_notice("Satzung", make.document())

    stored(notice).save()
    stored(notice).save_revision()

    assert_untouched(notice)


def test_publishing_the_same_once_more_is_refused() -> None:
    notice = stored(make.official_notice("Satzung", make.document()))

    with pytest.raises(NoticeIsSealed):
        notice.save_revision().publish()

    assert stored(notice).last_published_at == notice.last_published_at


def test_unpublishing_is_refused_for_the_page_itself_and_for_a_plain_page() -> None:
    notice = make.official_notice()

    with pytest.raises(NoticeIsSealed):
        stored(notice).unpublish()
    with pytest.raises(NoticeIsSealed):
        Page.objects.get(pk=notice.pk).unpublish(set_expired=True)

    assert_untouched(notice)


def test_deleting_is_refused_with_everything_above_it() -> None:
    notice = make.official_notice()

    for page in (stored(notice), Page.objects.get(pk=notice.pk), notice.get_parent(), make.front_page()):
        with pytest.raises(NoticeIsSealed), transaction.atomic():
            page.delete()
    with pytest.raises(NoticeIsSealed), transaction.atomic():
        OfficialNoticePage.objects.all().delete()

    assert_untouched(notice)


def test_a_draft_can_be_deleted() -> None:
    draft = make.official_notice(live=False)

    draft.delete()

    assert not OfficialNoticePage.objects.exists()


def test_deleting_is_possible_on_purpose() -> None:
    notice = make.official_notice("Satzung", make.document())

    with deletion_allowed("Urteil des Verwaltungsgerichts"):
        stored(notice).delete()

    assert not OfficialNoticePage.objects.exists()
    assert not OfficialNoticeAttachment.objects.exists()


def test_moving_to_another_address_is_refused_sorting_is_not() -> None:
    notice, other = make.official_notice("Eins"), make.official_notice("Zwei")

    with pytest.raises(NoticeIsSealed):
        stored(notice).move(NewsIndexPage.objects.get(locale=make.german()), pos="last-child")
    stored(other).move(stored(notice), pos="left")

    assert_untouched(notice)
    assert_untouched(other)


def test_attachments_are_not_changed_behind_the_page() -> None:
    notice = make.official_notice("Bebauungsplan", make.document("Lageplan"))
    other = make.document("Anderer Plan", b"%PDF-1.7 anders\n%%EOF")
    attachment = notice.attachments.get()

    for change in ({"title": "Anders"}, {"document": other}, {"sha256": "0" * 64}, {"pk": None}):
        changed = OfficialNoticeAttachment.objects.get(pk=attachment.pk)
        for name, value in {**change, **({"title": "Anlage 2"} if "pk" in change else {})}.items():
            setattr(changed, name, value)
        with pytest.raises(NoticeIsSealed):
            changed.save()
    with pytest.raises(NoticeIsSealed), transaction.atomic():
        attachment.delete()

    assert_untouched(notice)
    assert notice.attachments.count() == 1


def test_file_of_a_sealed_notice_is_neither_replaced_nor_deleted() -> None:
    file = make.document("Lageplan")
    notice = make.official_notice("Bebauungsplan", file)
    replaced = CityDocument.objects.get(pk=file.pk)
    replaced.file = ContentFile(b"%PDF-1.7 neu\n%%EOF", name="neu.pdf")

    with pytest.raises(ValidationError):
        replaced.full_clean()
    with pytest.raises(NoticeIsSealed):
        replaced.save()
    with pytest.raises(ProtectedError):
        CityDocument.objects.get(pk=file.pk).delete()

    assert_untouched(notice)


def test_title_of_the_file_in_the_library_may_change() -> None:
    file = make.document("Lageplan")
    notice = make.official_notice("Bebauungsplan", file)

    file.title = "Lageplan 2026"
    file.save()

    assert_untouched(notice)


def test_night_finds_what_was_changed_past_the_application(settings: Any) -> None:
    file = make.document("Lageplan")
    notices = {name: make.official_notice(name) for name in ("Inhalt", "Adresse", "Sichtbarkeit")}
    with_file = make.official_notice("Datei", file)
    assert broken_seals() == []

    rows = OfficialNoticePage.objects
    rows.filter(pk=notices["Inhalt"].pk).update(department="Jemand anderes")
    rows.filter(pk=notices["Sichtbarkeit"].pk).update(live=False)
    Path(file.file.path).write_bytes(b"%PDF-1.7 vertauscht")

    found = " ".join(finding.text for finding in broken_seals())
    assert "„Inhalt“: Der Inhalt ist nicht mehr der veröffentlichte." in found
    assert "„Sichtbarkeit“: Sie ist nicht mehr öffentlich." in found
    assert "„Datei“: Die Datei „Anlage 1“ ist nicht mehr die veröffentlichte." in found
    assert "„Adresse“" not in found
    assert with_file.title in found


# The back office.


@pytest.mark.parametrize("view", ["edit", "delete", "unpublish", "move_confirm", "revisions_revert"])
def test_back_office_refuses_with_a_sentence(editor_client: Client, view: str) -> None:
    notice = make.official_notice()
    other = make.translation_of(notice.get_parent())
    more = {"move_confirm": [other.pk], "revisions_revert": [notice.latest_revision_id]}.get(view, [])
    address = reverse(f"wagtailadmin_pages:{view}", args=[notice.pk, *more])
    data = {"title": "Anders", "slug": "anders", "action-publish": "1", "confirm": "1"}

    answer = editor_client.post(address, data, follow=True)

    assert REFUSAL in answer.content.decode()
    assert "Berichtigung anlegen" in answer.content.decode()
    assert_untouched(notice)


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete", "revert_to_page_revision"])
def test_what_answers_in_json_refuses_with_a_sentence_too(editor_client: Client, action: str) -> None:
    notice = stored(make.official_notice())
    address = reverse("wagtailadmin_api:pages:action", args=[notice.pk, action])

    answer = editor_client.post(address, {"revision_id": notice.latest_revision_id})

    assert answer.status_code == 400
    assert answer.json() == {"__all__": [REFUSAL]}
    assert_untouched(notice)
    now = stored(notice)
    assert (now.last_published_at, now.latest_revision) == (notice.last_published_at, notice.latest_revision)


def test_its_button_leads_to_a_notice_that_corrects_it(editor_client: Client) -> None:
    notice = make.official_notice()
    refused = editor_client.get(reverse("wagtailadmin_pages:edit", args=[notice.pk]), follow=True)
    [button] = re.findall(r'href="([^"]+)"[^>]*>\s*Berichtigung anlegen', refused.content.decode())

    form = editor_client.get(button)
    plain = editor_client.get(button.partition("?")[0])

    assert form.context["form"]["corrects"].value() == notice.pk
    assert plain.context["form"]["corrects"].value() is None


def test_the_form_says_first_that_publishing_is_final(editor_client: Client) -> None:
    address = reverse(
        "wagtailadmin_pages:add",
        args=["home", "officialnoticepage", make.official_notice().get_parent().pk],
    )

    html = editor_client.get(address).content.decode()

    assert (
        0 < html.find("Nach dem Veröffentlichen lässt sie sich nicht mehr ändern") < html.find('name="title"')
    )


@pytest.mark.parametrize("action", ["delete", "unpublish", "move", "publish"])
def test_back_office_refuses_bulk_actions(editor_client: Client, action: str) -> None:
    notice, draft = make.official_notice(), make.official_notice("Entwurf", live=False)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    target = notice.get_parent().pk

    answer = editor_client.post(
        f"{address}?id={notice.pk}&id={draft.pk}&next=/redaktion/",
        {"chooser": target, "move_applicable": "on", "include_descendants": "on", "confirm": "1"},
        follow=True,
    )

    assert REFUSAL in answer.content.decode()
    assert_untouched(notice)
    assert Page.objects.filter(pk=draft.pk, live=False).exists()


def test_back_office_keeps_the_list_that_notices_lie_in(editor_client: Client) -> None:
    notice = make.official_notice()
    index = notice.get_parent()

    deleted = editor_client.post(reverse("wagtailadmin_pages:delete", args=[index.pk]), follow=True)
    hidden = editor_client.post(
        reverse("wagtailadmin_pages:unpublish", args=[index.pk]), {"include_descendants": "on"}, follow=True
    )

    for answer in (deleted, hidden):
        assert "Sie müssen dauerhaft erreichbar bleiben." in answer.content.decode()
    assert_untouched(notice)


def test_back_office_cannot_hide_a_notice_behind_a_password(editor_client: Client) -> None:
    notice = make.official_notice()
    address = reverse("wagtailadmin_pages:set_privacy", args=[notice.pk])

    editor_client.post(address, {"restriction_type": "password", "password": "geheim"})

    assert not notice.get_view_restrictions().exists()


def test_back_office_explains_why_a_file_is_not_replaced_or_deleted(editor_client: Client) -> None:
    file = make.document("Lageplan")
    notice = make.official_notice("Bebauungsplan", file)
    new = ContentFile(b"%PDF-1.7 neu\n%%EOF", name="neu.pdf")
    edit = reverse("wagtaildocs:edit", args=[file.pk])
    bulk = reverse("wagtail_bulk_action", args=["home", "citydocument", "delete"])

    replaced = editor_client.post(edit, {"title": "Plan", "file": new, "collection": file.collection_id})
    deleted = editor_client.post(f"{bulk}?id={file.pk}&next=/redaktion/", {"confirm": "1"}, follow=True)

    assert "gehört zu einer veröffentlichten Bekanntmachung" in replaced.content.decode()
    assert "gehört zu einer amtlichen Bekanntmachung" in deleted.content.decode()
    assert_untouched(notice)


def test_a_copy_is_a_new_draft_without_seal(editor_client: Client) -> None:
    notice = make.official_notice()

    copy = stored(notice).copy(update_attrs={"slug": "kopie"}, keep_live=False)

    assert (copy.digest, copy.sealed_content, copy.sealed_at) == ("", "", None)
    copy.title = "Hundesteuersatzung 2027"
    copy.save_revision().publish()
    assert stored(copy).digest not in {"", notice.digest}


def test_editor_creates_and_publishes_a_notice_with_attachment(editor_client: Client) -> None:
    file = make.document("Lageplan")
    index = OfficialNoticeIndexPage.objects.get(locale=make.german())
    add = reverse("wagtailadmin_pages:add", args=["home", "officialnoticepage", index.pk])
    data = {
        "title": "Bebauungsplan Aue",
        "slug": "bebauungsplan-aue",
        "kind": "development_plan",
        "issued_on": "2026-11-20",
        "department": "Magistrat",
        "teaser": "",
        "corrects": "",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "text",
        "body-0-id": "",
        "body-0-value": '{"blocks":[{"key":"a","text":"Der Plan liegt aus.","type":"unstyled","depth":0,'
        '"inlineStyleRanges":[],"entityRanges":[]}],"entityMap":{}}',
        "attachments-TOTAL_FORMS": "1",
        "attachments-INITIAL_FORMS": "0",
        "attachments-MIN_NUM_FORMS": "0",
        "attachments-MAX_NUM_FORMS": "1000",
        "attachments-0-title": "Plan",
        "attachments-0-document": str(file.pk),
        "attachments-0-id": "",
        "attachments-0-ORDER": "1",
        "attachments-0-DELETE": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        "action-publish": "1",
    }

    answer = editor_client.post(add, data, follow=True)

    notice = OfficialNoticePage.objects.get(slug="bebauungsplan-aue")
    assert notice.live, answer.content.decode()
    assert notice.attachments.get().sha256
    assert broken_seals() == []


def test_notice_that_would_expire_is_refused() -> None:
    draft = make.official_notice(live=False)
    draft.expire_at = timezone.now() + timedelta(days=10)

    with pytest.raises(ValidationError, match="läuft nicht ab"):
        draft.full_clean()


# The public side.


def test_page_shows_content_files_and_proof(client: Client) -> None:
    notice = make.official_notice("Bebauungsplan Aue", make.document("Lageplan"), kind="development_plan")

    html = client.get(notice.get_url()).content.decode()

    for words in ("Bebauungsplan Aue", "Magistrat, Kämmerei", "Der Steuersatz beträgt 90 Euro.", "Anlage 1"):
        assert words in html
    assert notice.digest in html
    assert notice.attachments.get().sha256 in html
    assert f'<time datetime="{timezone.localdate().isoformat()}">' in html


def test_preview_shows_the_draft_without_proof(editor_client: Client) -> None:
    draft = make.official_notice("Entwurf", make.document("Lageplan"), live=False)
    index = draft.get_parent().specific

    for page, words in ((draft, "Der Steuersatz beträgt 90 Euro."), (index, index.title)):
        answer = editor_client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
        assert words in answer.content.decode()
        assert "Nachweis der Unverändertheit" not in answer.content.decode()


def test_notices_live_only_in_their_list() -> None:
    assert OfficialNoticePage.allowed_parent_page_models() == [OfficialNoticeIndexPage]
    assert OfficialNoticeIndexPage.allowed_parent_page_models() == [HomePage]
    assert OfficialNoticePage.allowed_subpage_models() == []
    assert not OfficialNoticeIndexPage.can_create_at(make.front_page())


def test_search_finds_published_notices_only() -> None:
    published = make.official_notice("Hundesteuersatzung")
    draft = make.official_notice("Entwurf", live=False)
    source = sources.get("home.official_notices")

    (document,) = source.documents_for(str(published.pk))
    assert (document.title, document.type, document.date) == (
        "Hundesteuersatzung",
        "official_notice",
        timezone.localdate(),
    )
    assert "90 Euro" in document.body
    assert source.documents_for(str(draft.pk)) == []
    assert list(source.public_pks()) == [str(published.pk)]


def test_proof_is_what_the_digest_was_made_of(client: Client) -> None:
    notice = make.official_notice()

    answer = client.get(f"{notice.get_url()}nachweis/")

    assert answer["Content-Type"] == "application/json"
    assert hashlib.sha256(answer.content).hexdigest() == notice.digest
    assert answer.json()["title"] == "Hundesteuersatzung"


def test_corrected_notice_and_its_correction_refer_to_each_other(client: Client) -> None:
    wrong = make.official_notice("Satzung")
    right = make.official_notice("Satzung, Berichtigung", corrects=wrong)
    make.official_notice("Noch ein Entwurf", corrects=wrong, live=False)

    old = client.get(wrong.get_url()).content.decode()
    new = client.get(right.get_url()).content.decode()

    assert "ist berichtigt worden" in old
    assert f'href="{right.get_url()}"' in old
    assert "Noch ein Entwurf" not in old
    assert f'href="{wrong.get_url()}">Satzung</a>' in new
    assert_untouched(wrong)


def test_current_list_and_archive_by_year(client: Client) -> None:
    make.official_notice("Aktuell ohne Ende")
    make.official_notice("Aktuell bis heute", archived_after=timezone.localdate())
    old = make.official_notice("Alt", issued_on=days_ago(400), archived_after=days_ago(380))
    make.official_notice("Entwurf", live=False)

    current = client.get(INDEX).content.decode()
    assert "Aktuell ohne Ende" in current
    assert "Aktuell bis heute" in current
    assert ">Alt<" not in current
    assert "Entwurf" not in current
    assert f'href="{INDEX}archiv/{old.issued_on.year}/"' in current

    archive = client.get(f"{INDEX}archiv/{old.issued_on.year}/").content.decode()
    assert ">Alt<" in archive
    assert "Aktuell" not in archive.split("<h1>")[1].split("</h1>")[1].split("Archiv</h2>")[0].replace(
        "aktuellen", ""
    )
    assert client.get(f"{INDEX}archiv/1999/").status_code == 404
    assert "liegt im Archiv" in client.get(old.get_url()).content.decode()


def test_nothing_of_a_draft_is_public(client: Client) -> None:
    draft = make.official_notice("Geheimer Entwurf", live=False)

    assert client.get(draft.get_url()).status_code == 404
    assert client.get(f"{draft.get_url()}nachweis/").status_code == 404
    for path in (INDEX, f"{INDEX}archiv/", f"{INDEX}feed/", "/sitemaps/seiten-1.xml"):
        body = b"".join(client.get(path)).decode()
        assert "Geheimer Entwurf" not in body
        assert draft.slug not in body


def test_feed_has_the_newest_first(client: Client) -> None:
    make.official_notice("Erste", issued_on=days_ago(2))
    newest = make.official_notice("Zweite")

    answer = client.get(f"{INDEX}feed/")

    body = answer.content.decode()
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert body.index("Satzung: Zweite") < body.index("Satzung: Erste")
    assert f"urn:uuid:{newest.translation_key}" in body


@pytest.mark.parametrize("rows", [1, 12])
def test_list_and_page_cost_the_same_with_one_and_with_many(
    client: Client, rows: int, django_assert_max_num_queries: Any
) -> None:
    files = [make.document(f"Datei {number}") for number in range(rows)]
    for number in range(rows):
        make.official_notice(f"Nummer {number}")
    notice = make.official_notice("Mit Anlagen", *files)
    client.get(INDEX)

    with django_assert_max_num_queries(13):
        client.get(INDEX)
    with django_assert_max_num_queries(16):
        client.get(notice.get_url())
