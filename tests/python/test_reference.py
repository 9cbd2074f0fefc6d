"""The site has a place for everything: public names, headers and pages."""

import inspect
import re
from collections import Counter
from pathlib import Path

import pytest

import probity as pb

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
MODULES = sorted(name for name in pb.__all__ if inspect.ismodule(getattr(pb, name)))


def directives(folder: Path, pattern: str) -> Counter[str]:
    """What the pages of a folder name in a directive, and how often."""
    return Counter(
        name
        for page in sorted(folder.glob("*.rst"))
        for name in re.findall(rf"^\.\. {pattern}:: (\S+)$", page.read_text("utf-8"), re.MULTILINE)
    )


def test_every_public_name_is_in_the_reference_once():
    found = directives(REFERENCE / "python", "(?:auto(?:class|function|exception)|py:data)")
    names = {name for name in pb.__all__ if not name.startswith("_")}
    assert names - {*MODULES} <= found.keys()
    assert {name: n for name, n in found.items() if n > 1} == {}


@pytest.mark.parametrize("name", [*MODULES, "types"])
def test_every_public_module_is_in_the_reference(name):
    assert directives(REFERENCE / "python", "(?:automodule|type-names)")[f"probity.{name}"] == 1


def test_every_header_is_in_the_reference_once():
    headers = {
        path.relative_to(ROOT / "include/probity").as_posix()
        for path in (ROOT / "include/probity").rglob("*.hpp")
    }
    assert directives(REFERENCE / "cpp", "public-header") == dict.fromkeys(headers, 1)


def test_every_page_is_in_the_guide():
    """A line of a toctree is a name, or "title <name>"."""
    listed = {
        line.strip().rpartition("<")[2].removesuffix(">")
        for page in ("index.rst", "guide.rst", "guide-ko.md")
        for line in (DOCS / page).read_text("utf-8").splitlines()
    }
    assert {path.stem for path in DOCS.glob("*.md")} <= listed
