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
    """
    code = function.__code__
    taken = code.co_varnames[code.co_posonlyargcount : code.co_argcount + code.co_kwonlyargcount]

    def call(*arguments: Any, **keywords: Any) -> Any:
        for keyword in keywords:
            if keyword not in taken:
                raise TypeError(refusal(function, taken, keyword))
        return function(*arguments, **keywords)

    # As functools.wraps does, which takes longer to import than this.
    for attribute in ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__"):
        setattr(call, attribute, getattr(function, attribute))
    call.__wrapped__ = function  # type: ignore[attr-defined]
    return call  # type: ignore[return-value]


def refusal(function: Callable[..., Any], taken: tuple[str, ...], keyword: str) -> str:
    """What is said of a keyword that the function does not take."""
    from probity import _core

    names = [name for name in taken if name != "self"]
    return _core._unknown_keyword(function.__name__, names, keyword)
