"""The contact page: the city's words around a form. The form is there even where nobody wrote words."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from capabilities.http import cookieless_post
from home.domain.body import rendered
from home.domain.breadcrumbs import Crumb
from home.domain.messages.receiving import Recipient, Subject
from home.domain.messages.recipients import default_recipient
from home.domain.site_frame import frame
from home.enums import MessageKind
from home.forms.messages import ContactForm, MessageForm
from home.message_wording import texts_in
from home.models import ContactPage, MessageSettings
from home.publicity import public
from home.registries import page_panels
from home.views.messages import Conversation, converse, current_language, first_crumb, thank


@never_cache
@cookieless_post
def contact(request: HttpRequest) -> HttpResponse:
    pages = ContactPage.objects.filter(locale__language_code=current_language())
    return _converse(request, public(pages).first())


def contact_page(page: ContactPage, request: HttpRequest) -> HttpResponse:
    """The page as the tree and the preview ask for it; it has only one address."""
    if request.is_preview:  # type: ignore[attr-defined]
        return _converse(request, page)
    return HttpResponsePermanentRedirect(reverse("contact"))


@never_cache
def contact_sent(request: HttpRequest) -> HttpResponse:
    texts = texts_in(current_language())
    crumb = Crumb(texts.forms[MessageKind.CONTACT].title, reverse("contact"))
    return thank(request, ContactForm, [first_crumb(texts), crumb], back=first_crumb(texts))


def _converse(request: HttpRequest, page: ContactPage | None) -> HttpResponse:
    request.city_page = page  # type: ignore[attr-defined]

    def addressed(form: MessageForm) -> tuple[Recipient, Subject]:
        if isinstance(form, ContactForm) and (topic := form.chosen_topic):
            return Recipient(topic.recipient_name, topic.recipient_email), Subject(topic.label)
        saved, city = MessageSettings.for_request(request), frame(request)["city"]
        return default_recipient(MessageKind.CONTACT, saved, city), Subject()

    texts = texts_in(current_language())
    title = page.title if page else texts.forms[MessageKind.CONTACT].title
    conversation = Conversation(
        form=ContactForm,
        addressed=addressed,
        sent_url=reverse("contact_sent"),
        template="home/contact_page.html",
        form_options={"topics": list(page.topics.all()) if page else []},
        context={
            "page": page,
            "page_title": (page.seo_title if page else "") or title,
            "lead": (page.introduction if page else "") or texts.forms[MessageKind.CONTACT].lead,
            "description": (page.meta_description if page else "") or texts.forms[MessageKind.CONTACT].lead,
            "body": rendered(page.body, request) if page else None,
            "panels": list(page_panels.filled("contact", request)),
            "breadcrumb": [first_crumb(texts), Crumb(title, "")],
        },
    )
    return converse(request, conversation)
