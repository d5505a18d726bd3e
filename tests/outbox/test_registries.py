import pytest

from outbox.registries import JobKind, Registry


def kind(name: str) -> JobKind:
    return JobKind(name, lambda key, payload: None)


def test_entries_are_found_by_name_and_listed_in_order():
    registry: Registry[JobKind] = Registry()
    second, first = kind("b"), kind("a")
    registry.register(second)
    registry.register(first)

    assert registry.get("a") is first
    assert registry.get("missing") is None
    assert list(registry) == [second, first]
    assert registry.names() == ["b", "a"]


def test_name_is_taken_once():
    registry: Registry[JobKind] = Registry()
    registry.register(kind("a"))

    with pytest.raises(ValueError, match="'a' is registered already"):
        registry.register(kind("a"))


def test_what_a_test_registers_does_not_outlive_it():
    registry: Registry[JobKind] = Registry()
    registry.register(kind("kept"))

    with registry.fresh():
        assert registry.names() == []
        registry.register(kind("gone"))

    assert registry.names() == ["kept"]
