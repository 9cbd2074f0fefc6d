"""Each layer includes only those that docs/architecture.md lists above it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_ROW = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)
_INCLUDE = re.compile(r'^#include "(?:probity/)?(\w+)/', re.MULTILINE)


def layers() -> list[str]:
    """The layers in the order of the table of the page."""
    return _ROW.findall((ROOT / "docs/architecture.md").read_text(encoding="utf-8"))


def test_the_page_lists_the_layers_that_there_are() -> None:
    folders = {path.name for path in (ROOT / "include/probity").iterdir()}
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
