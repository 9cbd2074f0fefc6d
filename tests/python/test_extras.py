"""The extras: one for each optional package, which its error names, and all of them together."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "optional-dependencies"
]
OPTIONAL = sorted(set(EXTRAS) - {"all"})

#: What needs the extra's package, if there is nothing but the package's own dependencies. The
#: command line draws plain tables without its own, and most systems have time zones.
NEEDING = {
    "pandas": ("pandas", "pb.examples.songpa().tasks.to_frame()"),
    "polars": ("polars", "import probity.polars"),
    "duckdb": ("duckdb", "import probity.duckdb"),
    "plot": ("matplotlib", "pb.plot.year(pb.examples.songpa().calendar(2026))"),
    "docx": ("docx", "pb.examples.songpa().view('2026-01-01').brief().to_docx('brief.docx')"),
    "hwpx": ("hwpx", "pb.examples.songpa().view('2026-01-01').brief().to_hwpx('brief.hwpx')"),
    "excel": ("openpyxl", "pb.excel.template('form.xlsx')"),
}


def test_all_is_all():
    assert EXTRAS["all"] == [f"probity[{','.join(e for e in EXTRAS if e in OPTIONAL)}]"]


def test_the_readme_says_why():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for extra in [*OPTIONAL, "all"]:
        assert f"| `probity[{extra}]` |" in readme


@pytest.mark.parametrize("extra", sorted(NEEDING))
def test_what_needs_an_extra_names_it(extra, tmp_path):
    package, code = NEEDING[extra]
    script = f"""
import sys
sys.modules[{package!r}] = None
import probity as pb
try:
    {code}
except ImportError as error:
    print(error)
"""
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert package in run.stdout
    assert run.stdout.strip().endswith(f"pip install probity[{extra}]")
