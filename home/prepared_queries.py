"""Queries whose SQL is written once for a process.

Django writes the SQL of a query anew for every request, and with conditions such as "below no view
restriction" that costs far more than the database takes to answer. Here the query is built once with
stand-ins for its values; afterwards only the values change. Rows come out as from `values_list`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import count
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, models

Build = Callable[..., "models.QuerySet[Any, Any]"]
Row = tuple[Any, ...]
Item = TypeVar("Item")

STAND_INS: dict[type, Callable[[int], Any]] = {
    str: lambda number: f"stand-in-{number}",
    int: lambda number: -987_654_000 - number,
    date: lambda number: date(1901, 1, 1) + timedelta(days=number),
    datetime: lambda number: datetime(1901, 1, 1, microsecond=number, tzinfo=UTC),
    UUID: lambda number: UUID(int=number),
}
FIELDS: dict[type, models.Field[Any, Any]] = {
    str: models.CharField(),
    int: models.BigIntegerField(),
    date: models.DateField(),
    datetime: models.DateTimeField(),
    UUID: models.UUIDField(),
}


@dataclass(frozen=True)
class Several:
    """Values of one kind for an `in`: as many as there are, up to `most`."""

    kind: type
    most: int


@dataclass(frozen=True)
class Compiled:
    """SQL with its parameters; a parameter that changes is named, others are as they are."""

    sql: str
    parameters: tuple[tuple[str | None, Any], ...]
    converters: tuple[tuple[int, tuple[list[Any], Any]], ...]


class PreparedQuery:
    """`PreparedQuery(lambda language: pages.filter(…).values_list(…), language=str)`.

    Each named value must be compared as it is (`exact`, `in`, `gt` …), not as part of a pattern, and
    have one of the types in `STAND_INS`; lists are named as `Several`. Limits are part of the query.
    """

    def __init__(self, build: Build, **kinds: type | Several) -> None:
        self.build = build
        self.kinds = {name: kind for name, kind in kinds.items() if isinstance(kind, type)}
        self.several = {name: kind for name, kind in kinds.items() if isinstance(kind, Several)}
        for name, several in self.several.items():
            self.kinds |= dict.fromkeys(_names(name, several), several.kind)
        self._compiled: Compiled | None = None

    def rows(self, **values: Any) -> list[Row]:
        """Rows for these values, converted as `values_list` does. Raises ValueError for too many."""
        return self._fetched("", values)

    def part(self, start: int, stop: int, **values: Any) -> list[Row]:
        """As `rows`, from `start` up to and without `stop`; the query itself has no limit."""
        return self._fetched(f" LIMIT {stop - start:d} OFFSET {start:d}", values)

    def _fetched(self, limit: str, values: dict[str, Any]) -> list[Row]:
        if self._compiled is None:
            self._compiled = self._compile()
        compiled = self._compiled
        singles = values.keys() - self.several.keys()
        prepared = {name: _prepared(self.kinds[name], values[name]) for name in singles}
        for name, several in self.several.items():
            found = [_prepared(several.kind, value) for value in values[name]]
            if not found:
                return []  # Nothing is in no list.
            if len(found) > several.most:
                raise ValueError(f"more than {several.most} values: {name}")
            found += found[-1:] * (several.most - len(found))
            prepared |= zip(_names(name, several), found, strict=True)
        parameters = [prepared[name] if name else value for name, value in compiled.parameters]
        with connection.cursor() as cursor:
            cursor.execute(compiled.sql + limit, parameters)
            rows = cursor.fetchall()
        return _converted(rows, compiled.converters)

    def _compile(self) -> Compiled:
        numbers = count(1)
        stand_ins = {name: STAND_INS[kind](next(numbers)) for name, kind in self.kinds.items()}
        singles = {name: value for name, value in stand_ins.items() if "[" not in name}
        lists = {
            name: [stand_ins[each] for each in _names(name, kind)] for name, kind in self.several.items()
        }
        compiler = self.build(**singles, **lists).query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        names = {str(_prepared(self.kinds[name], value)): name for name, value in stand_ins.items()}
        named = tuple((names.get(str(value)), value) for value in parameters)
        if missing := set(self.kinds) - {name for name, _ in named}:
            raise ValueError(f"not compared as they are: {', '.join(sorted(missing))}")
        columns = [column[0] for column in compiler.select[: compiler.col_count]]
        return Compiled(sql, named, tuple(compiler.get_converters(columns).items()))


def sliced(values: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """Parts that fit into `Several`."""
    return (values[start : start + size] for start in range(0, len(values), size))


@cache
def _names(name: str, several: Several) -> list[str]:
    """Of the single values of a list."""
    return [f"{name}[{index}]" for index in range(several.most)]


def _prepared(kind: type, value: Any) -> Any:
    return FIELDS[kind].get_db_prep_value(value, connection)


def _converted(rows: Iterable[Row], converters: tuple[tuple[int, tuple[list[Any], Any]], ...]) -> list[Row]:
    """As `SQLCompiler.apply_converters`, with the connection of this thread."""
    if not converters:
        return list(rows)
    converted = []
    for row in map(list, rows):
        for position, (functions, expression) in converters:
            for function in functions:
                row[position] = function(row[position], expression, connection)
        converted.append(tuple(row))
    return converted
