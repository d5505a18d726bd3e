"""Two hundred cases of the demo city, of the last months and in every state.

Written in bulk with the case file's own seals, references and chains, so that they took place in the past:
no mail goes out, no delivery is planned.
"""

import uuid
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from django.utils import timezone

from accounts.models import User
from democity import content_files
from servicefinder.cases.domain.contents import Contents, IncomingFile
from servicefinder.cases.domain.due_dates import deletion_date, due_date
from servicefinder.cases.domain.names import name_digests
from servicefinder.cases.domain.references import next_reference
from servicefinder.cases.domain.sealing import Seal
from servicefinder.cases.domain.statistics import refresh_figures, refresh_service_durations
from servicefinder.cases.domain.types import version_in_force
from servicefinder.cases.enums import CaseState, Origin, PaymentState
from servicefinder.cases.models import Case, CaseTypeVersion, NameDigest
from servicefinder.forms.domain.definitions import FormDef
from servicefinder.forms.domain.submitting import person_of, sections
from servicefinder.forms.domain.versions import current_version
from servicefinder.forms.domain.walking import Walk
from servicefinder.forms.models import FormVersion

from .applicants import applicant
from .case_courses import arrivals, course, state_of
from .case_filling import Answers, filled
from .case_records import write_records
from .case_specials import states_wanted, write_specials
from .demo_case import DemoCase
from .load import Load
from .specimen_files import specimen

# The same city each time, so that people can talk about what they see.
SEED = 1187
ENGLISH, NOT_ONLINE = 0.1, 0.08
BY_HAND = (Origin.PAPER, Origin.COUNTER, Origin.PHONE)


@dataclass(frozen=True)
class Matter:
    """What the cases of one form share. `entry`, `people` and `specials` are parts of the file `cases`."""

    entry: Mapping[str, Any]
    people: Mapping[str, Any]
    specials: Mapping[str, Any]
    form: FormDef
    form_version: FormVersion
    version: CaseTypeVersion
    staff: list[User]


def load_cases(load: Load) -> None:
    chance = Random(SEED)  # noqa: S311 - nothing here is secret
    content = content_files.read("cases")
    planned = [each for entry in content["forms"] for each in _planned(_matter(entry, content, load), chance)]
    planned.sort(key=lambda each: each[0])
    cases = [_demo_case(*each, chance) for each in planned]
    Case.objects.bulk_create([each.case for each in cases])
    NameDigest.objects.bulk_create(
        NameDigest(case=each.case, digest=digest) for each in cases for digest in each.names
    )
    load.mark_all([each.case for each in cases])
    write_records(cases, content, chance)
    write_specials(cases, content, load)
    refresh_figures()
    refresh_service_durations()


def _matter(entry: Mapping[str, Any], content: Mapping[str, Any], load: Load) -> Matter:
    page = load.forms[entry["form"]]
    form_version = current_version(page.form)
    if form_version is None:
        raise LookupError(f"the form {entry['form']} was not published")
    version = version_in_force(load.case_types[entry["form"]].key)
    department = next(
        slug
        for slug, each in load.departments.items()
        if each.department.pk == version.case_type.department_id
    )
    form = FormDef.from_json(form_version.definition)
    return Matter(entry, content, content["specials"], form, form_version, version, load.staff[department])


Planned = tuple[datetime, Matter, Mapping[str, Any], Collection[CaseState]]


def _planned(matter: Matter, chance: Random) -> Iterator[Planned]:
    """For each case: when, of what, with which sample, in which of these states."""
    due_days, samples, count = matter.version.due_working_days, matter.entry["samples"], matter.entry["cases"]
    moments = arrivals(count, due_days, timezone.now(), chance)
    states = states_wanted(matter.entry["form"], count, matter.specials)
    for number, (at, among) in enumerate(zip(moments, states, strict=True)):
        yield at, matter, samples[number % len(samples)], among


def _demo_case(
    received: datetime,
    matter: Matter,
    sample: Mapping[str, Any],
    among: Collection[CaseState],
    chance: Random,
) -> DemoCase:
    day = timezone.localdate(received)
    who = applicant(matter.people, day, chance, abroad=matter.entry.get("abroad", False))
    answers, files = _with_files(matter.form, filled(matter.form, who, day, chance, sample))
    language = "en" if matter.form.texts and chance.random() < ENGLISH else "de"
    walk = Walk(matter.form, answers)
    contents = Contents(
        person_of(walk), tuple(sections(walk, language)), dict(walk.answers), walk.prices(language)
    )
    case, seal = _received(received, matter, contents)
    case.language, case.origin = language, _origin(chance)
    case.payment_way = str(matter.form_version.settings.get("payment") or "") if case.price_cents else ""
    if case.origin == Origin.ONLINE:
        case.form, case.form_version = str(matter.form_version.form_id), matter.form_version.number
    demo = DemoCase(matter.entry["form"], case, seal, files, [], chance.choice(matter.staff))
    demo.names = name_digests(contents.person.list_name)
    _let_happen(demo, among, chance)
    return demo


def _origin(chance: Random) -> Origin:
    return Origin.ONLINE if chance.random() > NOT_ONLINE else chance.choice(BY_HAND)


def _with_files(form: FormDef, answers: Answers) -> tuple[Answers, tuple[IncomingFile, ...]]:
    """The answers with the true sizes of the files that they name, and these files."""
    files: list[IncomingFile] = []
    for each in form.fields():
        named = answers.get(each.name) if each.kind == "file" else None
        for row in named or ():
            file = specimen(row["name"], each.label)
            row.update(id=str(uuid.uuid4()), size=len(file.content))
            files.append(file)
    return answers, tuple(files)


def _received(received: datetime, matter: Matter, contents: Contents) -> tuple[Case, Seal]:
    """The case as it came, unsaved; its key is stored."""
    case_id, day = uuid.uuid4(), timezone.localdate(received)
    seal = Seal.new(case_id)
    case = Case(
        id=case_id,
        reference=next_reference(day.year),
        submission_key=f"demo:{case_id}",
        type_version=matter.version,
        department_id=matter.version.case_type.department_id,
        service_id=matter.version.case_type.service_id,
        received_at=received,
        due_on=due_date(matter.version, day),
        payment=PaymentState.DUE if contents.total_cents else PaymentState.FREE,
        price_cents=contents.total_cents,
        is_demo=True,
        sealed_name=seal.close_text("name", contents.person.list_name),
        sealed_data=seal.close_json("data", contents.as_json()),
    )
    return case, seal


def _let_happen(demo: DemoCase, among: Collection[CaseState], chance: Random) -> None:
    """From its arrival to where it stands today: in one of the states `among`."""
    case, now = demo.case, timezone.now()
    case.state = state_of(case.received_at, case.due_on, now, chance, among)
    demo.happened = course(CaseState(case.state), case.received_at, case.due_on, now, chance)
    reached = {each.to: each.at for each in demo.happened if each.to}
    case.decided_at, case.closed_at = reached.get(CaseState.DECIDED), reached.get(CaseState.CLOSED)
    if case.closed_at:
        case.delete_on = deletion_date(case.type_version, timezone.localdate(case.closed_at))
    if any(each.what == "assigned" for each in demo.happened):
        case.assigned_to = demo.worker
    if case.price_cents and case.closed_at:
        case.payment, case.paid_on = PaymentState.PAID, timezone.localdate(case.closed_at)
    case.version = 1 + sum(each.what in ("state", "assigned") for each in demo.happened)
