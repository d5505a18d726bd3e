"""Content under a case's key, bound to the case and to what it is."""

from uuid import UUID

from .ciphers import Box
from .keys import KeyProblem, create_key, destroy_key, key_of, keys_of


class Seal(Box):
    """Seals and opens what belongs to one case. `what` names the content: `name`, `data`, `message` …

    What cannot be opened raises KeyProblem.
    """

    def __init__(self, case_id: UUID, key: bytes) -> None:
        super().__init__(case_id.bytes, key)

    @classmethod
    def new(cls, case_id: UUID) -> "Seal":
        return cls(case_id, create_key(subject_of(case_id)))

    @classmethod
    def of(cls, case_id: UUID) -> "Seal":
        """Raises DataErased after the key was destroyed, KeyProblem where `DATA_KEYS` lacks its wrapper."""
        return cls(case_id, key_of(subject_of(case_id)))

    @classmethod
    def of_many(cls, case_ids: list[UUID]) -> dict[UUID, "Seal"]:
        """Seals by case, in one query; cases without a key are left out."""
        keys = keys_of([subject_of(each) for each in case_ids])
        return {each: cls(each, key) for each in case_ids if (key := keys.get(subject_of(each)))}

    def refusal(self, what: str) -> KeyProblem:
        return KeyProblem(f"the sealed {what} cannot be opened")


def subject_of(case_id: UUID) -> str:
    return f"case:{case_id}"


def erase(case_id: UUID) -> None:
    """From now on nobody can read what was sealed for the case."""
    destroy_key(subject_of(case_id))
