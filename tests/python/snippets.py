"""Finds the code blocks of Markdown documents, and the worked examples that open the headers, and
makes runnable programs of them.

What they state as their results is checked in three notations:

- a Python block with ``>>>`` is a doctest;
- an expression with a comment behind it gives the value that the comment begins with
  (``week.days();  // 7``, ``len(week)  # 7, Monday to Sunday``); of a call that must fail the
  comment names the error: ``DateError``, ``raises DateError``;
- a block of ``text`` right after a block is what that block prints;
- a block of ``console`` shows commands behind ``$``, each with what it prints under it; ``...``
  stands for what is left out, and ``$ echo $?`` shows the exit code of the command before it.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
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


def header_example(path: Path, root: Path) -> Snippet | None:
    """The statements in the comment that opens a header, if it has any.

    They stand indented. So do drawings and tables, which have no line that ends a call.
    """
    code: list[str] = []
    opening = path.read_text(encoding="utf-8").split("#pragma once")[0].splitlines()
    for indented, lines in groupby(opening, lambda line: line.startswith("//     ")):
        block = [line[7:] for line in lines]
        is_code = indented and any(re.search(r"[)\]}\"];\s*(//.*)?$", line) for line in block)
        code += block if is_code else [""] * len(block)
    if not any(code):
        return None
    return Snippet(str(path.relative_to(root)), 0, "cpp", "\n".join(code))


def console_commands(code: str) -> list[tuple[str, str]]:
    """The commands of a console block, each with what it prints."""
    commands: list[tuple[str, str]] = []
    for line in code.splitlines(keepends=True):
        if line.startswith("$ "):
            commands.append((line[2:].rstrip("\n"), ""))
        else:
            command, printed = commands.pop()
            commands.append((command, printed + line))
    return commands


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


# In C++ a comment states a value where it begins like one; else it is a remark.
_VALUE = re.compile(r'["\[{(\d-]|(true|false|none|lunar)\b|(raises )?\w+Error\b')
_STATEMENT = re.compile(r"^(?P<expression>.+?);\s*//\s*(?P<value>.+)$")
_DECLARATION = re.compile(r"^(using|return|auto|const|namespace)\b|^[\w:<>]+&?\s+\w+\s*[{(=,;]")

_PROGRAM = """\
{includes}
#include "show_value.hpp"

using namespace probity;

int main() {{
{body}
    return snippets::faults();
}}
"""


def cpp_program(snippet: Snippet, *, includes: Sequence[str] = (), prelude: str = "") -> str:
    """The block as a program: itself where it has a main, else the body of one, behind the
    prelude."""
    if re.search(r"\bmain\(", snippet.code):
        return snippet.code
    directives = [f'#include "{header}"' for header in includes]
    body = [f"    {prelude}"]
    for number, line in enumerate(snippet.code.splitlines(), start=snippet.line + 1):
        text = line.strip()
        statement = _STATEMENT.match(text)
        if text.startswith("#include"):
            directives.append(line)
        elif statement and _VALUE.match(statement["value"]) and not _DECLARATION.match(text):
            value = statement["value"].replace("\\", "\\\\").replace('"', '\\"')
            body.append(
                f'    PROBITY_STATED("{snippet.document}:{number}", "{value}", '
                f"({statement['expression']}));"
            )
        else:
            body.append("    " + line)
    return _PROGRAM.format(includes="\n".join(directives), body="\n".join(body))
