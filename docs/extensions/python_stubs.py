"""Signatures of the compiled module, from its stub.

What pybind11 writes into docstrings says `object` where several types are taken; the stub is exact,
and the tests hold it to the module. So each signature is shown as the stub has it, overloads one
below the other, and members stand in the stub's order.
"""

from __future__ import annotations

import ast
import copy
import importlib
import inspect
import re
from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx import addnodes
from sphinx.domains.python._annotations import _parse_annotation
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.docutils import SphinxDirective

import probity
import probity.excel
import probity.types

STUB = Path(probity.__file__).with_name("_core.pyi")
_NAMES = {name: "probity" for name in probity.__all__}
_NAMES |= {name: "probity.types" for name in probity.types.__all__}
_NAMES |= {name: "probity.excel" for name in probity.excel.__all__}
_NAME = re.compile(r"(?<![\w.'\"])[A-Z]\w*")


def _linked(annotation: str) -> str:
    """An annotation whose names are found from any module."""
    return _NAME.sub(
        lambda match: f"~{_NAMES[match[0]]}.{match[0]}" if match[0] in _NAMES else match[0],
        annotation,
    )


class _Function:
    """A function of the stub: how it is called, and what it gives."""

    def __init__(self, node: ast.FunctionDef, is_method: bool) -> None:
        decorators = {ast.unparse(each) for each in node.decorator_list}
        arguments = copy.deepcopy(node.args)
        if is_method and "staticmethod" not in decorators:
            (arguments.posonlyargs or arguments.args).pop(0)
        # The slash would say only that a name is not to be relied on.
        arguments.args, arguments.posonlyargs = [*arguments.posonlyargs, *arguments.args], []
        self.name = node.name
        self.is_property = "property" in decorators
        self.arguments = _linked(f"({ast.unparse(arguments)})")
        self.returns = _linked(ast.unparse(node.returns)) if node.returns else ""


def _functions() -> dict[str, list[_Function]]:
    found: dict[str, list[_Function]] = {}
    for node in ast.parse(STUB.read_text(encoding="utf-8")).body:
        is_class = isinstance(node, ast.ClassDef)
        for member in node.body if is_class else [node]:
            if isinstance(member, ast.FunctionDef):
                path = f"probity.{node.name}.{member.name}" if is_class else f"probity.{node.name}"
                found.setdefault(path, []).append(_Function(member, is_class))
    return found


_FUNCTIONS = _functions()


def signature(app, what, name, obj, options, arguments, returns):
    """Overloads go into one text, a line each; autodoc writes the name before the first only."""
    if what == "class":
        overloads = _FUNCTIONS.get(f"{name}.__init__", [])
        return (overloads[0].arguments, "") if overloads else None
    overloads = _FUNCTIONS.get(name)
    if not overloads:
        if arguments is None:
            return None
        # What is written in Python names the compiled module in its annotations.
        return tuple((text or "").replace("_core.", "probity.") for text in (arguments, returns))
    if overloads[0].is_property:
        return None
    *others, last = overloads
    shown = name.removeprefix("probity.")
    lines = [f"{each.arguments} -> {each.returns}\n{shown}" for each in others]
    return "".join(lines) + last.arguments, last.returns


def type_of_property(app, domain, object_type, content) -> None:
    if domain != "py" or object_type != "property":
        return
    heading = content.parent[0]
    stubs = _FUNCTIONS.get(f"{heading['module']}.{heading['fullname']}")
    if stubs is None or heading.next_node(lambda node: node.astext().startswith(":")):
        return
    kind = _parse_annotation(stubs[0].returns, app.env)
    heading += addnodes.desc_annotation(
        "", "", addnodes.desc_sig_punctuation("", ":"), addnodes.desc_sig_space(), *kind
    )


def docstring(app, what, name, obj, options, lines: list[str]) -> None:
    """Takes pybind11's own lines out, and marks indented code as code."""
    written = list(lines)
    lines.clear()
    for number, line in enumerate(written):
        before = written[number - 1] if number else ""
        starts = line.startswith("    ") and not before
        if starts and (number < 2 or not written[number - 2].startswith(" ")):
            lines += [".. code-block:: python", ""]
        lines.append(line)


class TypeNames(SphinxDirective):
    """``.. type-names:: probity.types``: what each name of the module stands for."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        module = importlib.import_module(self.arguments[0])
        source = Path(module.__file__)
        self.env.note_dependency(str(source))
        comments = ModuleAnalyzer.for_module(module.__name__)
        comments.analyze()
        text = []
        private: dict[str, str] = {}
        for node in ast.parse(source.read_text(encoding="utf-8")).body:
            target = getattr(node, "target", None) or next(iter(getattr(node, "targets", [])), None)
            name = getattr(target, "id", "")
            if not name or name == "__all__":
                continue
            # What is only there for type checkers is written as text.
            value = node.value.value if isinstance(node.value, ast.Constant) else None
            stands_for = " ".join((value or ast.unparse(node.value)).split())
            stands_for = stands_for.replace("_core.", "")
            stands_for = re.sub(r"\b_Of\w+", lambda match: private[match[0]], stands_for)
            private[name] = stands_for
            if name not in module.__all__:
                continue
            stands_for = _linked(stands_for)
            text += [f".. py:type:: {name}", f"   :module: {module.__name__}"]
            text += [f"   :canonical: {stands_for}", ""]
            text += [f"   {line}" for line in comments.attr_docs.get(("", name), [])]
            text += [""]
        parent = nodes.section()
        parent.document = self.state.document
        self.state.nested_parse(StringList(text, source=str(source)), self.content_offset, parent)
        return parent.children


def setup(app):
    app.add_directive("type-names", TypeNames)
    stub = ModuleAnalyzer.for_string(STUB.read_text(encoding="utf-8"), "probity")
    stub.analyze()
    stub.overloads.clear()
    ModuleAnalyzer.cache["module", "probity"] = stub
    for path in _FUNCTIONS:
        owner, _, member = path.removeprefix("probity.").partition(".")
        # Private classes are in the stub alone.
        if member == "__init__" and not owner.startswith("_"):
            # Without any, autodoc asks nobody for the right one.
            getattr(probity, owner).__signature__ = inspect.Signature()
    app.connect("autodoc-process-signature", signature)
    app.connect("autodoc-process-docstring", docstring)
    app.connect("object-description-transform", type_of_property)
    return {"parallel_read_safe": True}
