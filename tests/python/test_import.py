"""What an import loads."""

import subprocess
import sys

import pytest

HEAVY = [
    "icalendar",
    "dateutil",
    "numpy",
    "pandas",
    "matplotlib",
    "rich",
    "click",
    "json",
    "typing_extensions",
]


def loaded_by(code: str) -> set[str]:
    program = f"{code}\nimport sys; print(*sorted(sys.modules))"
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(result.stdout.split())


@pytest.mark.parametrize(
    "code",
    [
        "import probity",
        "import probity as pb; pb.WorkCalendar.korea().add('2026-02-13', 1)",
        "import probity as pb; len(pb.examples.songpa().calendar(2026))",
        "import probity as pb; pb.examples.songpa().calendar(2026).html_text()",
        "import probity as pb; pb.third_week('2026-01-01')._repr_html_()",
        "import probity as pb; pb.third_week('2026-01-01').between('2026-01-01', '2027-01-01')",
        "import probity as pb; pb.korean; pb.ics",
    ],
)
def test_the_package_loads_nothing_heavy(code):
    assert loaded_by(code).isdisjoint(HEAVY)


def test_what_is_named_later_is_loaded_later():
    later = {"probity.korean", "probity.ics", "dataclasses", "inspect"}
    assert loaded_by("import probity").isdisjoint(later)
    assert later <= loaded_by("import probity as pb; pb.korean; pb.ics")


def test_the_command_line_loads_no_arrays_and_tables():
    code = (
        "import probity.cli, sys\n"
        "sys.argv = ['probity', 'week', '2026', '3', '3']\n"
        "try: probity.cli.main()\n"
        "except SystemExit: pass"
    )
    assert loaded_by(code).isdisjoint({"numpy", "pandas", "matplotlib", "rich"})


def test_an_array_loads_numpy():
    code = "import probity as pb; pb.DateSet(['2026-01-01']).to_numpy()"
    assert "numpy" in loaded_by(code)
