"""Prints a header as Doxygen reads it: an INPUT_FILTER.

The headers say three things in their own way, which are said here in Doxygen's:

- a line "// Name -----" within a class begins a section of its members, and the comment below it
  holds for the whole section;
- a sentence "Throws DateError for ..." tells an error;
- a macro and the include of rows right after it stand for what the rows are by that macro.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

_SECTION = re.compile(r"^    // (?P<name>\S.*?) -{5,}$")
_ENDS_SECTION = re.compile(r"^(  (public|protected|private):|};)")
_MACRO = re.compile(r"^#define \w+\(.*[^\\]$")
_ROWS = re.compile(r'^#include "[\w/]+\.inc"$')
_INCLUDE = Path(__file__).parents[2] / "include"
_SENTENCE = re.compile(r"(?<=[.)])\s+(?=[A-Z\"\[])")
_THROWS = re.compile(r"^Throws (?=\w+(?:Errors?|Conflict)\b)")
# A header named in a comment, which Doxygen would make a link to a page that there is not.
_HEADER = re.compile(r"\b(?=\w+\.hpp\b)")
_NEXT_ERROR = re.compile(r",? (?:and |or )?(?=[A-Z]\w+(?:Errors?|Conflict)\b)")


def errors(sentence: str) -> list[str]:
    """ "Throws A for this, and B for that." as commands, one an error."""
    clauses = _NEXT_ERROR.split(_THROWS.sub("", sentence).rstrip("."))
    named = (re.match(r"(\w+)\W*(.*)", clause, re.DOTALL) for clause in clauses)
    return [f"@throws {each[1]} {each[2]}".strip() for each in named if each]


def with_errors(comment: list[str]) -> list[str]:
    """A comment whose sentences on errors are commands at its end."""
    kept: list[str] = []
    thrown: list[str] = []
    paragraph: list[str] = []
    for line in [*comment, ""]:
        if line and not line.startswith("    "):
            paragraph.append(line)
            continue
        sentences = _SENTENCE.split(" ".join(" ".join(paragraph).split()))
        thrown += [e for s in sentences if _THROWS.match(s) for e in errors(s)]
        rest = " ".join(s for s in sentences if not _THROWS.match(s))
        kept += [rest, line] if rest else [line]
        paragraph = []
    while kept and not kept[-1]:
        kept.pop()
    return [*kept, *([""] if kept and thrown else []), *thrown]


def by_rows(macro: str, include: str) -> list[str]:
    """The code that a list of rows is by a macro, as the compiler sees it."""
    command = [os.environ.get("CXX", "c++"), "-E", "-P", "-x", "c++", "-I", str(_INCLUDE), "-"]
    code = f"{macro}\n{include}\n"
    return subprocess.run(
        command, input=code, capture_output=True, text=True, check=True
    ).stdout.splitlines()


def filtered(lines: list[str]) -> list[str]:
    output: list[str] = []
    open_section = False
    position = 0
    while position < len(lines):
        line = lines[position]
        position += 1
        section = _SECTION.match(line)
        if open_section and (section or _ENDS_SECTION.match(line)):
            output.append("    ///@}")
            open_section = False
        if section:
            remarks = []
            while position < len(lines) and lines[position].startswith("    // "):
                remarks.append(lines[position][7:])
                position += 1
            output.append(f"    /// @name {section['name']}")
            output += [f"    /// {each}".rstrip() for each in with_errors(remarks)]
            output.append("    ///@{")
            open_section = True
        elif match := re.match(r"^( *)/// ?(?!<)", line):
            comment = [line[match.end() :]]
            while position < len(lines) and re.match(r"^ *///(?!<)", lines[position]):
                comment.append(re.sub(r"^ */// ?", "", lines[position]))
                position += 1
            comment = [_HEADER.sub("%", each) for each in comment]
            output += [f"{match[1]}/// {each}".rstrip() for each in with_errors(comment)]
        elif _MACRO.match(line) and position < len(lines) and _ROWS.match(lines[position]):
            output += by_rows(line, lines[position])
            position += 1
        else:
            output.append(line)
    return output


def main() -> None:
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    print("\n".join(filtered(text.splitlines())))


if __name__ == "__main__":
    main()
