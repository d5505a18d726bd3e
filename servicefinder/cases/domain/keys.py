"""Keys of cases and of the house, wrapped by `DATA_KEYS`: AES-256-GCM throughout.

`settings.DATA_KEYS` maps names to 32 bytes, the newest first: new keys are wrapped by it. `rewrap` moves
all others to it, one row at a time, while the site runs; after that an old key may go.
"""

from collections.abc import Iterator

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from home.prepared_queries import PreparedQuery, Several, sliced

from ..models import DataKey
from .ciphers import KEY_BYTES, Box, Sealed, Unreadable

SLICE = 50
HOUSE_KEYS = ("journal", "names")

_house_keys: dict[str, bytes] = {}
_not_certain: set[str] = set()  # Made here, in a transaction that may still be rolled back.


class KeyProblem(Exception):
    """A key is missing or does not open what it should; `str()` says which."""


class DataErased(KeyProblem):
    """The key was destroyed, and with it everything that it opened."""


def create_key(subject: str) -> bytes:
    """A new key, stored wrapped in the current transaction."""
    key = AESGCM.generate_key(bit_length=KEY_BYTES * 8)
    DataKey.objects.create(subject=subject, **_wrapped(subject, key))
    return key


def key_of(subject: str) -> bytes:
    """Raises DataErased where there is none, KeyProblem where no key of `DATA_KEYS` opens it."""
    key = keys_of([subject]).get(subject)
    if key is None:
        raise DataErased(f"there is no key for {subject}")
    return key


def keys_of(subjects: list[str]) -> dict[str, bytes]:
    """Keys of those that have one, in a query for each slice. Raises KeyProblem."""
    query = _KEY if len(subjects) == 1 else _KEYS
    rows = [row for part in sliced(subjects, SLICE) for row in query.rows(subjects=part)]
    return {row[0]: _unwrapped(*row) for row in rows}


def house_key(name: str) -> bytes:
    """The key `name` of `HOUSE_KEYS`, made on first use. Raises KeyProblem."""
    known = _house_keys.get(name)
    if known is None:
        known = _read_or_created(name)
        if name in _not_certain:
            transaction.on_commit(lambda: _remember(name, known))
        else:
            _house_keys[name] = known
    return known


def _remember(name: str, key: bytes) -> None:
    _house_keys[name] = key
    _not_certain.discard(name)


def destroy_key(subject: str) -> None:
    DataKey.objects.filter(subject=subject).delete()


def unwrap(row: DataKey) -> bytes:
    return _unwrapped(row.subject, row.wrapped_by, row.wrapped)


def _unwrapped(subject: str, wrapped_by: str, wrapped: Sealed) -> bytes:
    wrapping = settings.DATA_KEYS.get(wrapped_by)
    if wrapping is None:
        raise KeyProblem(f"DATA_KEYS lacks the key {wrapped_by!r}, which {subject} was wrapped with")
    try:
        return Box(b"", wrapping).open(subject, wrapped)
    except Unreadable as error:
        raise KeyProblem(f"the key {wrapped_by!r} of DATA_KEYS does not open {subject}") from error


def _wrapped_keys(subjects: list[str]) -> "QuerySet[DataKey, tuple[str, str, Sealed]]":
    found = DataKey.objects.filter(subject__in=subjects)
    return found.order_by().values_list("subject", "wrapped_by", "wrapped")


_KEY = PreparedQuery(_wrapped_keys, subjects=Several(str, 1))
_KEYS = PreparedQuery(_wrapped_keys, subjects=Several(str, SLICE))


def rewrap() -> Iterator[str]:
    """Wrap every key by the newest of `DATA_KEYS`; yields the subjects as it goes. Can be repeated."""
    newest = next(iter(settings.DATA_KEYS))
    for pk in DataKey.objects.exclude(wrapped_by=newest).values_list("pk", flat=True):
        with transaction.atomic():
            row = DataKey.objects.select_for_update().filter(pk=pk).first()
            if row is None:
                continue
            DataKey.objects.filter(pk=pk).update(**_wrapped(row.subject, unwrap(row)))
        yield row.subject


def _wrapped(subject: str, key: bytes) -> dict[str, str | bytes]:
    name, wrapping = next(iter(settings.DATA_KEYS.items()))
    return {"wrapped_by": name, "wrapped": Box(b"", wrapping).close(subject, key)}


def _read_or_created(name: str) -> bytes:
    try:
        return key_of(name)
    except DataErased:
        try:
            with transaction.atomic():
                _not_certain.add(name)
                return create_key(name)
        except IntegrityError:  # Another process was first.
            return key_of(name)


def forget_house_keys() -> None:
    """The next question reads them again: after a restore, and between tests."""
    _house_keys.clear()
    _not_certain.clear()
