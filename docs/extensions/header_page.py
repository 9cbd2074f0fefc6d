"""A public header in the reference: ``.. public-header:: date/date.hpp``.

The comment that opens a header says what the concept is, in Markdown with indented examples; it
stands above what Doxygen finds in the header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

from docutils import nodes
from docutils.statemachine import StringList
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import nested_parse_with_titles

INCLUDE = Path(__file__).parents[2] / "include/probity"
_IS_CODE = re.compile(r"[)\]}\"];\s*(//.*)?$", re.MULTILINE)
# What means something in reStructuredText and nothing in these comments.
_SPECIAL = re.compile(r"[|\\]|(?<!\*)\*(?!\*)|(?<=\w)_(?!\w)")


def opening(header: Path) -> list[str]:
    """The comment that opens a header, without its slashes."""
    lines = header.read_text(encoding="utf-8").split("#pragma once")[0].splitlines()
    return [line.removeprefix("//").removeprefix(" ") for line in lines]


def restructured(comment: list[str]) -> list[str]:
    """The same in reStructuredText."""
    # A blank line between two lines of code belongs to the code.
    following = [""] * (len(comment) + 1)
    for number in reversed(range(len(comment))):
        following[number] = comment[number] or following[number + 1]
    in_code = False
    marked = []
    for number, line in enumerate(comment):
        in_code = following[number].startswith("    ") and (bool(line) or in_code)
        marked.append((in_code, line))
    output: list[str] = []
    for is_code, group in groupby(marked, lambda each: each[0]):
        lines = [line for _, line in group]
        if is_code:
            language = "cpp" if _IS_CODE.search("\n".join(lines)) else "text"
            output += ["", f".. code-block:: {language}", "", *lines, ""]
        else:
            output += [_SPECIAL.sub(r"\\\g<0>", line) for line in lines]
    return output


def classes_of(xml: Path, header: str) -> Iterator[tuple[str, str]]:
    """("struct", "probity::Due") of each class of a header, in order; inner ones are within."""
    found = ElementTree.parse(xml / f"{header.replace('_', '__').replace('.', '_8')}.xml")
    for each in found.iter("innerclass"):
        name = each.text or ""
        if "detail" not in name.split("::") and not re.search(r"::[A-Z]\w*::", name):
            yield ("struct" if each.get("refid", "").startswith("struct") else "class"), name


def without_namespace(container: nodes.Element) -> None:
    """Takes what stands in `namespace probity` out of it: everything does.

    The place of the first one on a page stays, as names and the index lead there.
    """
    document = container.document
    for each in list(container.findall(addnodes.desc)):
        if each[0].astext().split() == ["namespace", "probity"]:
            content = each[-1]
            place = each.parent.index(each)
            left = [child for child in content.children if child.astext()]
            if not getattr(document, "has_namespace", False):
                document.has_namespace = True
                left.insert(0, nodes.target(ids=each[0]["ids"]))
            each.parent[place : place + 1] = left


def short_in_contents(container: nodes.Element) -> None:
    """Leaves the namespace out of the names that the page's contents list."""
    for each in container.findall(addnodes.desc_signature):
        each["_toc_name"] = each.get("_toc_name", "").replace("probity::", "")


def sections_last(container: nodes.Element) -> None:
    """Puts the named sections of a class behind what stands before them in the header."""
    for content in container.findall(addnodes.desc_content):
        named = [each for each in content.children if each.get("objtype") == "user-defined"]
        rest = [each for each in content.children if each not in named]
        begin = next(
            (i for i, each in enumerate(rest) if each.get("objtype") == "friend"), len(rest)
        )
        content.children = [*rest[:begin], *named, *rest[begin:]]


class PublicHeader(SphinxDirective):
    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        name = self.arguments[0]
        path = INCLUDE / name
        self.env.note_dependency(str(path))
        title = path.name
        text = [title, "-" * len(title), "", f'``#include "probity/{name}"``', ""]
        text += restructured(opening(path))
        text += ["", f".. doxygenfile:: {title}"]
        text += ["   :sections: innernamespace enum typedef var", ""]
        for kind, each in classes_of(Path(self.config.breathe_projects["probity"]), title):
            text += [f".. doxygen{kind}:: {each}", "   :members:", "   :undoc-members:", ""]
        text += [f".. doxygenfile:: {title}", "   :sections: innernamespace func", ""]
        container = nodes.section()
        container.document = self.state.document
        nested_parse_with_titles(
            self.state, StringList(text, source=str(path)), container, self.content_offset
        )
        without_namespace(container)
        sections_last(container)
        short_in_contents(container)
        return container.children


def setup(app):
    app.add_directive("public-header", PublicHeader)
    return {"parallel_read_safe": True}
