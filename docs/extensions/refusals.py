"""The catalogue of errors: ``.. refusals::`` lists the sentences of src/text/refusals_*.inc.

Each stands in English and Korean under the heading that it has there, at an address of its own.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

CATALOGUES = Path(__file__).parents[2] / "src/text"
_HEADING = re.compile(r"^// (?P<heading>[A-Z][^.]*)$")
_STRING = r'"(?:[^"\\]|\\.)*"'
_LABEL = re.compile(rf"LABEL\(\s*({_STRING}),\s*((?:{_STRING}\s*)+)\)")


def sections(language: str) -> dict[str, dict[str, str]]:
    """The sentences by heading and kind."""
    found: dict[str, dict[str, str]] = {}
    for part in re.split(
        r"^(?=// [A-Z])", (CATALOGUES / f"refusals_{language}.inc").read_text("utf-8"), flags=re.M
    ):
        match = _HEADING.match(part.split("\n", 1)[0])
        words = dict(labels(part))
        if words:
            found.setdefault(match["heading"] if match else "Others", {}).update(words)
    return found


def labels(text: str) -> Iterator[tuple[str, str]]:
    for kind, words in _LABEL.findall(text):
        yield ast.literal_eval(kind), "".join(map(ast.literal_eval, re.findall(_STRING, words)))


class Refusals(SphinxDirective):
    def run(self) -> list[nodes.Node]:
        for language in ("en", "ko"):
            self.env.note_dependency(str(CATALOGUES / f"refusals_{language}.inc"))
        korean = {kind: words for each in sections("ko").values() for kind, words in each.items()}
        output: list[nodes.Node] = []
        for heading, words in sections("en").items():
            section = nodes.section(ids=[nodes.make_id(f"errors {heading}")])
            section += nodes.title(text=heading)
            items = nodes.definition_list(classes=["refusals"])
            for kind, english in words.items():
                name = nodes.term(ids=[nodes.make_id(f"error {kind}")])
                name += nodes.literal(text=kind)
                said = nodes.definition()
                said += nodes.paragraph(text=english)
                said += nodes.paragraph(text=korean[kind], lang="ko")
                items += nodes.definition_list_item("", name, said)
            section += items
            output.append(section)
        return output


def setup(app):
    app.add_directive("refusals", Refusals)
    return {"parallel_read_safe": True}
