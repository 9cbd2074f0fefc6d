"""Whatever is typed, the command line answers with one of its exit codes and no traceback."""

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from probity.cli import FAMILIES, cli
from probity.cli.errors import FOUND, REFUSED
from probity.cli.journal import journal

# fmt: off
DAYS = [
    "2026-03-18", "2026-02-30", "0000-00-00", "9999-12-31", "1400-01-01", "today", "2026-3",
    "2026-03-18T00:00", "+2026-03-18", "２０２６-03-18", "99999-01-01",
]
NUMBERS = ["0", "-1", "3", "2026", "1399", "10000", "9" * 30, "-" + "9" * 30, "1e3", "0x10", "१"]
PROGRAMMES = [
    "songpa", "yongsan", "songpa-illustrative", "nothing.json", "/", "", "\x00", "a\nb",
]
TEXTS = [
    "FREQ=DAILY", "FREQ=DAILY;COUNT=3", "ISO", "SU,1", "XX,4", "MO,999999999999", "band", "x:y",
    ":", "-", "=1+1", "청렴", "ko", "T-11", "2026-09-28:임시공휴일", "integrity-council",
]
OPTIONS = [
    "--from", "--to", "--on", "--year", "--after", "--start", "--by", "--since", "--task",
    "--holiday", "--convention", "--compare", "--brief", "--counts", "--json", "--lang",
    "--all", "--recorded", "--add", "--roll", "--as-known-on", "--overlay", "--check",
    "--tasks", "--bands", "--weekday", "--min-days-between", "-n", "--illustrative", "--csv=-",
    "--quotas", "--meetings", "--table", "--reason", "--source",
]
# fmt: on
#: Those that write no files by any of these words.
HARMLESS = [name for name in FAMILIES if name not in ("export", "record", "journal", "completion")]


def outcome(arguments):
    return CliRunner().invoke(cli, arguments)


def has_ended_well(result):
    """With an exit code that is documented; what was refused is said in so many words."""
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code in (0, FOUND, 2, REFUSED)
    if result.exit_code in (2, REFUSED):
        assert result.stderr.strip()
    assert "Traceback" not in result.output


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(HARMLESS),
    st.lists(st.sampled_from(DAYS + NUMBERS + PROGRAMMES + TEXTS + OPTIONS), max_size=7),
)
def test_any_words(command, words):
    has_ended_well(outcome([command, *words]))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
def test_any_text_in_its_place(first, second, third):
    for arguments in (
        ["week", first, second, third],
        ["due", "--", first, second],
        ["why", "--", first, second],
        ["dates", f"--from={first}", f"--to={second}", "--", third],
        ["impact", "songpa", "2026", f"--holiday={first}"],
        ["compliance", "yongsan", f"--on={first}", f"--year={second}"],
        ["status", "songpa-illustrative", f"--task={first}", f"--recorded={second}"],
    ):
        has_ended_well(outcome(arguments))


@pytest.mark.parametrize("name", FAMILIES)
def test_help_tells_the_exit_codes_and_the_options(name):
    result = outcome([name, "--help"])
    assert result.exit_code == 0 and "Usage:" in result.output
    if name not in ("completion", "export", "journal", "template"):
        assert "--lang [en|ko]" in result.output and "--json" in result.output


def test_help_tells_the_options_of_each_command_of_journals():
    for name in journal.commands:
        result = outcome(["journal", name, "--help"])
        assert result.exit_code == 0
        assert "--lang [en|ko]" in result.output and "--json" in result.output


def test_the_command_line_s_help_tells_the_exit_codes():
    text = " ".join(outcome(["--help"]).output.split())
    for code in ("0 all is well", "1 something was found", "2 wrong usage", "3 data refused"):
        assert code in text


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["why", "2026-02-30", "songpa"], "DATE: 2026-02-30: February 2026 has days 1 to 28"),
        (["why", "18 March", "songpa"], '"18 March" is not a date'),
        (["overdue", "songpa", "--on", "1500-01-01"], "1949-06-04 to 2100-12-31"),
        (["calendar", "songpa", "--year", "1399"], "1400 to 9999"),
        (["week", "2026", "13", "1"], "1 to 12"),
        (["propose", "yongsan", "integrity-council", "2020"], "no quota prescribes"),
        (["overdue", "/"], "Is a directory"),
        (["holidays", "2026", "--overlay", "nothing.json"], "nothing.json"),
        (["status", "songpa", "--task", "T-77"], "there is no task 'T-77'"),
    ],
)
def test_a_refusal_names_the_value_and_what_is_allowed(arguments, named):
    result = outcome(arguments)
    assert result.exit_code == REFUSED and named in result.stderr
