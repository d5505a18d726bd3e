"""One step: asked, checked, kept, and on to the next one."""

from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext

from limits.domain.rates import allow_subject
from servicefinder.cases.domain.contents import IncomingFile

from ..domain.draft_files import add_files, forget_gone_files, remove_file
from ..domain.drafts import OpenDraft, open_step, save_step
from ..domain.rechecking import wrong_answers
from ..domain.walking import AskedStep, Walk
from ..forms import ACTION, SHOWN, Guard, Sent, StepForm, check_step
from ..kinds.files import too_many, too_many_said
from ..presentation import steps as shown
from ..presentation.addresses import LATER, SUMMARY
from ..registries import field_kinds
from .answers import Visit, draft_page, show, to

TEMPLATE = "onlineforms/step.html"
UPLOADS_PER_HOUR = 200
REMOVE = "remove:"


@draft_page
def resume(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The link that is kept: where something is still to be done."""
    return to(_next_address(visit, visit.draft, None))


@draft_page
def step(request: HttpRequest, visit: Visit, name: str) -> HttpResponse:
    """A step that is asked and reached; else where to go on."""
    walk = Walk(visit.form, visit.draft.content.answers)
    asked, first = walk.step(name), open_step(visit.draft, walk)
    if asked is None or (first is not None and first.number < asked.number):
        return to(_next_address(visit, visit.draft, None))
    if request.method == "POST":
        return _take(request, visit, asked)
    form = StepForm(asked.fields, visit.language, walk.answers)
    form.blame(wrong_answers(visit.draft, walk, asked, visit.language))
    return _ask(request, visit, walk, asked, form)


@draft_page
def stop(request: HttpRequest, visit: Visit, name: str) -> HttpResponse:
    """Why it does not go on, and where to go instead."""
    walk = Walk(visit.form, visit.draft.content.answers)
    asked = walk.step(name)
    reason = walk.stop(asked) if asked else None
    if asked is None or reason is None:
        return to(_next_address(visit, visit.draft, None))
    context = {"stop": reason, "back_url": visit.addresses.step(name)}
    return show(request, visit, "onlineforms/stop.html", asked.step.title, context)


def _take(request: HttpRequest, visit: Visit, asked: AskedStep) -> HttpResponse:
    """What the button that was pressed wants; files that are in order are kept whatever else is wrong."""
    action, guard = request.POST.get(ACTION, "next"), Guard(request.POST)
    draft, data = forget_gone_files(visit.draft), request.POST
    pressed = _pressed(asked, data)
    files = _files_to_open(request, draft, guard)
    sent = check_step(
        visit.form, asked.step.name, draft.content.answers, pressed or data, files, visit.language
    )
    if not guard.is_valid():
        sent.form.forgive(sent.uploads)
        for error in guard.errors.values():
            sent.form.add_error(None, error)
        return _again(request, visit, sent, guard)
    draft = _keep_files(draft, sent, visit.language)
    if action.startswith(REMOVE):
        draft = remove_file(draft, action.removeprefix(REMOVE))
    visit = replace(visit, draft=draft)
    if pressed is not None or action in ("check", "upload") or action.startswith(REMOVE):
        _show_only_file_errors(sent, action)
        return _again(request, visit, sent, guard)
    if action == "back":
        save_step(draft, asked.step, sent.answers, done=_stays_done(draft, sent))
        return to(_before(visit, sent))
    if action == "later":
        save_step(draft, asked.step, sent.answers, done=_stays_done(draft, sent))
        if sent.form.only_lacks:
            return to(visit.addresses.of(LATER))
        sent.form.add_error(None, gettext("Bitte verbessern oder leeren Sie das noch."))
    if sent.form.errors or sent.new:
        return _again(request, visit, sent, guard)
    draft = save_step(draft, asked.step, sent.answers, done=True)
    return to(_next_address(visit, draft, sent.asked.step.name, change="aendern" in request.GET))


def _files_to_open(request: HttpRequest, draft: OpenDraft, guard: Guard) -> MultiValueDict[str, Any] | None:
    """None where they are not kept anyway: opening files costs, so it is limited. Raises RateLimited."""
    if not request.FILES or not guard.is_valid() or request.POST.get(ACTION) == "check":
        return None
    allow_subject("onlineforms.upload", str(draft.row.pk), limit=UPLOADS_PER_HOUR, per=timedelta(hours=1))
    return request.FILES


def _pressed(asked: AskedStep, data: QueryDict) -> QueryDict | None:
    """The changed input where a button inside a field was pressed."""
    for field in asked.fields:
        kind = field_kinds.get(field.kind)
        if kind is not None and (changed := kind.pressed(field, data)) is not None:
            return changed
    return None


def _keep_files(draft: OpenDraft, sent: Sent, language: str) -> OpenDraft:
    """Checked files are stored at once: a browser cannot show a chosen file again."""
    for name, uploads in sent.uploads.items():
        if not uploads:
            continue
        definition = sent.form.definitions[name]
        kept = draft.content.answers.get(name) or []
        if too_many(definition, len(kept) + len(uploads)):
            most = int(definition.options.get("max_files", 1))
            sent.form.add_error(name, too_many_said(most, language))
            continue
        files = [IncomingFile(each.name, each.content_type, _read(each)) for each in uploads]
        draft = add_files(draft, name, files)
    return draft


def _read(upload: UploadedFile) -> bytes:
    upload.seek(0)
    content: bytes = upload.read()
    return content


def _show_only_file_errors(sent: Sent, action: str) -> None:
    """A button inside the page asks for something else than a judgement on what is not finished."""
    names = set(sent.form.fields)
    blamed = set(sent.uploads) if action == "upload" else set()
    sent.form.forgive(names - blamed)


def _again(request: HttpRequest, visit: Visit, sent: Sent, guard: Guard) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if sent.form.errors else HTTPStatus.OK
    return _ask(request, visit, sent.walk, sent.asked, sent.form, guard, sent.new, status)


def _ask(
    request: HttpRequest,
    visit: Visit,
    walk: Walk,
    asked: AskedStep,
    form: StepForm,
    guard: Guard | None = None,
    new: tuple[str, ...] = (),
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    before = walk.before(asked)
    context = {
        "progress": shown.progress(walk, asked.number),
        "step": asked.step,
        "form": form,
        "guard": guard or Guard(),
        "parts": shown.parts(asked, form, walk, visit.draft.content, visit.language),
        "errors": shown.errors(form),
        "new": new,
        "shown": ",".join(field.name for field in asked.fields),
        "shown_name": SHOWN,
        "action_name": ACTION,
        "live": shown.depends_on_itself(asked),
        "is_first": before is None,
        "back_url": visit.addresses.step(before.step.name) if before else visit.start,
        "kept_url": visit.addresses.full,
    }
    return show(request, visit, TEMPLATE, asked.step.title, context, status)


def _stays_done(draft: OpenDraft, sent: Sent) -> bool:
    """Leaving a step that was finished before does not open it again, unless it is wrong now."""
    return sent.asked.step.name in draft.content.done and not sent.form.errors and not sent.new


def _before(visit: Visit, sent: Sent) -> str:
    before = sent.walk.before(sent.asked)
    return visit.addresses.step(before.step.name) if before else visit.start


def _next_address(visit: Visit, draft: OpenDraft, after: str | None, *, change: bool = False) -> str:
    """After a step the next one, or the summary where only something was changed; never past what is open."""
    walk = Walk(visit.form, draft.content.answers)
    first = open_step(draft, walk)
    left = walk.step(after) if after else None
    if left is not None and walk.stop(left) is not None:
        return visit.addresses.stop(left.step.name)
    following = walk.after(left) if left is not None and not change else first
    if following is not None and (first is None or following.number <= first.number):
        return visit.addresses.step(following.step.name)
    return visit.addresses.step(first.step.name) if first else visit.addresses.of(SUMMARY)
