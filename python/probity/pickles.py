"""How pickles give back the values of classes that others derived from those of the library."""

from __future__ import annotations

# `typing` itself takes longer to import than the rest of the package.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def of_subclass(cls: type, base: type, arguments: tuple[Any, ...]) -> Any:
    """A value of a class that takes arguments of its own, made by those of the library's class.

    The class's own __init__ is not called, as with every pickle: what it set are attributes, which
    the pickle has.
    """
    make: Any = base
    value = make.__new__(cls)
    make.__init__(value, *arguments)
    return value
