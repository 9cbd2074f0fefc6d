"""Tables whose records are made when one is looked at.

A programme may have a million tasks. Their frame comes from the flat columns that the library makes
at once; objects for all of them would take many times as long.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from probity._core import Programme, ProgrammeTask, _FlatTable
from probity.tables.column import Column
from probity.tables.programme import flat_tasks
from probity.tables.table import COLUMNS, Table

if TYPE_CHECKING:
    from probity.types import Language

Record = TypeVar("Record")

#: Held while records are made: making them may make others' records.
_FILLING = threading.RLock()


class LaterTable(Table[Record]):
    """A Table that has its columns, and makes its records when anything else is asked of it.

    From then on it is a Table like any other.
    """

    _make: Callable[[], Iterable[Record]]
    _columns_in: Callable[[Language], _FlatTable]

    def __init__(
        self,
        of: type[Record],
        make: Callable[[], Iterable[Record]],
        columns: Callable[[Language], _FlatTable],
    ) -> None:
        super().__init__((), of)
        self._make = make
        self._columns_in = columns

    def columns(self) -> tuple[Column, ...]:
        assert self.of is not None
        return COLUMNS[next(each for each in self.of.__mro__ if each in COLUMNS)]

    def _flat(self, lang: Language) -> _FlatTable:
        return self._columns_in(lang)

    def _fill(self) -> None:
        with _FILLING:
            if not isinstance(self, LaterTable):
                return  # by another thread, in the meantime
            list.extend(self, self._make())
            del self._make, self._columns_in
            self.__class__ = Table  # type: ignore[assignment]


def _filled_first(name: str) -> Callable[..., Any]:
    def method(self: LaterTable[Any], *args: Any, **kwargs: Any) -> Any:
        # A list looks into another one and does not ask it.
        for each in (self, *args):
            if isinstance(each, LaterTable):
                each._fill()
        return getattr(self, name)(*args, **kwargs)

    method.__name__ = name
    method.__doc__ = getattr(Table, name).__doc__
    return method


# All that a list can be asked; Python's own functions ask these too.
for _name in (
    *("__len__", "__iter__", "__reversed__", "__getitem__", "__contains__", "__repr__"),
    *("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"),
    *("__setitem__", "__delitem__", "__iadd__", "__imul__", "__mul__", "__rmul__"),
    *("__reduce_ex__", "append", "extend", "insert", "remove", "pop", "clear", "index", "count"),
    *("sort", "reverse", "copy", "_kind", "_rows"),
):
    setattr(LaterTable, _name, _filled_first(_name))


def _plus(self: LaterTable[Any], other: Any) -> Any:
    return [*self, *other] if isinstance(other, list) else NotImplemented


def _after(self: LaterTable[Any], other: Any) -> Any:
    return [*other, *self] if isinstance(other, list) else NotImplemented


# A list adds what another one holds, and does not ask it.
LaterTable.__add__ = _plus  # type: ignore[assignment]
LaterTable.__radd__ = _after  # type: ignore[attr-defined]


def tasks_of(programme: Programme) -> Table[ProgrammeTask]:
    """The tasks of a programme."""
    return LaterTable(ProgrammeTask, programme._tasks, lambda lang: flat_tasks(programme, lang))
