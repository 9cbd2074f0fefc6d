"""Finds the code blocks of a Markdown document and makes runnable programs of them.

What a block states as its result is checked in three notations:

- a Python block with ``>>>`` is a doctest;
- an expression with a comment behind it gives the value that the comment begins with
  (``week.days();  // 7``, ``len(week)  # 7, Monday to Sunday``); of a call that must fail the
  comment names the error: ``DateError``, ``raises DateError``;
- a block of ``text`` right after a block is what that block prints.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path


@dataclass(frozen=True)
class Snippet:
    """A block of code, where it stands, and what it says that it prints."""

    document: str
    line: int
    language: str
    code: str
    prints: str | None = None

    def __str__(self) -> str:
        return f"{self.document}:{self.line}"


_FENCE = re.compile(
    r"^```(?P<language>\w*)[^\n]*\n(?P<code>.*?)^```[ ]*$", re.MULTILINE | re.DOTALL
)


def snippets_in(path: Path, root: Path) -> Iterator[Snippet]:
    """The fenced blocks of a document, in order."""
    text = path.read_text(encoding="utf-8")
    fences = list(_FENCE.finditer(text))
    for fence, following in zip_longest(fences, fences[1:]):
        prints = None
        if following and following["language"] == "text":
            between = text[fence.end() : following.start()]
            prints = following["code"] if not between.strip() else None
        yield Snippet(
            document=str(path.relative_to(root)),
            line=text.count("\n", 0, fence.start()) + 1,
            language=fence["language"],
            code=fence["code"],
            prints=prints,
        )


def stated_values(code: str) -> dict[int, str]:
    """The comments that state a value, by the line of the expression statement they follow."""
    comments = {
        token.start[0]: token.string.lstrip("# ").strip()
        for token in tokenize.generate_tokens(io.StringIO(code).readline)
        if token.type == tokenize.COMMENT and token.line.lstrip() != token.line[token.start[1] :]
    }
    expressions = {node.end_lineno for node in ast.parse(code).body if isinstance(node, ast.Expr)}
    return {line: comment for line, comment in comments.items() if line in expressions}


def run_python(snippet: Snippet, namespace: dict[str, object]) -> None:
    """Runs a Python block and holds each expression to the value stated behind it."""
    stated = stated_values(snippet.code)
    for node in ast.parse(snippet.code).body:
        place = f"{snippet.document}:{snippet.line + node.lineno}"
        comment = stated.get(node.end_lineno or 0)
        if not isinstance(node, ast.Expr) or comment is None:
            exec(compile(ast.Module([node], []), place, "exec"), namespace)
            continue
        expression = compile(ast.Expression(node.value), place, "eval")
        try:
            value = eval(expression, namespace)
        except Exception as error:
            stated_error = comment.removeprefix("raises ")
            name = type(error).__name__
            assert stated_error.startswith(name), f"{place}: states {comment!r}, raises {error!r}"
            continue
        shown = (repr(value), str(value))
        assert comment.startswith(shown), f"{place}: states {comment!r}, gives {shown[0]}"


_STATEMENT = re.compile(r"^(?P<expression>(?:[^=]|[=!<>]=)+);\s*//\s*(?P<value>.+)$")
_DECLARATION = re.compile(r"^(using|return|auto|const|namespace)\b|^[\w:<>]+&?\s+\w+\s*[{(=;]")

_PROGRAM = """\
{includes}
#include "show_value.hpp"

using namespace probity;

int main() {{
{body}
    return snippets::faults();
}}
"""


def cpp_program(snippet: Snippet) -> str:
    """The block as a program: itself where it has a main, else the body of one."""
    if re.search(r"\bmain\(", snippet.code):
        return snippet.code
    includes, body = [], []
    for number, line in enumerate(snippet.code.splitlines(), start=snippet.line + 1):
        text = line.strip()
        statement = _STATEMENT.match(text)
        if text.startswith("#include"):
            includes.append(line)
        elif statement and not _DECLARATION.match(text):
            value = statement["value"].replace("\\", "\\\\").replace('"', '\\"')
            body.append(
                f'    PROBITY_STATED("{snippet.document}:{number}", "{value}", '
                f"({statement['expression']}));"
            )
        else:
            body.append("    " + line)
    return _PROGRAM.format(includes="\n".join(includes), body="\n".join(body))
