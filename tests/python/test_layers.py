"""Each layer includes only those above it in docs/architecture.md; no modules import each other.

Modules of Python may import others when they are called: such imports count too.
"""

import ast
import graphlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_ROW = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)
_INCLUDE = re.compile(r'^#include "(?:probity/)?(\w+)/', re.MULTILINE)


def layers() -> list[str]:
    """The layers in the order of the table of the page."""
    return _ROW.findall((ROOT / "docs/architecture.md").read_text(encoding="utf-8"))


def test_the_page_lists_the_layers_that_there_are() -> None:
    folders = {path.name for path in (ROOT / "include/probity").iterdir() if path.is_dir()}
    assert set(layers()) == folders


@pytest.mark.parametrize("layer", layers())
def test_layer_includes_only_those_above(layer: str) -> None:
    allowed = {*layers()[: layers().index(layer) + 1]}
    wrong = []
    for room in (ROOT / "include/probity" / layer, ROOT / "src" / layer):
        for path in sorted(room.rglob("*.?pp")):
            included = _INCLUDE.findall(path.read_text(encoding="utf-8"))
            wrong += [
                f"{path.relative_to(ROOT)} includes {other}/"
                for other in included
                if other in layers() and other not in allowed
            ]
    assert wrong == []


PACKAGE = ROOT / "python" / "probity"


def modules() -> dict[str, Path]:
    """The modules of the package, each with its file; of the extension module, its stub."""
    found = {"probity._core": PACKAGE / "_core.pyi"}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(nodes: Iterable[ast.AST]) -> Iterator[ast.Import | ast.ImportFrom]:
    """The import statements of a module but those for types alone."""
    for node in nodes:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield node
        elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            yield from imports(node.orelse)
        else:
            yield from imports(ast.iter_child_nodes(node))


def imported(path: Path, names: dict[str, Path]) -> set[str]:
    """The modules that a file imports. Whoever imports a module imports its package, too; that goes
    without saying here."""
    found = set()
    for statement in imports([ast.parse(path.read_text(encoding="utf-8"))]):
        if isinstance(statement, ast.Import):
            found |= {each.name for each in statement.names}
        else:
            assert statement.level == 0 and statement.module, f"{path}: relative import"
            for each in statement.names:
                inner = f"{statement.module}.{each.name}"
                found.add(inner if inner in names else statement.module)
    return found & set(names)


def test_no_module_imports_itself_by_way_of_others() -> None:
    names = modules()
    graph = {name: imported(path, names) for name, path in names.items() if path.suffix == ".py"}
    assert sum(map(len, graph.values())) > 150
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        raise AssertionError(f"modules import each other: {' <- '.join(error.args[1])}") from None
