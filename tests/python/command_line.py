"""Runs the command line: as processes of its own, and within the test for speed."""

import json
import os
import subprocess
import sys

from click.testing import CliRunner, Result

from probity.cli import cli


def environment(**others):
    """That of the tests, less what would change what a command says."""
    unwanted = {"PROBITY_LANG", "NO_COLOR", "FORCE_COLOR"}
    return {"PYTHONUTF8": "1"} | {
        name: value for name, value in os.environ.items() if name not in unwanted
    } | others  # fmt: skip


def run(*arguments, check=0, **others):
    """A process of its own."""
    result = subprocess.run(
        [sys.executable, "-m", "probity", *arguments],
        capture_output=True,
        encoding="utf-8",
        env=environment(**others),
    )
    assert result.returncode == check, result.stderr
    return result


def call(*arguments, check=0) -> Result:
    """The same within this process, where a fault is raised; without `check` with any exit code."""
    result = CliRunner(env={"PROBITY_LANG": None}).invoke(cli, [str(each) for each in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert check is None or result.exit_code == check, result.output
    return result


def answer(*arguments, check=0):
    """What a command says in JSON."""
    return json.loads(call(*arguments, "--json", check=check).stdout)


def csv_rows(*arguments, check=0):
    """The rows of a command's CSV on standard output."""
    import csv
    import io

    return list(csv.reader(io.StringIO(call(*arguments, "--csv", check=check).stdout)))
