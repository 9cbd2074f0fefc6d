"""Draws the pictures of the documents anew:

    python docs/pictures/draw.py

The tests hold the files to what the code draws now. The pictures of the page need Chromium, whose
letters change a little from version to version: such a file says of which page it is a picture, by
the page's SHA-256.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import probity as pb
from probity import plot

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FOLDER = Path(__file__).parent


def _office() -> pb.Programme:
    return pb.examples.songpa(illustrative=True)


def _council() -> pb.Council:
    return pb.examples.yongsan(illustrative=True).council("integrity-council")


PICTURES: dict[str, Callable[[], Axes]] = {
    "year.png": lambda: plot.year(pb.examples.songpa().calendar(2026), lang="ko"),
    "timeline.png": lambda: plot.timeline(pb.examples.songpa().calendar(2026)),
    "council.png": lambda: plot.timeline(_council()),
    "bands.png": lambda: plot.bands(_office().view(on="2026-12-01")),
    "burnup.png": lambda: plot.burnup(_office().burnup("2026-01-01", "2027-01-01")),
    "coverage.png": lambda: plot.coverage(_office(), lang="ko"),
}


class Shown(NamedTuple):
    """A page, and the size in px of the window that shows it."""

    page: Callable[[], str]
    width: int
    height: int


def _planner(programme: pb.Programme) -> str:
    return programme.calendar(2026).html_text(lang="ko")


def _brief() -> str:
    return _office().view(on="2026-12-01").brief().html_text(lang="ko")


#: The pages of which there are pictures.
PAGES = {
    "planner.png": Shown(lambda: _planner(pb.examples.songpa()), 1112, 790),
    "planner-tasks.png": Shown(lambda: _planner(_office()), 1112, 790),
    "brief.png": Shown(_brief, 730, 1020),
}


def digest(page: str) -> str:
    """Names a page by its content."""
    return hashlib.sha256(page.encode()).hexdigest()


def draw(name: str, path: Path) -> None:
    """Draws one of PICTURES into a file."""
    import matplotlib

    matplotlib.use("Agg")
    figure = PICTURES[name]().figure
    figure.savefig(path, dpi=100, metadata={"Software": None})
    matplotlib.pyplot.close(figure)


def photograph(name: str, path: Path) -> None:
    """Has Chromium show one of PAGES, and writes what it shows."""
    from PIL import Image, PngImagePlugin

    shown = PAGES[name]
    page = shown.page()
    browser = shutil.which("chromium") or "google-chrome"
    with tempfile.TemporaryDirectory() as folder:
        html, shot = Path(folder) / "page.html", Path(folder) / "page.png"
        html.write_text(page, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        options += [f"--window-size={shown.width},{shown.height}", f"--screenshot={shot}"]
        subprocess.run([browser, *options, html.as_uri()], check=True, capture_output=True)
        notes = PngImagePlugin.PngInfo()
        notes.add_text("page", digest(page))
        picture = Image.open(shot).convert("P", palette=Image.Palette.ADAPTIVE, colors=64)
        picture.save(path, pnginfo=notes, optimize=True)


def main() -> None:
    for name in PICTURES:
        draw(name, FOLDER / name)
    for name in PAGES:
        photograph(name, FOLDER / name)


if __name__ == "__main__":
    main()
