"""Departments, offices and services for tests. Pages are live unless the trait `draft` says otherwise."""

from datetime import time
from decimal import Decimal
from typing import Any

import factory
from django.utils import timezone
from django.utils.text import slugify
from factory.django import DjangoModelFactory
from wagtail.models import Locale, Page, Site

from accounts.models import User
from home.models import HomePage
from servicefinder.catalogue.enums import FeeKind, LiveStatus, OnlineServiceKind, OnlineStatus, Role
from servicefinder.catalogue.models import (
    ContactPersonPage,
    DepartmentIndexPage,
    DepartmentPage,
    LifeSituation,
    Membership,
    OfficePage,
    OpeningHours,
    RelatedService,
    ServiceContact,
    ServiceDeadline,
    ServiceDocument,
    ServiceFee,
    ServiceLegalBasis,
    ServiceLeika,
    ServiceOffice,
    ServiceOnlineService,
    ServicePage,
    ServiceStep,
)


def home_page(language: str = "de") -> HomePage:
    """The city's front page in a language; the German one is the root of the default site."""
    locale, _ = Locale.objects.get_or_create(language_code=language)
    existing = HomePage.objects.filter(locale=locale).first()
    if existing:
        return existing
    if language != "de":
        return home_page().copy_for_translation(locale)
    page = Page.objects.get(depth=1).add_child(
        instance=HomePage(title="Auenstadt", slug="auenstadt", locale=locale)
    )
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": page})
    return page


def department_index() -> DepartmentIndexPage:
    existing = DepartmentIndexPage.objects.filter(locale__language_code="de").first()
    return existing or home_page().add_child(instance=DepartmentIndexPage(title="Ämter", slug="aemter"))


class PageFactory(DjangoModelFactory):
    """`parent` is the page above; with `draft` the page has never been published."""

    class Meta:
        abstract = True

    class Params:
        draft = factory.Trait(live=False, has_unpublished_changes=True)

    slug = factory.LazyAttribute(lambda page: slugify(page.title))
    live = True
    first_published_at = factory.LazyAttribute(lambda page: timezone.now() if page.live else None)

    @classmethod
    def _create(cls, model_class: type[Page], *args: Any, **kwargs: Any) -> Page:
        parent = kwargs.pop("parent")
        page: Page = Page.objects.get(pk=parent.pk).add_child(instance=model_class(**kwargs))
        return page


class DepartmentPageFactory(PageFactory):
    class Meta:
        model = DepartmentPage

    parent = factory.LazyFunction(department_index)
    title = factory.Sequence(lambda n: f"Amt {n}")


class OfficePageFactory(PageFactory):
    """`open` gives it hours: Monday to Friday, 8 to 12."""

    class Meta:
        model = OfficePage

    class Params:
        open = factory.Trait(
            opening_hours=factory.LazyFunction(
                lambda: [OpeningHours(weekday=day, opens=time(8), closes=time(12)) for day in range(5)]
            )
        )

    parent = factory.SubFactory(DepartmentPageFactory)
    title = factory.Sequence(lambda n: f"Standort {n}")
    address = "Marktplatz 1"
    postal_code = "35990"
    city = "Auenstadt"
    latitude = Decimal("50.560000")
    longitude = Decimal("8.500000")
    phone = "06499 900-1200"


class ContactPersonPageFactory(PageFactory):
    class Meta:
        model = ContactPersonPage

    parent = factory.SubFactory(DepartmentPageFactory)
    title = factory.Sequence(lambda n: f"Karin Feld {n}")
    function = "Sachgebiet Ausweise"
    email = "ausweise@auenstadt.example"


class LifeSituationFactory(DjangoModelFactory):
    class Meta:
        model = LifeSituation

    title = factory.Sequence(lambda n: f"Lebenslage {n}")
    slug = factory.LazyAttribute(lambda situation: slugify(situation.title))
    locale = factory.LazyFunction(Locale.get_default)


class ServicePageFactory(PageFactory):
    """A service with a name and little else; traits add parts.

    `whole` fills every part; `free` costs nothing; `restricted` cannot be used as usual.
    """

    class Meta:
        model = ServicePage

    class Params:
        free = factory.Trait(
            fees=factory.LazyFunction(lambda: [ServiceFee(label="Antrag", kind=FeeKind.FREE)]),
        )
        restricted = factory.Trait(
            live_status=LiveStatus.RESTRICTED, live_status_reason="Wasserschaden im Archiv"
        )
        whole = factory.Trait(
            official_name="Reisepass Ausstellung",
            synonyms="Pass\nePass",
            search_terms="Paß",
            summary="Mit dem Reisepass reisen Sie überall hin.",
            body="<p>Der Pass ist zehn Jahre gültig.</p>",
            for_whom="<p>Für Deutsche.</p>",
            requirements="<ul><li>Sie wohnen hier.</li></ul>",
            fees_note="<p>Mit Karte oder bar.</p>",
            hints="<p>Manche Länder verlangen sechs Monate.</p>",
            legal_remedy="<p>Widerspruch innerhalb eines Monats.</p>",
            processing_min=4,
            processing_max=6,
            processing_unit="week",
            processing_text="Express: 3 Werktage.",
            ozg="10177",
            typisierung="2/3",
            approved_by="Bürgeramt",
            leika=factory.LazyFunction(lambda: [ServiceLeika(code="99085001012000")]),
            documents=factory.LazyFunction(
                lambda: [
                    ServiceDocument(name="bisheriger Pass", form="original"),
                    ServiceDocument(name="Passfoto", form="digital", note="kein Papierfoto"),
                ]
            ),
            fees=factory.LazyFunction(
                lambda: [
                    ServiceFee(
                        label="32 Seiten", cents=7000, condition="ab 24 Jahren", legal_source="§ 15 PassV"
                    )
                ]
            ),
            deadlines=factory.LazyFunction(
                lambda: [
                    ServiceDeadline(label="Vor der Reise", length=8, unit="week", text="Acht Wochen vorher.")
                ]
            ),
            steps=factory.LazyFunction(
                lambda: [
                    ServiceStep(title="Termin buchen", text="<p>Online.</p>"),
                    ServiceStep(title="Abholen"),
                ]
            ),
            legal_bases=factory.LazyFunction(
                lambda: [
                    ServiceLegalBasis(
                        title="Passgesetz", paragraph="§ 1", url="https://www.gesetze-im-internet.de/"
                    )
                ]
            ),
            online_services=factory.LazyFunction(
                lambda: [
                    ServiceOnlineService(
                        label="Termin buchen",
                        kind=OnlineServiceKind.EXTERNAL,
                        url="https://termine.example/",
                        status=OnlineStatus.ONLINE,
                    )
                ]
            ),
        )

    parent = factory.SubFactory(DepartmentPageFactory)
    title = factory.Sequence(lambda n: f"Dienstleistung {n}")
    teaser = "Ein Satz dazu."

    @classmethod
    def _create(cls, model_class: type[Page], *args: Any, **kwargs: Any) -> Page:
        """Pages become rows: `at_offices`, `with_contacts`, `related_to`; also `in_situations`, `tagged`."""
        references = {
            "offices": [ServiceOffice(office=page.office) for page in kwargs.pop("at_offices", ())],
            "contacts": [ServiceContact(person=page.person) for page in kwargs.pop("with_contacts", ())],
            "related": [RelatedService(service=page.service) for page in kwargs.pop("related_to", ())],
        }
        parent = kwargs.pop("parent")
        situations, tags = kwargs.pop("in_situations", ()), kwargs.pop("tagged", ())
        page = model_class(**references, **kwargs)
        page.life_situations.set(situations)
        page.tags.add(*tags)
        Page.objects.get(pk=parent.pk).add_child(instance=page)
        return page


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    role = Role.AUTHOR


def member_of(page: DepartmentPage, role: Role = Role.AUTHOR, username: str = "") -> User:
    """A person who may sign in and belongs to the department."""
    user = User.objects.create_user(username or f"{role}-{page.slug}")
    MembershipFactory(user=user, department=page.department, role=role)
    return user


def publish(page: Page, **changes: Any) -> Page:
    """Edit a page as an editor does: a revision that goes live."""
    fresh = type(page).objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(fresh, name, value)
    fresh.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def save_draft(page: Page, **changes: Any) -> Page:
    """A revision that stays a draft."""
    fresh = type(page).objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(fresh, name, value)
    fresh.save_revision()
    return type(page).objects.get(pk=page.pk)


def translate(page: Page, language: str = "en", *, live: bool = True, **texts: Any) -> Page:
    """The page in another language, with what is above it."""
    locale, _ = Locale.objects.get_or_create(language_code=language)
    parent = page.get_parent().specific
    if not parent.has_translation(locale):
        home_page(language) if isinstance(parent, HomePage) else translate(parent, language, live=live)
    copy = page.copy_for_translation(locale)
    for name, value in texts.items():
        setattr(copy, name, value)
    copy.live = live
    copy.save()
    return copy
