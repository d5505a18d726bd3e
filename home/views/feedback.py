"""Feedback on a service: "Was fehlt?", without a question about the person."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

from capabilities.http import cookieless_post
from home.domain.breadcrumbs import Crumb
from home.domain.messages.receiving import Recipient, Subject
from home.domain.messages.recipients import default_recipient
from home.domain.site_frame import frame
from home.enums import MessageKind
from home.forms.messages import FeedbackForm, MessageForm
from home.message_wording import texts_in
from home.models import MessageSettings
from home.registries import FeedbackSubject, feedback_subjects
from home.views.messages import Conversation, converse, current_language, first_crumb, thank


@never_cache
@cookieless_post
def feedback(request: HttpRequest, slug: str) -> HttpResponse:
    subject = _subject_at(slug)

    def addressed(form: MessageForm) -> tuple[Recipient, Subject]:
        return _recipient(request, subject), Subject(subject.title, subject.url, subject.id)

    title = texts_in(current_language()).forms[MessageKind.FEEDBACK].title
    conversation = Conversation(
        form=FeedbackForm,
        addressed=addressed,
        sent_url=reverse("feedback_sent", args=[slug]),
        context={
            "about": subject,
            "page_title": f"{title} {subject.title}",
            "breadcrumb": [*_crumbs(subject), Crumb(title, "")],
        },
    )
    return converse(request, conversation)


@never_cache
def feedback_sent(request: HttpRequest, slug: str) -> HttpResponse:
    subject = _subject_at(slug)
    return thank(request, FeedbackForm, _crumbs(subject), back=subject)


def _subject_at(slug: str) -> FeedbackSubject:
    for resolver in feedback_subjects:
        if subject := resolver.subject(slug, current_language()):
            return subject
    raise Http404


def _recipient(request: HttpRequest, subject: FeedbackSubject) -> Recipient:
    """The department; by the city's mailbox for feedback where it has none of its own."""
    fallback = default_recipient(
        MessageKind.FEEDBACK, MessageSettings.for_request(request), frame(request)["city"]
    )
    return Recipient(
        name=subject.department_name or fallback.name,
        email=subject.department_email or fallback.email,
        department_id=subject.department_id,
    )


def _crumbs(subject: FeedbackSubject) -> list[Crumb]:
    return [first_crumb(texts_in(current_language())), Crumb(subject.title, subject.url)]
