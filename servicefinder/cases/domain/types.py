"""Which version of a case type is in force."""

from ..models import CaseType, CaseTypeVersion


class NoSuchType(LookupError):
    """There is no such type, or none of its versions is in force."""


def version_in_force(key: str) -> CaseTypeVersion:
    """The newest approved version. Raises NoSuchType."""
    versions = CaseTypeVersion.objects.filter(case_type__key=key, approved_at__isnull=False)
    found = versions.select_related("case_type").order_by("-number").first()
    if found is None:
        raise NoSuchType(f"there is no case type {key!r} in force")
    return found


def state_words(version: CaseTypeVersion, state: str, default: str) -> str:
    """What the citizen reads for a state."""
    return str(version.state_words.get(state) or default)


def is_in_use(case_type: CaseType) -> bool:
    return CaseTypeVersion.objects.filter(case_type=case_type, cases__isnull=False).exists()
