"""The forms with which citizens write to the city. None of them needs a cookie or JavaScript."""

from collections.abc import Sequence
from typing import Any, ClassVar, cast

from django import forms
from django.core.validators import RegexValidator

from capabilities.forms import CookielessForm
from home.enums import MessageKind
from home.message_wording import Texts
from home.models import ContactTopic
from home.models.messages import TEXT_LIMIT_CHARACTERS

# Line breaks and their like would write lines of their own into the mail to the office.
one_line = RegexValidator(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", inverse_match=True)


class MessageForm(CookielessForm):
    """What all have in common: the text, and that one showing of the form sends one message."""

    kind: ClassVar[MessageKind]
    single_use = True

    text = forms.CharField(widget=forms.Textarea, max_length=TEXT_LIMIT_CHARACTERS)

    def __init__(self, *args: Any, texts: Texts, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.texts = texts
        form = texts.forms[self.kind]
        too_long = texts.too_long.format(limit=TEXT_LIMIT_CHARACTERS)
        self.describe("text", form.label, form.hint, required=form.missing, max_length=too_long)
        for field in self.fields.values():
            if type(field) is forms.CharField and not isinstance(field.widget, forms.Textarea):
                field.validators.append(one_line)

    def describe(self, name: str, label: str, hint: str = "", **errors: str) -> None:
        field = self.fields[name]
        field.label, field.help_text = label, hint
        field.error_messages.update(errors)


class FeedbackForm(MessageForm):
    """Asks for nothing about the person."""

    kind = MessageKind.FEEDBACK
    purpose = "message.feedback"


class AnsweredForm(MessageForm):
    """A form whose sender may say where an answer should go."""

    name = forms.CharField(required=False, max_length=120)
    email = forms.EmailField(required=False, max_length=254)

    def __init__(self, *args: Any, texts: Texts, **kwargs: Any) -> None:
        super().__init__(*args, texts=texts, **kwargs)
        self.describe("name", texts.name)
        self.describe("email", texts.email, texts.email_hint, invalid=texts.email_invalid)


class ContactForm(AnsweredForm):
    """Topics decide who gets the message; without any the question is not asked."""

    kind = MessageKind.CONTACT
    purpose = "message.contact"

    topic = forms.ChoiceField(widget=forms.RadioSelect)
    telephone = forms.CharField(required=False, max_length=40, widget=forms.TelInput)
    field_order = ["topic", "text", "name", "email", "telephone"]

    def __init__(self, *args: Any, texts: Texts, topics: Sequence[ContactTopic] = (), **kwargs: Any) -> None:
        super().__init__(*args, texts=texts, **kwargs)
        self.topics = {str(topic.pk): topic for topic in topics}
        self.describe("telephone", texts.telephone)
        if not self.topics:
            del self.fields["topic"]
            return
        missing = texts.topic_missing
        self.describe("topic", texts.topic, required=missing, invalid_choice=missing)
        field = cast(forms.ChoiceField, self.fields["topic"])
        field.choices = [(key, topic.label) for key, topic in self.topics.items()]

    @property
    def chosen_topic(self) -> ContactTopic | None:
        return self.topics.get(self.cleaned_data.get("topic", ""))


class BarrierForm(AnsweredForm):
    """Where the barrier is may be said by address, by heading, or not at all."""

    kind = MessageKind.BARRIER
    purpose = "message.barrier"

    page = forms.CharField(required=False, max_length=500)
    field_order = ["text", "page", "name", "email"]

    def __init__(self, *args: Any, texts: Texts, **kwargs: Any) -> None:
        super().__init__(*args, texts=texts, **kwargs)
        self.describe("page", texts.page, texts.page_hint)
