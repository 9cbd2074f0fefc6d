"""Refuses keywords that a function does not take, as the extension module does."""

from __future__ import annotations

# `typing` itself takes longer to import than the rest of the package.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    F = TypeVar("F", bound=Callable[..., Any])


def named(function: F) -> F:
    """The function, which names a wrong keyword and the one that was probably meant.

    >>> @named
    ... def plan(year, *, lang="en"): ...
    >>> plan(2026, language="ko")
    Traceback (most recent call last):
    TypeError: plan() takes no keyword 'language'; did you mean 'lang'? It takes year, lang

    Given a class, it does the same to its constructor and to its public methods.
    """
    if isinstance(function, type):
        for name, member in list(vars(function).items()):
            if name in ("__new__", "__init__"):
                plain = member.__func__ if isinstance(member, staticmethod) else member
                setattr(function, name, _guarded(plain, function.__name__))
            elif name[0] != "_" and isinstance(member, classmethod):
                setattr(function, name, classmethod(_guarded(member.__func__, name)))
            elif name[0] != "_" and _is_function(member):
                setattr(function, name, _guarded(member, name))
        return function
    return _guarded(function, function.__name__)  # type: ignore[return-value]


def _is_function(member: object) -> bool:
    """Whether a member of a class is a function that has a body."""
    return type(member) is type(named) and not hasattr(member, "__isabstractmethod__")


def _guarded(function: Callable[..., Any], name: str) -> Callable[..., Any]:
    """The function, which calls itself by a name when it refuses a keyword."""
    code = function.__code__
    taken = code.co_varnames[code.co_posonlyargcount : code.co_argcount + code.co_kwonlyargcount]

    def call(*arguments: Any, **keywords: Any) -> Any:
        for keyword in keywords:
            if keyword not in taken:
                raise TypeError(refusal(name, taken, keyword))
        return function(*arguments, **keywords)

    # As functools.wraps does, which takes longer to import than this.
    for attribute in ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__"):
        setattr(call, attribute, getattr(function, attribute))
    call.__wrapped__ = function  # type: ignore[attr-defined]
    return call


def refusal(name: str, taken: tuple[str, ...], keyword: str) -> str:
    """The words about a keyword that the function of a name does not take."""
    from probity import _core

    names = [each for each in taken if each not in ("self", "_cls", "cls")]
    return _core._unknown_keyword(name, names, keyword)
