"""What the loading of cases hands from step to step."""

from dataclasses import dataclass, field

from accounts.models import User
from servicefinder.cases.domain.contents import IncomingFile
from servicefinder.cases.domain.sealing import Seal
from servicefinder.cases.models import Case

from .case_courses import Happening


@dataclass
class DemoCase:
    """A case to be written, with all that happened to it. `names` are digests to find it by."""

    form: str
    case: Case
    seal: Seal
    files: tuple[IncomingFile, ...]
    happened: list[Happening]
    worker: User
    names: list[str] = field(default_factory=list)
